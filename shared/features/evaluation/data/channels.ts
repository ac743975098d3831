import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { fileContentSchema, idSchema, incomingFileSchema, targetSchema } from '../../../kernel/entity.ts';
import { subjectKindSchema } from '../indicators.ts';
import { examChoiceSchema, examLinesSchema, examPreviewSchema } from './exam-views.ts';
import { dataFieldSchema } from './fields.ts';
import {
  dataPreviewSchema,
  dataTableSchema,
  layoutChoiceSchema,
  offeredFieldSchema,
  savedDataSchema,
} from './views.ts';

const ofCycle = z.object({ cycleId: idSchema });
const takenFrom = z.enum(['file', 'screen']);

export const dataChannels = {
  /** The fields that formulas may use; `kind` null: of every kind of subject. */
  'evaluation.dataFields': query({
    access: 'standards.read',
    input: z.object({ kind: subjectKindSchema.nullable() }),
    output: z.object({ fields: z.array(offeredFieldSchema) }),
  }),
  /** Adds a field of the school's own, or changes one. Its name stays once something uses it. */
  'evaluation.saveDataField': command({
    access: 'standards.write',
    input: z.object({ target: targetSchema.nullable(), field: dataFieldSchema }),
    output: z.object({ id: idSchema }),
  }),
  'evaluation.removeDataField': command({
    access: 'standards.write',
    input: targetSchema,
    output: z.object({}),
  }),

  /** 数据: what the formulas of a cycle need, subject by subject, and what is missing. */
  'evaluation.dataTable': query({ access: 'evaluation.read', input: ofCycle, output: dataTableSchema }),
  /** Saves as typed. Sound cells are saved, the others come back with what is wrong; blank takes a figure back. */
  'evaluation.saveData': command({
    access: 'evaluation.read',
    input: z.object({
      cycleId: idSchema,
      rows: z
        .array(
          z.object({
            subjectId: idSchema,
            rev: z.number().int().min(0),
            cells: z
              .array(z.object({ field: z.string().max(20), text: z.string().max(40, '填写的内容过长') }))
              .min(1),
          }),
        )
        .min(1, '没有要保存的数据')
        .max(2000, '一次最多保存 2000 行'),
    }),
    output: savedDataSchema,
  }),
  /** A workbook with every subject and the fields that the formulas need. */
  'evaluation.dataTemplate': command({
    access: 'evaluation.read',
    input: ofCycle,
    output: fileContentSchema,
  }),
  'evaluation.exportData': command({
    access: 'evaluation.export',
    input: ofCycle,
    output: fileContentSchema,
  }),

  /** Reads a workbook and says what it would do. Nothing is changed. */
  'evaluation.readDataFile': command({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema, file: incomingFileSchema }),
    output: dataPreviewSchema,
  }),
  /** The same file with another sheet, head row or meaning of its columns. */
  'evaluation.previewData': query({
    access: 'evaluation.read',
    input: z.object({ token: idSchema, layout: layoutChoiceSchema }),
    output: dataPreviewSchema,
  }),
  /** Does what a preview with this layout showed, with the choices made, in one transaction. */
  'evaluation.applyData': command({
    access: 'evaluation.read',
    input: z.object({
      token: idSchema,
      layout: layoutChoiceSchema,
      /** Of the preview: whether the figures on record are still those that it compared with. */
      seen: z.number().int(),
      conflicts: takenFrom.nullable(),
      choices: z.array(z.object({ key: z.string().max(100), take: takenFrom })).max(100_000),
      withoutProblems: z.boolean(),
    }),
    output: z.object({ written: z.number().int(), kept: z.number().int(), leftOut: z.number().int() }),
  }),
  /** 成绩统计: reads the marks of an exam, and of an earlier one, and reckons what they say. Nothing is changed. */
  'evaluation.readExam': command({
    access: 'evaluation.read',
    input: z.object({
      cycleId: idSchema,
      now: incomingFileSchema,
      before: incomingFileSchema.nullable(),
      /** 任课表, where it is a file of its own. */
      teaching: incomingFileSchema.nullable().default(null),
      lines: examLinesSchema,
    }),
    output: examPreviewSchema,
  }),
  /** The same files with other lines, or another meaning of their columns. */
  'evaluation.previewExam': query({
    access: 'evaluation.read',
    input: z.object({ token: idSchema, choice: examChoiceSchema }),
    output: examPreviewSchema,
  }),
  /** Writes the chosen fields of such a preview, and remembers what its columns were. */
  'evaluation.applyExam': command({
    access: 'evaluation.read',
    input: z.object({
      token: idSchema,
      seen: z.number().int(),
      choice: examChoiceSchema,
      fields: z.array(z.string().max(20)).min(1, '请选择要写入的数据'),
    }),
    output: z.object({ written: z.number().int() }),
  }),
  /** An empty table to fill in: of marks, with a column for each course or a row for each, or 任课表. */
  'evaluation.examTemplate': command({
    access: 'evaluation.read',
    input: ofCycle.extend({ form: z.enum(['wide', 'long', 'teaching']).default('wide') }),
    output: fileContentSchema,
  }),
  /** Takes an import back; what was changed since stays and is counted. */
  'evaluation.undoData': command({
    access: 'evaluation.read',
    input: targetSchema,
    output: z.object({ restored: z.number().int(), kept: z.number().int() }),
  }),
};
