import { subjectKindLabels } from '../../../../shared/features/evaluation/indicators.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile } from '../../file-content.ts';
import { listSystems } from '../systems.ts';

/** The list of systems as it is seen. @throws AppError `not-found` for one that is not there any more. */
export const exportSystems = async (
  { ids }: { ids: readonly string[] },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const rows = new Map(listSystems(store).map((row) => [row.id, row]));
  const bytes = await renderListTable({
    title: '指标体系一览',
    sheetName: '指标体系',
    columns: [
      { title: '指标体系', width: 30 },
      { title: '考核对象', width: 14 },
      { title: '版本', width: 10, align: 'center' },
      { title: '状态', width: 14 },
      { title: '维度', width: 8, align: 'right' },
      { title: '指标', width: 8, align: 'right' },
      { title: '用于考核（次）', width: 14, align: 'right' },
    ],
    rows: ids.map((id) => {
      const row = rows.get(id);
      if (!row) throw new AppError('not-found', '所选指标体系里有已经不在的，请刷新后重试。');
      const standing = row.frozen
        ? '已启用'
        : row.problems === 0
          ? '可以使用'
          : `待补齐 ${String(row.problems)} 处`;
      return [
        row.name,
        subjectKindLabels[row.kind],
        `第 ${String(row.versionNumber)} 版`,
        standing,
        row.dimensions,
        row.indicators,
        row.cycles,
      ];
    }),
    landscape: true,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile('指标体系一览', bytes);
};
