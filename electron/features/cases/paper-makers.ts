import type { CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import type { PaperMaker } from './paper-source.ts';
import { advanceNoticeMaker } from './papers/advance-notice.ts';
import { circularMaker } from './papers/circular.ts';
import { decisionMaker } from './papers/decision.ts';
import { filingMaker } from './papers/filing.ts';
import { guardianNoticeMaker } from './papers/guardian-notice.ts';
import { hearingRecordMaker } from './papers/hearing-record.ts';
import { interviewMaker } from './papers/interview.ts';
import { liftingMaker } from './papers/lifting.ts';
import { meetingRecordMaker } from './papers/meeting-record.ts';
import { noticeMaker } from './papers/notice.ts';
import { letterMaker, orderMaker } from './papers/order.ts';
import { proposalMaker } from './papers/proposal.ts';
import { pupilDecisionMaker } from './papers/pupil-decision.ts';
import { rectificationCheckMaker } from './papers/rectification-check.ts';
import { referralMaker } from './papers/referral.ts';
import { reportMaker } from './papers/report.ts';
import { serviceRecordMaker } from './papers/service-record.ts';
import { statementRecordMaker } from './papers/statement-record.ts';

/** How each form of paper is made. */
export const paperMakers: Readonly<Record<CasePaperForm, PaperMaker>> = {
  circular: circularMaker,
  order: orderMaker,
  letter: letterMaker,
  notice: noticeMaker,
  decision: decisionMaker,
  'pupil-decision': pupilDecisionMaker,
  proposal: proposalMaker,
  referral: referralMaker,
  filing: filingMaker,
  interview: interviewMaker,
  report: reportMaker,
  'advance-notice': advanceNoticeMaker,
  'guardian-notice': guardianNoticeMaker,
  'statement-record': statementRecordMaker,
  'hearing-record': hearingRecordMaker,
  'meeting-record': meetingRecordMaker,
  'service-record': serviceRecordMaker,
  'rectification-check': rectificationCheckMaker,
  lifting: liftingMaker,
};
