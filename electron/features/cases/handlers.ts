import type { casesChannels } from '../../../shared/features/cases/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import { requireCase } from './change.ts';
import { caseCollection } from './collections.ts';
import { checkDecision, decide } from './decide.ts';
import { closeCase, withdrawCase } from './end.ts';
import { attachEvidence, readEvidence } from './evidence.ts';
import { exportCaseFile, exportCaseList } from './exports.ts';
import { declareConflict, establishFacts, hearStatement, notify, settleConflict } from './facts.ts';
import { issueNotice, previewPaper, voidCaseNumber } from './issue.ts';
import { checkRectification, reportRectification } from './rectify.ts';
import { registerCase } from './register.ts';
import { recordService } from './serve.ts';
import { caseRow, caseView, newestCases, waitingCases } from './views.ts';

export const casesHandlers = {
  'cases.list': (_input, { store, today }) => ({
    cases: newestCases(store.all(caseCollection)).map((record) => caseRow(record, today)),
  }),
  'cases.read': ({ id }, context) => caseView(requireCase(context.store, id), context),
  'cases.waiting': ({ limit }, context) => {
    const cases = waitingCases(context.store.all(caseCollection), context);
    return {
      total: cases.length,
      overdue: cases.filter(({ nextClock }) => nextClock !== null && nextClock.daysLeft < 0).length,
      cases: cases.slice(0, limit),
    };
  },
  'cases.register': registerCase,
  'cases.declareConflict': declareConflict,
  'cases.settleConflict': settleConflict,
  'cases.attachEvidence': attachEvidence,
  'cases.readEvidence': readEvidence,
  'cases.establishFacts': establishFacts,
  'cases.notify': notify,
  'cases.hearStatement': hearStatement,
  'cases.checkDecision': checkDecision,
  'cases.decide': decide,
  'cases.previewPaper': previewPaper,
  'cases.issueNotice': issueNotice,
  'cases.voidNumber': voidCaseNumber,
  'cases.recordService': recordService,
  'cases.reportRectification': reportRectification,
  'cases.checkRectification': checkRectification,
  'cases.close': closeCase,
  'cases.withdraw': withdrawCase,
  'cases.exportList': exportCaseList,
  'cases.exportFile': exportCaseFile,
} satisfies Handlers<typeof casesChannels, CallContext>;
