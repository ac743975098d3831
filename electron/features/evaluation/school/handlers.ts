import type { schoolChannels } from '../../../../shared/features/evaluation/school/channels.ts';
import { actionState } from '../../../../shared/features/evaluation/school/schema.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { requireCycle } from '../cycles.ts';
import { requireVersion } from '../systems.ts';
import { exportActions, selfEvaluationFile, selfReportFile } from './files.ts';
import { selfEvaluationOf, viewSelfEvaluation, writesAboutItself } from './view.ts';
import {
  addAction,
  addProgress,
  addReport,
  closeAction,
  dropAction,
  removeFile,
  removeReport,
  saveFrame,
  saveText,
} from './write.ts';

export const schoolHandlers = {
  'evaluation.selfEvaluations': ({ cycleId }, { store, today }) => {
    const cycle = requireCycle(store, cycleId);
    const { content } = requireVersion(store, cycle.versionId);
    return {
      subjects: (writesAboutItself(cycle) ? cycle.subjects : []).map((subject) => {
        const held = selfEvaluationOf(store, { cycleId, subjectId: subject.id });
        const states = (held?.actions ?? []).map((action) => actionState(action, today));
        const count = (wanted: string): number => states.filter((state) => state === wanted).length;
        return {
          subject,
          written: held?.texts.length ?? 0,
          dimensions: content.dimensions.length,
          reports: held?.reports.length ?? 0,
          open: count('open'),
          late: count('late'),
          closed: count('closed'),
        };
      }),
    };
  },
  'evaluation.readSelfEvaluation': (place, context) => viewSelfEvaluation(context.store, place, context),
  'evaluation.saveSelfFrame': saveFrame,
  'evaluation.saveSelfText': saveText,
  'evaluation.removeSelfFile': removeFile,
  'evaluation.addOutsideReport': addReport,
  'evaluation.removeOutsideReport': removeReport,
  'evaluation.addAction': addAction,
  'evaluation.dropAction': dropAction,
  'evaluation.actionProgress': addProgress,
  'evaluation.closeAction': closeAction,
  'evaluation.selfEvaluationFile': selfEvaluationFile,
  'evaluation.selfReport': selfReportFile,
  'evaluation.exportActions': exportActions,
} satisfies Handlers<typeof schoolChannels, CallContext>;
