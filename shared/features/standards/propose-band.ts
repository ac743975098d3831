import {
  bandAt,
  circumstanceEffectLabels,
  type Circumstance,
  type SeverityMatrixContent,
} from './severity-matrix.ts';
import {
  bandOfRank,
  bandRank,
  degreeLabels,
  impactLabels,
  natureLabels,
  severityLabels,
  type Gravity,
  type Severity,
} from './severity.ts';

/** A band that is proposed, never decided: whoever decides may depart from it with a reason. */
export interface ProposedBand {
  /** What stands in the cell of the matrix. */
  readonly base: Severity;
  readonly band: Severity;
  /** Which end of the band: where circumstances speak for one side alone. */
  readonly lean: 'heavier' | 'lighter' | null;
  /** True when it may be left at a talk: 免予处理. */
  readonly exempt: boolean;
  /** How the proposal came about, one sentence each. */
  readonly why: readonly string[];
}

const steps = ['零', '一', '二', '三', '四', '五', '六'];
const moved = (shift: number): string => {
  const size = Math.abs(shift);
  if (size === 0) return '在本档内考虑';
  return `${shift > 0 ? '上调' : '下调'}${steps[size] ?? String(size)}档`;
};

const exemptionOf = (
  matrix: SeverityMatrixContent,
  base: Severity,
  chosen: readonly Circumstance[],
): { exempt: boolean; why: string[] } => {
  if (!chosen.some(({ effect }) => effect === 'exempting')) return { exempt: false, why: [] };
  if (chosen.some(({ effect }) => effect === 'heavier'))
    return { exempt: false, why: ['同时有从重情节，不建议免予处理。'] };
  if (bandRank(base) > bandRank(matrix.exemptUpTo))
    return {
      exempt: false,
      why: [
        `基本档次为“${severityLabels[base]}”，超过可以免予处理的“${severityLabels[matrix.exemptUpTo]}”，不建议免予处理。`,
      ],
    };
  return { exempt: true, why: ['情节轻微并有免予处理的情形，可以只作谈话提醒、批评教育。'] };
};

/**
 * The band that the school's matrix proposes for three judgements and the circumstances found (《政务处分法》第四条、
 * 第十一条至第十三条, by analogy for other handling). Circumstances weigh against each other and move the band of the
 * cell by no more than `maxShift`; a code that the matrix does not hold, or one named twice, counts no further.
 */
export const proposeBand = (
  matrix: SeverityMatrixContent,
  gravity: Gravity,
  circumstances: readonly string[],
): ProposedBand => {
  const base = bandAt(matrix.cells, gravity);
  const chosen = matrix.circumstances.filter(({ code }) => circumstances.includes(code));
  const unknown = new Set(
    circumstances.filter((code) => !matrix.circumstances.some((one) => one.code === code)),
  );
  const total = chosen.reduce((sum, { shift }) => sum + shift, 0);
  const shift = Math.min(matrix.maxShift, Math.max(-matrix.maxShift, total));
  const band = bandOfRank(bandRank(base) + shift);
  const heavier = chosen.some(({ effect }) => effect === 'heavier');
  const milder = chosen.some(({ effect }) => effect !== 'heavier');
  const { exempt, why } = exemptionOf(matrix, base, chosen);
  return {
    base,
    band,
    lean: heavier === milder ? null : heavier ? 'heavier' : 'lighter',
    exempt,
    why: [
      `性质“${natureLabels[gravity.nature]}”、程度“${degreeLabels[gravity.degree]}”、影响“${impactLabels[gravity.impact]}”，裁量表对应“${severityLabels[base]}”。`,
      ...chosen.map(
        (one) => `${circumstanceEffectLabels[one.effect]}情节“${one.name}”：${moved(one.shift)}。`,
      ),
      ...(total === shift
        ? []
        : [`各情节合计${moved(total)}，按规定最多移动${steps[matrix.maxShift] ?? ''}档。`]),
      ...(chosen.length > 0 && bandRank(band) - bandRank(base) !== shift
        ? ['已到最高或最低一档，不再移动。']
        : []),
      ...(unknown.size > 0 ? [`有 ${String(unknown.size)} 项情节已不在裁量表中，没有计入。`] : []),
      ...why,
      ...(chosen.length > 0 ? [`综合建议为“${severityLabels[band]}”。`] : []),
    ],
  };
};
