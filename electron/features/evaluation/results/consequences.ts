import { consequencesOf } from '../../../../shared/features/evaluation/results/annual.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import type {
  ConsequenceRow,
  ConsequenceView,
} from '../../../../shared/features/evaluation/results/views.ts';
import type { ConfirmedResult, Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { instantOfMs, yearOf } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import type { Reader } from '../../../store/types.ts';
import { standingSanctions } from '../../cases/index.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile } from '../../file-content.ts';
import { confirmedResultCollection, cycleCollection } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { confirmedResults } from '../results.ts';
import { assessedYearOf, isAnnual } from './grade-law.ts';

/** The grade of a frozen result; null for one without. */
const gradeOfResult = ({ outcome }: ConfirmedResult): string | null => {
  switch (outcome.kind) {
    case 'graded':
      return outcome.figures.grade;
    case 'assigned':
      return outcome.grade;
    case 'undetermined':
      return null;
  }
};

/** The standing grade of the yearly assessment of the year before. */
const before = (reader: Reader, cycle: Cycle, subjectId: string): ConsequenceView['before'] => {
  const year = assessedYearOf(cycle) - 1;
  for (const result of reader.by(confirmedResultCollection, 'subject', subjectId)) {
    const other = reader.get(cycleCollection, result.cycleId);
    const grade = gradeOfResult(result);
    if (
      result.withdrawn === null &&
      other &&
      grade !== null &&
      isAnnual(other) &&
      assessedYearOf(other) === year
    )
      return { cycleName: other.name, grade, at: result.confirmed.at };
  }
  return null;
};

/** @throws AppError `illegal-step` unless it is a confirmed yearly assessment. */
const demandAnnual = (cycle: Cycle): void => {
  if (!isAnnual(cycle)) throw new AppError('illegal-step', '只有教职工年度考核才有规定的结果运用。');
  if (cycle.state !== 'confirmed') throw new AppError('illegal-step', '确认结果以后才能看结果运用。');
};

const consequencesOfResult = (reader: Reader, cycle: Cycle, result: ConfirmedResult): ConsequenceView => {
  const { subjectId } = result;
  const grade = gradeOfResult(result);
  const earlier = before(reader, cycle, subjectId);
  const year = assessedYearOf(cycle);
  const lowered = standingSanctions(reader, subjectId).some(
    ({ sanction, effectiveOn }) =>
      (sanction === 'downgrade' || sanction === 'lower-post') && yearOf(effectiveOn) === year,
  );
  return {
    subjectId,
    grade,
    before: earlier,
    lines: consequencesOf(grade, earlier?.grade ?? null, lowered).map((line) => ({
      text: line.text,
      article: `《事业单位工作人员考核规定》${line.article}`,
    })),
  };
};

/**
 * What a person's grade in a confirmed yearly assessment brings with it (人社部发〔2023〕6号第二十七条至第三十一条),
 * two years running and a post that a sanction has lowered already included.
 *
 * @throws AppError `illegal-step` unless it is a confirmed yearly assessment, `not-found` for somebody else.
 */
export const consequencesFor = (reader: Reader, cycle: Cycle, subjectId: string): ConsequenceView => {
  demandAnnual(cycle);
  const result = confirmedResults(reader, cycle).find((one) => one.subjectId === subjectId);
  if (!result) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
  return consequencesOfResult(reader, cycle, result);
};

/** The same of everybody, in the order of the subjects. @throws AppError `illegal-step` as above. */
export const listConsequences = (reader: Reader, cycle: Cycle): ConsequenceRow[] => {
  demandAnnual(cycle);
  const results = new Map(confirmedResults(reader, cycle).map((result) => [result.subjectId, result]));
  return cycle.subjects.flatMap((subject) => {
    const result = results.get(subject.id);
    return result ? [{ ...consequencesOfResult(reader, cycle, result), subject }] : [];
  });
};

/** 结果运用一览表 of the people named. @throws AppError `not-found` when somebody named has no result here. */
export const exportConsequences = async (
  { cycleId, subjectIds }: { readonly cycleId: string; readonly subjectIds: readonly string[] },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const cycle = requireCycle(store, cycleId);
  const bySubject = new Map(listConsequences(store, cycle).map((row) => [row.subjectId, row]));
  const rows = subjectIds.map((id) => {
    const row = bySubject.get(id);
    if (!row) throw new AppError('not-found', '所选人员里有不属于这次考核的，请刷新后重试。');
    return row;
  });
  const name = `${cycle.name}结果运用一览表`;
  const bytes = await renderListTable({
    title: name,
    sheetName: '结果运用',
    columns: [
      { title: '工号', width: 12 },
      { title: '姓名', width: 12 },
      { title: '部门', width: 16 },
      { title: '等次', width: 10, align: 'center' },
      { title: '上一年度', width: 10, align: 'center' },
      { title: '结果运用', width: 60 },
      { title: '依据', width: 30 },
      { title: '落实情况', width: 18 },
    ],
    rows: rows.map(({ subject, grade, before: earlier, lines }) => [
      subject.number,
      subject.name,
      subject.department,
      grade ?? UNGRADED,
      earlier?.grade ?? '',
      lines.map(({ text }, at) => `${String(at + 1)}. ${text}`).join('\n'),
      [...new Set(lines.map(({ article }) => article))].join('\n'),
      '',
    ]),
    note: '按《事业单位工作人员考核规定》（人社部发〔2023〕6号）列出，“落实情况”由经办人填写。',
    landscape: true,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(name, bytes);
};
