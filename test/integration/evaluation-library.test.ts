import { describe, expect, it } from 'vitest';
import { loadIndicatorLibrary } from '../../electron/features/evaluation/library.ts';
import { contentOfLibrary, contentProblems } from '../../shared/features/evaluation/indicator-rules.ts';
import {
  indicatorContentSchema,
  indicatorsOf,
  libraryThemeSchema,
  subjectKindSchema,
} from '../../shared/features/evaluation/indicators.ts';
import { resourcesDir } from '../support/harness.ts';

describe('the shipped indicator systems', async () => {
  const shipped = await loadIndicatorLibrary(resourcesDir);

  it.each(shipped.map((entry) => [entry.key, entry] as const))(
    '%s can be used as it is',
    (_key, { file }) => {
      let last = 0;
      const content = contentOfLibrary(file, () => {
        last += 1;
        return `id${String(last)}`;
      });
      expect(indicatorContentSchema.parse(content)).toEqual(content);
      expect(contentProblems(content)).toEqual([]);
      for (const { standard, evidence } of indicatorsOf(content)) {
        expect(standard).not.toBe('');
        expect(evidence).not.toBe('');
      }
    },
  );

  it('hold a veto on 师德 for every kind of staff', () => {
    for (const kind of ['teacher', 'middle', 'leader', 'support']) {
      const of = shipped.find(({ file }) => file.kind === kind && file.theme === 'general');
      const vetoes = of?.file.dimensions[0]?.indicators.filter(({ vetoBelow }) => vetoBelow !== null) ?? [];
      expect(vetoes, kind).toHaveLength(1);
    }
  });

  it('are there for everybody who can be evaluated and for every side of a school’s work', () => {
    const kinds = new Set(shipped.map(({ file }) => file.kind));
    expect(subjectKindSchema.options.filter((kind) => !kinds.has(kind))).toEqual([]);
    const themes = new Set(shipped.map(({ file }) => file.theme));
    expect(libraryThemeSchema.options.filter((theme) => !themes.has(theme))).toEqual([]);
    const names = shipped.map(({ file }) => file.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('put down where conduct and safety allow of no balancing', () => {
    const strict = shipped.filter(({ file }) => file.theme === 'ethics' || file.theme === 'safety');
    expect(strict.length).toBeGreaterThanOrEqual(4);
    for (const { key, file } of strict) {
      const vetoes = file.dimensions.flatMap(({ indicators }) =>
        indicators.filter(({ vetoBelow }) => vetoBelow !== null),
      );
      expect(vetoes.length, key).toBeGreaterThanOrEqual(1);
    }
  });

  it('judge no pupil, class or family by exam scores or ranks, and put none of them down by one item', () => {
    for (const { key, file } of shipped.filter(({ file: { kind } }) =>
      ['pupil', 'class', 'family'].includes(kind),
    ))
      for (const { name, standard, vetoBelow } of file.dimensions.flatMap(({ indicators }) => indicators)) {
        expect(`${name}${standard}`, key).not.toMatch(/名次|排名|考试|平均分|及格率|优秀率|升学/);
        expect(vetoBelow, `${key} ${name}`).toBeNull();
      }
  });
});
