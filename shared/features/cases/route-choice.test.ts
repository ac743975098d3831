import { describe, expect, it } from 'vitest';
import {
  shippedMatters as matters,
  shippedMeasures as measures,
} from '../../../test/support/shipped-standards.ts';
import type { Matter } from '../standards/schema.ts';
import { proposeRoute, routesOpenTo, routeTaken } from './route-choice.ts';

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

  it('gives way to what was chosen, until the people change to those who may not take it', () => {
    const duty = matter('duty-patrol');
    expect(routeTaken(undefined, ['staff'], duty, measures)).toBe('light');
    expect(routeTaken('ordinary', ['staff'], duty, measures)).toBe('ordinary');
    expect(routeTaken('ordinary', ['pupil'], duty, measures)).toBe('pupil');
    expect(routeTaken('transferred', ['pupil'], duty, measures)).toBe('transferred');
  });
});
