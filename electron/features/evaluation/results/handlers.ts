import type { evaluationResultsChannels } from '../../../../shared/features/evaluation/results/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { cycleCollection } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { adjust, undoAdjustment } from './adjustments.ts';
import { createAnnual } from './annual-preset.ts';
import { saveFacts, saveMeeting } from './calibration.ts';
import { viewCalibration } from './calibration-view.ts';
import { exportMinutes } from './minutes.ts';
import { consequencesFor, exportConsequences, listConsequences } from './consequences.ts';
import { excellentShown, exportPublished, publish, viewPublished } from './publish.ts';

export const evaluationResultsHandlers = {
  'evaluation.calibration': ({ cycleId }, context) =>
    viewCalibration(context.store, requireCycle(context.store, cycleId), context),
  'evaluation.saveFacts': saveFacts,
  'evaluation.saveMeeting': saveMeeting,
  'evaluation.adjust': adjust,
  'evaluation.undoAdjustment': undoAdjustment,
  'evaluation.exportMinutes': exportMinutes,
  'evaluation.publish': publish,
  'evaluation.published': ({ cycleId }, { store, session }) =>
    viewPublished(store, cycleId, session.user?.userId),
  'evaluation.publishedCycles': (_input, { store }) => ({
    cycles: store
      .all(cycleCollection)
      .flatMap(({ id, name, published, state }) =>
        published !== null && state === 'confirmed' ? [{ id, name, at: published.at }] : [],
      )
      .sort((a, b) => b.at.localeCompare(a.at)),
  }),
  'evaluation.exportPublished': exportPublished,
  'evaluation.excellentShown': ({ cycleId }, { store, today }) =>
    excellentShown(store, requireCycle(store, cycleId), today),
  'evaluation.consequences': ({ cycleId, subjectId }, { store }) =>
    consequencesFor(store, requireCycle(store, cycleId), subjectId),
  'evaluation.consequenceList': ({ cycleId }, { store }) => ({
    rows: listConsequences(store, requireCycle(store, cycleId)),
  }),
  'evaluation.exportConsequences': exportConsequences,
  'evaluation.createAnnual': createAnnual,
} satisfies Handlers<typeof evaluationResultsChannels, CallContext>;
