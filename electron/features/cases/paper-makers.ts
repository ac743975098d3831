import type { CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import { circularMaker, letterMaker, orderMaker } from './notices.ts';
import type { PaperMaker } from './paper-source.ts';
import { serviceRecordMaker } from './service-record.ts';

/** How each form of paper is made. */
export const paperMakers: Readonly<Partial<Record<CasePaperForm, PaperMaker>>> = {
  circular: circularMaker,
  order: orderMaker,
  letter: letterMaker,
  'service-record': serviceRecordMaker,
};
