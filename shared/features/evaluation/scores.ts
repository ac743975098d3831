import { z } from 'zod';
import { idSchema } from '../../kernel/entity.ts';
import { formatDecimal, readDecimal } from './decimal.ts';
import type { Indicator, Level } from './indicators.ts';

/** What a rater gave, as it was meant: marks, a level, or a change against the starting marks. */
export const scoreSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points'), points: z.number().int().min(0) }),
  z.object({ kind: z.literal('level'), levelId: idSchema }),
  /** Hundredths, negative for a deduction. */
  z.object({ kind: z.literal('change'), change: z.number().int() }),
]);
export type Score = z.infer<typeof scoreSchema>;

/** A cell as typed: nothing, a score, or what is wrong with it and what is allowed. */
export type ReadScore =
  | { readonly kind: 'empty' }
  | { readonly kind: 'score'; readonly score: Score }
  | { readonly kind: 'problem'; readonly problem: string };

const problem = (text: string): ReadScore => ({ kind: 'problem', problem: text });

const tooFine = (typed: string): ReadScore => problem(`最多两位小数，填写的是 ${typed}`);

/** A level by its label, or by the letter of its place: A is the first. */
const levelOf = (levels: readonly Level[], typed: string): Level | undefined => {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  const named = levels.find(({ label }) => label.normalize('NFKC').toUpperCase() === text);
  if (named) return named;
  return /^[A-J]$/.test(text) ? levels[text.charCodeAt(0) - 'A'.charCodeAt(0)] : undefined;
};

const changeRange = (maxDeduct: number, maxAdd: number): string =>
  [
    maxDeduct > 0 ? `最多扣 ${formatDecimal(maxDeduct)} 分` : '不扣分',
    maxAdd > 0 ? `最多加 ${formatDecimal(maxAdd)} 分` : '不加分',
  ].join('，');

/** What may be typed for an indicator, in one line: stands in the column's head and in every complaint. */
export const allowedFor = (indicator: Indicator): string => {
  const { method } = indicator;
  switch (method.kind) {
    case 'points':
      return `0—${formatDecimal(indicator.fullMarks)} 分`;
    case 'levels':
      return method.levels.map(({ label }) => label).join('、');
    case 'deduct':
      return changeRange(method.maxDeduct, method.maxAdd);
    case 'formula':
      return '由数据计算，不用填写';
  }
};

const readChange = (typed: string, method: Extract<Indicator['method'], { kind: 'deduct' }>): ReadScore => {
  const read = readDecimal(typed);
  const allowed = changeRange(method.maxDeduct, method.maxAdd);
  if (read.kind === 'too-fine') return tooFine(typed);
  if (read.kind === 'not-a-number') return problem(`须填写数字（${allowed}），填写的是“${typed}”`);
  const unsigned = !read.signed && read.hundredths !== 0;
  if (unsigned && method.maxDeduct > 0 && method.maxAdd > 0)
    return problem(
      `扣分请写 -${formatDecimal(read.hundredths)}，加分请写 +${formatDecimal(read.hundredths)}`,
    );
  // Where only deducting is possible, a bare 2 means “2 off”: nobody writes the sign on a deduction sheet.
  const change = unsigned && method.maxAdd === 0 ? -read.hundredths : read.hundredths;
  if (change < -method.maxDeduct || change > method.maxAdd) return problem(`${allowed}，填写的是 ${typed}`);
  return { kind: 'score', score: { kind: 'change', change } };
};

/**
 * Reads one cell as typed or pasted: the same rule checks on the screen, in the service and in files coming back.
 * Blank is `empty`: a score not given yet, which is not a score of 0.
 */
export const readScore = (indicator: Indicator, text: string): ReadScore => {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  const { method } = indicator;
  switch (method.kind) {
    case 'points': {
      const read = readDecimal(typed);
      const allowed = allowedFor(indicator);
      if (read.kind === 'too-fine') return tooFine(typed);
      if (read.kind === 'not-a-number') return problem(`须填写 ${allowed}的数字，填写的是“${typed}”`);
      if (read.hundredths < 0 || read.hundredths > indicator.fullMarks)
        return problem(`须在 ${allowed}之间，填写的是 ${typed}`);
      return { kind: 'score', score: { kind: 'points', points: read.hundredths } };
    }
    case 'levels': {
      const level = levelOf(method.levels, typed);
      if (!level) return problem(`只能填写 ${allowedFor(indicator)}，填写的是“${typed}”`);
      return { kind: 'score', score: { kind: 'level', levelId: level.id } };
    }
    case 'deduct':
      return readChange(typed, method);
    case 'formula':
      return problem('这一项由数据计算，不能填写');
  }
};

/** A score as it stands in its cell again; reading it gives the same score. */
export const showScore = (indicator: Indicator, score: Score): string => {
  switch (score.kind) {
    case 'points':
      return formatDecimal(score.points);
    case 'level': {
      const { method } = indicator;
      return method.kind === 'levels'
        ? (method.levels.find(({ id }) => id === score.levelId)?.label ?? '')
        : '';
    }
    case 'change':
      return `${score.change > 0 ? '+' : ''}${formatDecimal(score.change)}`;
  }
};

/**
 * The marks that a score is worth, in hundredths. A frozen version cannot lose the level or change the method of a
 * score given by it: a mismatch is a damaged record and throws.
 */
export const pointsOf = (indicator: Indicator, score: Score): number => {
  const { method } = indicator;
  if (method.kind === 'points' && score.kind === 'points') return score.points;
  if (method.kind === 'deduct' && score.kind === 'change') return method.start + score.change;
  if (method.kind === 'levels' && score.kind === 'level') {
    const level = method.levels.find(({ id }) => id === score.levelId);
    if (level) return level.points;
  }
  throw new RangeError(`score of kind ${score.kind} does not fit indicator ${indicator.id}`);
};
