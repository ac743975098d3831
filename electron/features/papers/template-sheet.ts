import type { z } from 'zod';
import type { papersChannels } from '../../../shared/features/papers/channels.ts';
import { formatDay, formatInstant, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import type { CallContext } from '../context.ts';
import { sheetFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { templateView } from './templates.ts';

/** 文书格式一览表: each form with what it has to say and the .docx in use, as a sheet. */
export const exportTemplates = async (
  { forms }: z.output<(typeof papersChannels)['papers.exportTemplates']['input']>,
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const title = `${readSchool(store).name}文书格式一览表`;
  const bytes = await renderListTable({
    title,
    sheetName: '文书格式',
    landscape: true,
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '文书', width: 26 },
      { title: '现用格式', width: 20 },
      { title: '文件', width: 26 },
      { title: '上传', width: 26 },
      { title: '必须有的内容', width: 60 },
    ],
    rows: forms.map((code, index) => {
      const { name, fields, current, versions } = templateView(store, code);
      const used = versions.find(({ version }) => version === current);
      return [
        index + 1,
        name,
        used ? `学校自己的，第${String(used.version)}版` : '通用格式',
        used?.fileName ?? '',
        used ? `${used.uploadedBy}，${formatInstant(used.uploadedAt)}` : '',
        fields
          .filter(({ mandatory }) => mandatory)
          .map(({ key }) => key)
          .join('、'),
      ];
    }),
    note: `共 ${String(forms.length)} 种，${formatDay(today)}导出。`,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(title, bytes);
};
