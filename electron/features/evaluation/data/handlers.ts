import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { applyExam } from './exam-apply.ts';
import { previewExam, readExamFiles } from './exam.ts';
import { examTemplate } from './exam-template.ts';
import { offeredFields, removeDataField, saveDataField } from './fields.ts';
import { dataTemplate, exportData } from './files.ts';
import { applyData, undoData } from './import-apply.ts';
import { previewData, readDataFile } from './import-file.ts';
import { dataTable } from './table.ts';
import { saveData } from './typing.ts';

export const dataHandlers = {
  'evaluation.dataFields': offeredFields,
  'evaluation.saveDataField': saveDataField,
  'evaluation.removeDataField': removeDataField,
  'evaluation.dataTable': dataTable,
  'evaluation.saveData': saveData,
  'evaluation.dataTemplate': dataTemplate,
  'evaluation.exportData': exportData,
  'evaluation.readDataFile': readDataFile,
  'evaluation.previewData': previewData,
  'evaluation.applyData': applyData,
  'evaluation.readExam': readExamFiles,
  'evaluation.previewExam': previewExam,
  'evaluation.applyExam': applyExam,
  'evaluation.examTemplate': examTemplate,
  'evaluation.undoData': undoData,
} satisfies Handlers<typeof dataChannels, CallContext>;
