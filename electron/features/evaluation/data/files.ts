import { withUnit } from '../../../../shared/features/evaluation/data/fields.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import { renderRosterTemplate } from '../../../documents/excel/roster-template.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile } from '../../file-content.ts';
import { requireCycle } from '../cycles.ts';
import { numberWordOf } from './candidates.ts';
import { dataTable } from './table.ts';

/**
 * A table with every subject, to be filled in and imported again.
 *
 * @throws AppError `illegal-step` for a cycle without subjects or without formulas.
 */
export const dataTemplate = async (
  { cycleId }: { cycleId: string },
  context: CallContext,
): Promise<FileContent> => {
  const { columns, rows, cycleName } = await dataTable({ cycleId }, context);
  const known = columns.filter((column) => column.known);
  if (rows.length === 0) throw new AppError('illegal-step', '还没有考核对象，请先在“对象”里选定。');
  if (known.length === 0) throw new AppError('illegal-step', '这次考核的指标没有用到数据，不需要模板。');
  const { kind } = requireCycle(context.store, cycleId);
  const numbered = rows.some(({ subject }) => subject.number !== '');
  const bytes = await renderRosterTemplate({
    sheetName: '数据',
    createdAt: instantOfMs(context.clock.now()),
    columns: [
      ...(numbered
        ? [{ title: numberWordOf(kind), required: true, width: 14, allowed: '按它认人，请不要改。' }]
        : []),
      { title: '姓名/名称', required: true, width: 16, allowed: '请不要改。' },
      ...known.map(({ field, allowed }) => ({
        title: field.unit === '' ? field.name : `${field.name}（${field.unit}）`,
        required: false,
        width: Math.max(12, (field.name.length + field.unit.length) * 2 + 4),
        allowed: `可填：${allowed}。${field.about}`,
      })),
    ],
    rows: rows.map(({ subject }) => [...(numbered ? [subject.number] : []), subject.name]),
    notes: [
      `${cycleName}数据表`,
      '请填写数值，不要写公式。空着的格子表示还没有数据，导入时跳过，不会当作 0，也不会清掉已有的数。',
      '单位是 % 的列，92.5% 写成 92.5 或者 92.5% 都可以。',
    ],
  });
  return sheetFile(`${cycleName}数据表`, bytes);
};

/** The data of a cycle as they stand, with what the formulas give. */
export const exportData = async (
  { cycleId }: { cycleId: string },
  context: CallContext,
): Promise<FileContent> => {
  const { columns, rows, cycleName, formulas } = await dataTable({ cycleId }, context);
  const bytes = await renderListTable({
    title: `${cycleName}数据`,
    sheetName: '数据',
    columns: [
      { title: '工号/编号', width: 12 },
      { title: '姓名/名称', width: 14 },
      { title: '部门', width: 16 },
      ...columns.map(({ field }) => ({
        title: field.unit === '' ? field.name : `${field.name}（${field.unit}）`,
        width: 12,
        align: 'right' as const,
      })),
      ...formulas.map(({ name }) => ({ title: `${name}（得分）`, width: 14, align: 'right' as const })),
      { title: '还缺', width: 24 },
    ],
    rows: rows.map(({ subject, cells, points, missing }) => [
      subject.number,
      subject.name,
      subject.department,
      ...columns.map(({ field }) => {
        const value = cells[field.name];
        return value === undefined ? null : Number(value);
      }),
      ...formulas.map(({ indicatorId }) => {
        const value = points[indicatorId] ?? '';
        return value === '' ? null : Number(value);
      }),
      missing.join('、'),
    ]),
    note: `截至${formatDay(context.today)}。公式：${formulas
      .map(
        ({ name, expression, fullMarks }) =>
          `${name} = ${expression}（满分 ${withUnit(String(fullMarks / 100), '')}）`,
      )
      .join('；')}`,
    landscape: true,
    createdAt: instantOfMs(context.clock.now()),
  });
  return sheetFile(`${cycleName}数据`, bytes);
};
