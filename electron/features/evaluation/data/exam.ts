import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import { examFigures, type ExamFigure } from '../../../../shared/features/evaluation/data/exam.ts';
import { readExam, type ReadExam } from '../../../../shared/features/evaluation/data/exam-sheet.ts';
import { withUnit } from '../../../../shared/features/evaluation/data/fields.ts';
import type { DataImport } from '../../../../shared/features/evaluation/data/schema.ts';
import type { HandlerOutputOf, ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderRosterTemplate } from '../../../documents/excel/roster-template.ts';
import { readMany } from '../../../documents/workers/workbook-pool.ts';
import type { Store } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { bytesOf, sheetFile } from '../../file-content.ts';
import { requireCycle } from '../cycles.ts';
import { subjectRegister } from './candidates.ts';
import { dataImportCollection } from './collections.ts';
import { allFields } from './fields.ts';
import { seenOf } from './import-file.ts';
import { dataRowOf } from './points.ts';
import { demandDataEntry } from './table.ts';
import { datumOf, writeEach } from './typing.ts';

type Channels = typeof dataChannels;

/** Figures that wait for their last button. Gone with the program. */
interface Pending {
  readonly owner: string;
  readonly cycleId: string;
  readonly file: string;
  readonly figures: ReadonlyMap<string, readonly ExamFigure[]>;
}

const pendings = new WeakMap<Store, Map<string, Pending>>();
const pendingOf = (store: Store): Map<string, Pending> => {
  const held = pendings.get(store) ?? new Map<string, Pending>();
  pendings.set(store, held);
  return held;
};

const MOST_SHOWN = 500;

/**
 * Reads the marks of an exam, and of an earlier one for 增值, and reckons what they say of each subject.
 *
 * @throws AppError `invalid` for what is no workbook, and what `demandDataEntry` refuses.
 */
export const readExamFiles = async (
  { cycleId, now, before, ...lines }: ParsedInputOf<Channels['evaluation.readExam']>,
  context: CallContext,
): Promise<HandlerOutputOf<Channels['evaluation.readExam']>> => {
  const { store, session, newId, today } = context;
  demandDataEntry(store, requireCycle(store, cycleId), context);
  const fields = allFields(context.store, context.resourcesDir);
  const files = [now, ...(before ? [before] : [])];
  const read = await readMany(
    files.map((file) => ({ name: file.name, bytes: bytesOf(file) })),
    (file) => file,
  );
  const cycle = requireCycle(store, cycleId);
  const examOf = (at: number): ReadExam => {
    const one = read[at];
    const name = files[at]?.name ?? '';
    if (one?.kind !== 'read') throw new AppError('invalid', `“${name}”：${one?.message ?? '读不出来。'}`);
    const exam = readExam(one.sheets, cycle.kind, at === 0 ? subjectRegister(store, cycle, today) : null);
    return {
      ...exam,
      refused: exam.refused === '' ? '' : `“${name}”：${exam.refused}`,
      problems: exam.problems.map((problem) => ({ ...problem, sheet: `${name} ${problem.sheet}` })),
    };
  };
  const late = examOf(0);
  const early: ReadExam = before ? examOf(1) : { marks: [], problems: [], absent: 0, refused: '' };
  const figures = examFigures(late.marks, early.marks, lines);
  const refused = [late.refused, early.refused].find((text) => text !== '') ?? '';
  const problems = [...late.problems, ...early.problems];
  const token = newId();
  const waiting = pendingOf(store);
  for (const [one, { owner }] of waiting) if (owner === session.id) waiting.delete(one);
  if (refused === '' && problems.length === 0)
    waiting.set(token, { owner: session.id, cycleId, file: now.name, figures });
  const units = new Map(fields.map(({ name, unit }) => [name, unit]));
  const reckoned = new Set([...figures.values()].flat().map(({ field }) => field));
  return {
    token,
    seen: seenOf(store, cycleId),
    file: now.name,
    marks: late.marks.length,
    absent: late.absent,
    fields: fields.map(({ name }) => name).filter((name) => reckoned.has(name)),
    groups: cycle.subjects.flatMap(({ id, name }) => {
      const own = figures.get(id);
      if (!own) return [];
      const values = dataRowOf(store, cycleId, id)?.values ?? {};
      return [
        {
          subjectId: id,
          name,
          figures: own.map(({ field, value, words }) => {
            const held = values[field];
            return {
              field,
              value: withUnit(value, units.get(field) ?? ''),
              words,
              onScreen: held ? withUnit(held.value, held.unit) : '',
            };
          }),
        },
      ];
    }),
    problems: problems.slice(0, MOST_SHOWN),
    refused,
  };
};

/**
 * Writes the chosen figures of a preview, all in one transaction.
 *
 * @throws AppError `not-found` for a preview that is gone or had problems, `conflict` when figures were changed meanwhile.
 */
export const applyExam = async (
  { token, seen, fields: chosen }: ParsedInputOf<Channels['evaluation.applyExam']>,
  context: CallContext,
): Promise<HandlerOutputOf<Channels['evaluation.applyExam']>> => {
  const { store, actor, channel, newId, session } = context;
  const pending = pendingOf(store).get(token);
  if (pending?.owner !== session.id)
    throw new AppError('not-found', '这次统计已经失效，或者还有错误没有改正，请重新选择成绩表。');
  const byName = new Map(allFields(context.store, context.resourcesDir).map((field) => [field.name, field]));
  const written = await store.transact({ actor, act: channel }, (tx) => {
    const cycle = requireCycle(tx, pending.cycleId);
    demandDataEntry(tx, cycle, context);
    if (seenOf(tx, cycle.id) !== seen)
      throw new AppError('conflict', '统计之后又有人改过这次考核的数据，请重新统计。没有写入任何内容。');
    const changes = [...pending.figures].flatMap(([subjectId, figures]) =>
      figures.flatMap(({ field: name, value, words }): DataImport['changes'] => {
        const field = byName.get(name);
        if (!field || !chosen.includes(name)) return [];
        const before = dataRowOf(tx, cycle.id, subjectId)?.values[name] ?? null;
        const after = datumOf(tx, field, value, { kind: 'exam', file: pending.file, words });
        return [{ subjectId, field: name, before, after }];
      }),
    );
    if (changes.length === 0) throw new AppError('invalid', '没有要写入的数据。');
    writeEach(
      tx,
      cycle.id,
      changes.map(({ subjectId, field, after }) => ({ subjectId, field, datum: after })),
      newId,
    );
    tx.insert(dataImportCollection, {
      id: newId(),
      cycleId: cycle.id,
      file: pending.file,
      saved: { at: instantOfMs(tx.now), by: tx.actor },
      changes,
      undone: null,
    });
    return changes.length;
  });
  pendingOf(store).delete(token);
  return { written };
};

/** An empty table of marks with the heads that are understood. */
export const examTemplate = async (
  { cycleId }: { cycleId: string },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const cycle = requireCycle(store, cycleId);
  const bytes = await renderRosterTemplate({
    sheetName: '成绩',
    createdAt: instantOfMs(clock.now()),
    columns: [
      { title: '学号', required: true, width: 20, allowed: '两次考试按它认人；没有时按班级和姓名。' },
      { title: '姓名', required: true, width: 12, allowed: '学生姓名。' },
      { title: '班级', required: true, width: 16, allowed: '如：七年级（3）班、七3班、2026级3班。' },
      { title: '学科', required: true, width: 10, allowed: '如：语文。一名学生一个学科一行。' },
      {
        title: '成绩',
        required: true,
        width: 10,
        allowed: '数字，最多两位小数；缺考写“缺考”或者留空，不计入。',
      },
      { title: '满分', required: false, width: 10, allowed: '不写按 100 分。' },
      { title: '教师工号', required: false, width: 12, allowed: '统计教师的数据时填写。' },
      {
        title: '任课教师',
        required: false,
        width: 12,
        allowed: '教师工号和姓名至少填一项，同名的须填工号。',
      },
    ],
    notes: [
      '一名学生一个学科一行；请填写数值，不要写公式。',
      '增值要两张成绩表：本次和上次。标准分 = 50 + 10 ×（得分 − 平均分）÷ 标准差，按学科在两次都参加的学生中计算；增值 = 本次标准分的平均 − 上次标准分的平均。',
    ],
  });
  return sheetFile(`${cycle.name}成绩表模板`, bytes);
};
