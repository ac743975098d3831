import type { AppealView, appealsChannels } from '../../../shared/features/appeals/channels.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { calendarOf } from '../calendar/index.ts';
import { caseCollection, demandOutsider, requireCase, visibleTo as visibleCases } from '../cases/index.ts';
import type { CallContext } from '../context.ts';
import { accept, askCompletion, forward, refuse, supplement } from './admit.ts';
import { requireAppealFor } from './change.ts';
import { appealCollection } from './collections.ts';
import { complaintsOf } from './complaints.ts';
import { checkDecision, decideAppeal, recordResult } from './decide.ts';
import { closeAppeal, distribute, restore, serve, withdrawAppeal } from './end.ts';
import { exportAppealList } from './exports.ts';
import { assign, checkPanel, declareConflict, extend, look, settleConflict } from './handle.ts';
import { issuePaper, previewPaper, serviceForm } from './issue.ts';
import { visibleTo } from './recusal.ts';
import { attach, openFile, registerAppeal } from './register.ts';
import { appealRow, appealView, newestAppeals, nowOf, waitingAppeals } from './views.ts';

const viewed =
  <I>(act: (input: I, context: CallContext) => Promise<Appeal>) =>
  async (input: I, context: CallContext): Promise<AppealView> =>
    appealView(await act(input, context), context);

export const appealsHandlers = {
  'appeals.list': (_input, context) => {
    const now = nowOf(context);
    const appeals = newestAppeals(visibleTo(context.store, context.store.all(appealCollection), context));
    return { appeals: appeals.map((appeal) => appealRow(appeal, now)) };
  },
  'appeals.read': ({ id }, context) => appealView(requireAppealFor(context, id), context),
  'appeals.ofCase': ({ caseId }, context) => {
    const now = nowOf(context);
    const appeals = newestAppeals(
      visibleTo(context.store, context.store.by(appealCollection, 'case', caseId), context),
    );
    return { appeals: appeals.map((appeal) => appealRow(appeal, now)) };
  },
  'appeals.waiting': ({ limit }, context) => {
    const appeals = waitingAppeals(
      visibleTo(context.store, context.store.all(appealCollection), context),
      nowOf(context),
    );
    return {
      total: appeals.length,
      overdue: appeals.filter(({ nextClock }) => nextClock?.state === 'overdue').length,
      appeals: appeals.slice(0, limit),
    };
  },
  'appeals.cases': (_input, context) => ({
    cases: visibleCases(context.store, context.store.all(caseCollection), context)
      .filter(({ decision }) => decision !== null)
      .sort((a, b) => ((a.decision?.decidedOn ?? '') < (b.decision?.decidedOn ?? '') ? 1 : -1))
      .map(({ id, number, matter, subjects }) => ({
        caseId: id,
        number,
        matter: matter.name,
        people: subjects.map(({ name }) => name).join('、'),
      })),
  }),
  'appeals.begin': ({ caseId }, { store, session }) => {
    const record = requireCase(store, caseId);
    demandOutsider(store, record, { session });
    return {
      number: record.number,
      matter: record.matter.name,
      complaints: complaintsOf(store, record, calendarOf(store)),
    };
  },
  'appeals.register': viewed(registerAppeal),
  'appeals.attach': viewed(attach),
  'appeals.openFile': openFile,
  'appeals.askCompletion': viewed(askCompletion),
  'appeals.supplement': viewed(supplement),
  'appeals.accept': viewed(accept),
  'appeals.refuse': viewed(refuse),
  'appeals.forward': viewed(forward),
  'appeals.checkPanel': checkPanel,
  'appeals.assign': viewed(assign),
  'appeals.declareConflict': viewed(declareConflict),
  'appeals.settleConflict': viewed(settleConflict),
  'appeals.look': viewed(look),
  'appeals.extend': viewed(extend),
  'appeals.checkDecision': checkDecision,
  'appeals.decide': viewed(decideAppeal),
  'appeals.recordResult': viewed(recordResult),
  'appeals.previewPaper': previewPaper,
  'appeals.serviceForm': serviceForm,
  'appeals.issue': viewed(issuePaper),
  'appeals.serve': viewed(serve),
  'appeals.distribute': viewed(distribute),
  'appeals.restore': viewed(restore),
  'appeals.close': viewed(closeAppeal),
  'appeals.withdraw': viewed(withdrawAppeal),
  'appeals.exportList': exportAppealList,
} satisfies Handlers<typeof appealsChannels, CallContext>;
