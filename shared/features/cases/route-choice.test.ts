import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measureContentSchema } from '../standards/measure.ts';
import { matterContentSchema, type Matter, type Measure } from '../standards/schema.ts';
import { proposeRoute, routesOpenTo } from './route-choice.ts';

const made = { at: '2026-09-01T00:00:00.000Z', by: { userId: 'u', name: '周敏' } };
const stored = <C>(content: C) => ({
  rev: 1,
  enabled: true,
  versions: [{ version: 1, made, why: '随程序提供', content }],
});

/** The entries of a shipped library. */
const read = (path: string): { code: string; content: unknown }[] =>
  z
    .array(z.object({ code: z.string(), content: z.unknown() }))
    .parse(
      Object.values(
        z
          .record(z.string(), z.unknown())
          .parse(JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'))),
      ).find(Array.isArray),
    );

const matters: readonly Matter[] = read('matters/library.json').map(({ code, content }) => ({
  id: code,
  ...stored(matterContentSchema.parse(content)),
}));
const measures: readonly Measure[] = ['staff', 'leaders', 'employment', 'pupils', 'departments', 'remedial']
  .flatMap((file) => read(`measures/${file}.json`))
  .map(({ code, content }) => ({ id: code, ...stored(measureContentSchema.parse(content)) }));
const matter = (code: string): Matter | undefined => matters.find(({ id }) => id === code);

describe('the route that is proposed for a new case', () => {
  it('is that of pupils for pupils, whatever the matter', () => {
    expect(proposeRoute(['pupil'], matter('fighting'), measures)).toMatchObject({ route: 'pupil' });
    expect(proposeRoute(['pupil'], undefined, measures)).toMatchObject({ route: 'pupil' });
  });

  it('is the ordinary one where a usual measure needs an investigation, and names that measure', () => {
    const { route, why } = proposeRoute(['staff'], matter('law-violation'), measures);
    expect(route).toBe('ordinary');
    expect(why).toContain('诫勉谈话');
    expect(proposeRoute(['staff'], matter('safety-accident'), measures).route).toBe('ordinary');
  });

  it('is the light one where no usual measure for these people needs one', () => {
    expect(proposeRoute(['staff'], matter('duty-patrol'), measures).route).toBe('light');
    // What is heavy for staff is no measure for a department.
    expect(proposeRoute(['department'], matter('safety-accident'), measures).route).toBe('light');
    expect(proposeRoute([], undefined, measures).route).toBe('light');
  });

  it('is always among those that are open to the people', () => {
    for (const kind of ['staff', 'pupil', 'department'] as const)
      for (const each of matters)
        expect(routesOpenTo([kind])).toContain(proposeRoute([kind], each, measures).route);
  });
});
