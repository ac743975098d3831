import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import { pupilPhrase, replaceNames } from '../../../shared/kernel/masking.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { actLabels } from '../../../shared/features/cases/acts.ts';
import {
  caseColumnLabels,
  caseColumnSchema,
  type CaseColumn,
  type CaseRow,
} from '../../../shared/features/cases/list.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { routeLabels, stateLabels } from '../../../shared/features/cases/states.ts';
import { renderListTable, type ListColumn } from '../../documents/excel/list-table.ts';
import type { CallContext } from '../context.ts';
import { sheetFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { requireCaseFor } from './change.ts';
import { caseRow } from './views.ts';

interface SheetColumn {
  readonly look: Omit<ListColumn, 'title'>;
  readonly text: (row: CaseRow) => string;
}

const columns: Readonly<Record<CaseColumn, SheetColumn>> = {
  number: { look: { width: 18 }, text: ({ number }) => number },
  state: { look: { width: 12, align: 'center' }, text: ({ state }) => stateLabels[state] },
  route: { look: { width: 14, align: 'center' }, text: ({ route }) => routeLabels[route] },
  matter: { look: { width: 16 }, text: ({ matter }) => matter },
  people: { look: { width: 16 }, text: ({ people }) => people.join('、') },
  clock: {
    look: { width: 24 },
    text: ({ nextClock }) => (nextClock ? `${formatDay(nextClock.dueOn)} ${nextClock.label}` : ''),
  },
  nextAct: { look: { width: 14 }, text: ({ nextAct }) => (nextAct === null ? '' : actLabels[nextAct]) },
  measure: { look: { width: 14 }, text: ({ measure }) => measure ?? '' },
  paperNumber: { look: { width: 20 }, text: ({ paperNumber }) => paperNumber ?? '' },
  registeredOn: { look: { width: 16 }, text: ({ registeredOn }) => formatDay(registeredOn) },
  occurredOn: { look: { width: 16 }, text: ({ occurredOn }) => formatDay(occurredOn) },
  summary: { look: { width: 40 }, text: ({ summary }) => summary },
};

/** A row as it may leave the house: no child is named in a list (《未成年人保护法》第一百零三条). */
const withoutMinors = (record: CaseRecord, today: string): CaseRow => {
  const row = caseRow(record, today);
  if (!row.hasMinor) return row;
  const minors = record.subjects.filter(({ minor }) => minor).map(({ name }) => name);
  return {
    ...row,
    people: record.subjects.map(({ name, minor }) => (minor ? pupilPhrase() : name)),
    summary: replaceNames(row.summary, minors, () => '该生'),
    nextClock: row.nextClock && {
      ...row.nextClock,
      label: replaceNames(row.nextClock.label, minors, () => '学生'),
    },
  };
};

/** The cases named as a sheet, in that order, with the columns named. */
export const exportCaseList = async (
  {
    ids,
    columns: wanted = caseColumnSchema.options,
  }: { ids: readonly string[]; columns?: readonly CaseColumn[] | undefined },
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const rows = ids.map((id) => withoutMinors(requireCaseFor(context, id), today));
  const school = readSchool(store).name;
  const bytes = await renderListTable({
    title: `${school}问责事项一览表`,
    sheetName: '问责事项',
    landscape: true,
    columns: [
      { title: '序号', width: 6, align: 'center' },
      ...wanted.map((key) => ({ title: caseColumnLabels[key], ...columns[key].look })),
    ],
    rows: rows.map((row, index) => [index + 1, ...wanted.map((key) => columns[key].text(row))]),
    note: `共 ${String(rows.length)} 件，${formatDay(today)}导出。内部资料，请妥善保管。`,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(`${school}问责事项一览表（${formatDay(today)}）`, bytes);
};
