import type { AppealPaper, AppealPaperForm } from '../../../shared/features/appeals/schema.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import type { NumberSeries } from '../../../shared/features/papers/numbers.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { NewId } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { allocateNumber } from '../papers/index.ts';

/** What follows the school's 代字 in the number of a paper; null for one without a number. */
const suffixOf = (form: AppealPaperForm, kind: Appeal['kind']): string | null => {
  switch (form) {
    case 'completion':
      return '申补';
    case 'acceptance':
      return '申受';
    case 'refusal':
      return '申不受';
    case 'extension':
      return '申延';
    case 'decision':
      return kind === 'pupil-appeal' ? '申决' : '复';
    case 'correction':
      return '更';
    case 'application':
    case 'minutes':
    case 'service-record':
      return null;
  }
};

/** The series of a form's numbers in the year of a day; null for one without a number. */
export const seriesOf = (
  reader: Reader,
  form: AppealPaperForm,
  kind: Appeal['kind'],
  day: string,
): NumberSeries | null => {
  const suffix = suffixOf(form, kind);
  return suffix === null
    ? null
    : { kind: 'document', prefix: `${readSchool(reader).documentCode}${suffix}`, year: yearOf(day) };
};

/** A paper that an act calls for, with its number given in the act's own transaction. */
export const placePaper = (
  tx: Tx,
  newId: NewId,
  appeal: Pick<Appeal, 'kind' | 'case'>,
  paper: Pick<AppealPaper, 'form' | 'title' | 'datedOn'> & Partial<Pick<AppealPaper, 'former' | 'serviceId'>>,
): AppealPaper => {
  const series = seriesOf(tx, paper.form, appeal.kind, paper.datedOn);
  const number = series && allocateNumber(tx, newId, series, { title: paper.title, caseId: appeal.case.id });
  return {
    id: newId(),
    former: null,
    serviceId: null,
    ...paper,
    numberId: number?.id ?? null,
    number: number?.number ?? null,
    issuedPaperId: null,
    distribution: null,
  };
};
