import { instantOfMs } from '../../../shared/kernel/dates.ts';
import {
  allocateNext,
  auditSeries,
  seriesKey,
  type NumberSeries,
} from '../../../shared/features/papers/numbers.ts';
import type { DocumentNumber } from '../../../shared/features/papers/schema.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import { documentNumberCollection } from './collections.ts';

const takenIn = (reader: Reader, series: NumberSeries): number[] =>
  reader.by(documentNumberCollection, 'series', seriesKey(series)).map(({ sequence }) => sequence);

/** The number that the series would give now. Only a look: another may take it before. */
export const peekNumber = (reader: Reader, series: NumberSeries): string =>
  allocateNext(series, takenIn(reader, series)).number;

/** Gives the next number of a series to something, inside the transaction that needs it: both stand or neither. */
export const allocateNumber = (
  tx: Tx,
  newId: () => string,
  series: NumberSeries,
  given: { readonly title: string; readonly caseId: string },
): DocumentNumber => {
  const { sequence, number } = allocateNext(series, takenIn(tx, series));
  return tx.insert(documentNumberCollection, {
    id: newId(),
    ...series,
    sequence,
    number,
    ...given,
    allocated: { at: instantOfMs(tx.now), by: tx.actor },
    voided: null,
  });
};

/**
 * Makes a number void. It keeps its place in the register and is never given again.
 *
 * @throws AppError `illegal-step` when it is void already.
 */
export const voidNumber = (tx: Tx, numberId: string, reason: string): DocumentNumber => {
  const number = tx.require(documentNumberCollection, numberId, '文号');
  if (number.voided) throw new AppError('illegal-step', `${number.number} 已经作废。`);
  return tx.replace(documentNumberCollection, {
    ...number,
    voided: { at: instantOfMs(tx.now), by: tx.actor, reason },
  });
};

/** What is wrong with the register, in words: a series with a hole or a number given twice. Should always be empty. */
export const numberProblems = (numbers: readonly DocumentNumber[]): string[] => {
  const series = new Map<string, DocumentNumber[]>();
  for (const number of numbers) {
    const key = seriesKey(number);
    series.set(key, [...(series.get(key) ?? []), number]);
  }
  return [...series.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { missing, doubled } = auditSeries(members.map(({ sequence }) => sequence));
    const name = `“${first.prefix}”${String(first.year)} 年`;
    return [
      ...(missing.length > 0 ? [`${name}缺少第 ${missing.join('、')} 号。`] : []),
      ...(doubled.length > 0 ? [`${name}第 ${doubled.join('、')} 号重复。`] : []),
    ];
  });
};
