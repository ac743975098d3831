import type { casesChannels } from '../../../shared/features/cases/channels.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CaseFileSource } from '../case-file-source.ts';
import type { CallContext } from '../context.ts';
import { batchIssueFiles, batchIssueOutcome, startBatchIssue } from './batch-issue.ts';
import { requireCaseFor } from './change.ts';
import { caseCollection } from './collections.ts';
import { checkDecision, decide } from './decide.ts';
import { completeTask, extendClock, liftSanction } from './carry.ts';
import { closeCase, mergeCases, reopenCase, splitCase, withdrawCase } from './end.ts';
import { attachEvidence, openEvidence } from './evidence.ts';
import { exportCaseFile, startFileExport } from './exports.ts';
import { addNote, declareConflict, establishFacts, notify, settleConflict } from './facts.ts';
import {
  adoptReport,
  fileCase,
  planInvestigation,
  recordFinding,
  recordInterview,
  returnReport,
  submitReport,
} from './investigation.ts';
import { exportCaseList } from './list-sheet.ts';
import { issueNotice, issueRecord, previewPaper, voidCaseNumber } from './issue.ts';
import { checkRectification, reportRectification } from './rectify.ts';
import { lastMeetingOf } from './last-meeting.ts';
import { visibleTo } from './recusal.ts';
import { changeRoute, registerCase } from './register.ts';
import { recordService } from './serve.ts';
import { recordReply, refer } from './submission.ts';
import { hearStatement, holdHearing } from './statement.ts';
import { caseRow, caseView, newestCases, waitingCases } from './views.ts';

const casesFor = (context: CallContext): CaseRecord[] =>
  visibleTo(context.store, context.store.all(caseCollection), context);

const ownHandlers = {
  'cases.list': (_input, context) => ({
    cases: newestCases(casesFor(context)).map((record) => caseRow(record, context.today)),
  }),
  'cases.read': ({ id }, context) => caseView(requireCaseFor(context, id), context),
  'cases.waiting': ({ limit }, context) => {
    const cases = waitingCases(casesFor(context), context);
    return {
      total: cases.length,
      overdue: cases.filter(({ nextClock }) => nextClock !== null && nextClock.daysLeft < 0).length,
      cases: cases.slice(0, limit),
    };
  },
  'cases.register': registerCase,
  'cases.changeRoute': changeRoute,
  'cases.addNote': addNote,
  'cases.declareConflict': declareConflict,
  'cases.settleConflict': settleConflict,
  'cases.attachEvidence': attachEvidence,
  'cases.openEvidence': openEvidence,
  'cases.establishFacts': establishFacts,
  'cases.fileCase': fileCase,
  'cases.planInvestigation': planInvestigation,
  'cases.recordInterview': recordInterview,
  'cases.recordFinding': recordFinding,
  'cases.submitReport': submitReport,
  'cases.adoptReport': adoptReport,
  'cases.returnReport': returnReport,
  'cases.notify': notify,
  'cases.hearStatement': hearStatement,
  'cases.holdHearing': holdHearing,
  'cases.checkDecision': checkDecision,
  'cases.lastMeeting': ({ body }, { store, today }) => ({ meeting: lastMeetingOf(store, body, today) }),
  'cases.decide': decide,
  'cases.refer': refer,
  'cases.recordReply': recordReply,
  'cases.previewPaper': previewPaper,
  'cases.issueNotice': issueNotice,
  'cases.issueRecord': issueRecord,
  'cases.voidNumber': voidCaseNumber,
  'cases.recordService': recordService,
  'cases.reportRectification': reportRectification,
  'cases.checkRectification': checkRectification,
  'cases.completeTask': completeTask,
  'cases.extendClock': extendClock,
  'cases.liftSanction': liftSanction,
  'cases.merge': mergeCases,
  'cases.split': splitCase,
  'cases.reopen': reopenCase,
  'cases.close': closeCase,
  'cases.withdraw': withdrawCase,
  'cases.startBatchIssue': startBatchIssue,
  'cases.batchIssue': batchIssueOutcome,
  'cases.batchIssueFiles': batchIssueFiles,
  'cases.exportList': exportCaseList,
} satisfies Partial<Handlers<typeof casesChannels, CallContext>>;

/** The feature's whole API. `sources`: what other features add to the complete file of a case. */
export const createCasesHandlers = (sources: readonly CaseFileSource[]) =>
  ({
    ...ownHandlers,
    'cases.startFileExport': (input, context) => startFileExport(input, { context, sources }),
    'cases.exportFile': (input, context) => exportCaseFile(input, { context, sources }),
  }) satisfies Handlers<typeof casesChannels, CallContext>;
