import type { evaluationChannels } from '../../../shared/features/evaluation/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import { confirmCycle, reopenCycle } from './confirm.ts';
import { listCycles, requireCycle, viewCycle, waitingSheets } from './cycles.ts';
import { exportResults, exportSheet } from './export.ts';
import { createCycle, savePlan, setSubjects, startCycle } from './plan.ts';
import { raterAccounts } from './rater-accounts.ts';
import { viewResults } from './results.ts';
import { explain } from './results/explained.ts';
import { readScoreSheet, saveScores } from './sheets.ts';
import { candidatesOf } from './subjects.ts';
import {
  adoptFromLibrary,
  createSystem,
  listLibrary,
  listSystems,
  newVersion,
  readSystem,
  saveVersion,
} from './systems.ts';

export const evaluationHandlers = {
  'evaluation.systems': (_input, { store }) => ({ systems: listSystems(store) }),
  'evaluation.readSystem': ({ id }, { store }) => readSystem(store, id),
  'evaluation.library': async (_input, context) => ({ entries: await listLibrary(context) }),
  'evaluation.adoptFromLibrary': adoptFromLibrary,
  'evaluation.createSystem': createSystem,
  'evaluation.saveVersion': saveVersion,
  'evaluation.newVersion': newVersion,
  'evaluation.cycles': (_input, { store }) => ({ cycles: listCycles(store) }),
  'evaluation.readCycle': ({ id }, context) =>
    viewCycle(context.store, requireCycle(context.store, id), context),
  'evaluation.waiting': ({ limit }, context) => waitingSheets(context.store, context, limit),
  'evaluation.candidates': ({ kind }, { store, today }) => ({ candidates: candidatesOf(store, kind, today) }),
  'evaluation.raterAccounts': (_input, { store }) => ({ accounts: raterAccounts(store) }),
  'evaluation.createCycle': createCycle,
  'evaluation.savePlan': savePlan,
  'evaluation.setSubjects': setSubjects,
  'evaluation.start': startCycle,
  'evaluation.scoreSheet': readScoreSheet,
  'evaluation.saveScores': saveScores,
  'evaluation.results': ({ cycleId }, context) => viewResults(context.store, cycleId, context),
  'evaluation.explain': explain,
  'evaluation.confirm': confirmCycle,
  'evaluation.reopen': reopenCycle,
  'evaluation.exportSheet': exportSheet,
  'evaluation.exportResults': exportResults,
} satisfies Handlers<typeof evaluationChannels, CallContext>;
