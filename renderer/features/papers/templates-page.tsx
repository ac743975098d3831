import { useState, type ReactNode } from 'react';
import type { TemplateView } from '../../../shared/features/papers/template.ts';
import { useCall } from '../../app/calls.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { InstantText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { TemplateDrawer } from './parts/template-drawer.tsx';

const inUse = ({ current, versions }: TemplateView): TemplateView['versions'][number] | undefined =>
  versions.find(({ version }) => version === current);

const columns: readonly ListColumn<TemplateView>[] = [
  {
    key: 'name',
    title: '文书',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 260,
  },
  {
    key: 'state',
    title: '现用格式',
    text: (row) => (inUse(row) ? '学校自己的' : '通用格式'),
    cell: (row) =>
      inUse(row) ? (
        <StatusTag tone="done">学校自己的</StatusTag>
      ) : (
        <StatusTag tone="info">通用格式</StatusTag>
      ),
    width: 140,
  },
  {
    key: 'version',
    title: '版次',
    text: ({ current }) => (current === null ? '' : `第${String(current)}版`),
    width: 100,
  },
  { key: 'file', title: '文件', text: (row) => inUse(row)?.fileName ?? '', width: 260 },
  {
    key: 'uploaded',
    title: '上传',
    text: (row) => inUse(row)?.uploadedBy ?? '',
    cell: (row) => {
      const version = inUse(row);
      return (
        version && (
          <span className="mz-nowrap">
            {version.uploadedBy} <InstantText instant={version.uploadedAt} />
          </span>
        )
      );
    },
    width: 220,
  },
];

const filters: readonly ListFilter<TemplateView>[] = [
  {
    key: 'state',
    label: '现用格式',
    options: [
      { value: 'own', label: '学校自己的' },
      { value: 'house', label: '通用格式' },
    ],
    of: ({ current }) => (current === null ? 'house' : 'own'),
  },
];

/** Every kind of paper, with the form it is made from. */
export const TemplatesPage = (): ReactNode => {
  const templates = useCall('papers.templates', {});
  return <Loaded query={templates}>{(data) => <TemplateList rows={data.forms} />}</Loaded>;
};

const TemplateList = ({ rows }: { rows: readonly TemplateView[] }): ReactNode => {
  const [opened, setOpened] = useState<string | null>(null);
  const list = useList({ name: 'paper-templates', rows, columns, filters });
  const form = rows.find(({ code }) => code === opened);
  const exporting = useFileCommand('papers.exportTemplates');
  return (
    <>
      <ListPage
        of={list}
        title="文书格式"
        unit="种"
        about="每种文书都有现成的通用格式。学校另有格式的，下载通用格式在 Word 里改好，再上传。"
        searchHint="文书名称"
        rowKey={({ code }) => code}
        onOpen={({ code }) => setOpened(code)}
        onExport={(shown) => exporting.mutate({ forms: shown.map(({ code }) => code) })}
        exporting={exporting.isPending}
        empty={<EmptyState title="没有文书格式" about="程序没有装完整，请重新安装。" />}
      />
      {form && <TemplateDrawer key={form.rev} form={form} onClose={() => setOpened(null)} />}
    </>
  );
};
