import { formatDecimal, readDecimal } from '../decimal.ts';
import type { GapKind } from './exam.ts';
import type { ExamRowMark } from './exam-rows.ts';

const ABSENT = /^(?:缺考|缺|缺席|未考|未参加|旷考|弃考|请假|病假|事假|缓考|休学)$/;
const EXEMPT = /^(?:免考|免修|免试|免)$/;
const BLANK = /^(?:[—–\-/]|无)?$/;

/** Why there is no mark in a cell; undefined: there is something else in it. */
export const gapOf = (text: string): GapKind | undefined =>
  ABSENT.test(text) ? 'absent' : EXEMPT.test(text) ? 'exempt' : BLANK.test(text) ? 'blank' : undefined;

/** What is wrong with a mark, and what is allowed; blank: it is one, or is said not to be there. */
export const wrongMark = ({ cell, full }: ExamRowMark, wide: boolean): string => {
  if (cell?.formula === true || cell?.broken === true)
    return '这一格是公式或者错误值，请改为直接填写的数（复制后“选择性粘贴—数值”）';
  const text = cell?.text ?? '';
  if (gapOf(text) !== undefined) return '';
  const read = readDecimal(text);
  if (read.kind !== 'number')
    return `成绩须是数字，最多两位小数，在 0—${formatDecimal(full)} 之间；没有参加的写“缺考”“免考”或者留空`;
  return read.hundredths < 0 || read.hundredths > full
    ? `成绩须在 0—${formatDecimal(full)} 之间${wide ? '；满分不对的，请在上面改这一列的满分' : ''}`
    : '';
};
