import { describe, expect, it } from 'vitest';
import { loadIndicatorLibrary } from '../../electron/features/evaluation/library.ts';
import { contentOfLibrary, contentProblems } from '../../shared/features/evaluation/indicator-rules.ts';
import { indicatorContentSchema, indicatorsOf } from '../../shared/features/evaluation/indicators.ts';
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
      const of = shipped.find(({ file }) => file.kind === kind);
      const vetoes = of?.file.dimensions[0]?.indicators.filter(({ vetoBelow }) => vetoBelow !== null) ?? [];
      expect(vetoes, kind).toHaveLength(1);
    }
  });
});
