import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PaperView } from '../../../../shared/features/papers/channels.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { DayText, InstantText } from '../../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListPage } from '../../../ui/list/list-page.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { PrintPapers } from './print-papers.tsx';

const columns: readonly ListColumn<PaperView>[] = [
  {
    key: 'number',
    title: '文号',
    text: ({ number }) => number ?? '无文号',
    cell: ({ number }) => <strong className="mz-nowrap">{number ?? '无文号'}</strong>,
    width: 200,
  },
  { key: 'title', title: '标题', text: ({ title }) => title, width: 340 },
  { key: 'kind', title: '种类', text: ({ kind }) => kind, width: 130 },
  { key: 'people', title: '当事人', text: ({ people }) => people.join('、'), width: 130 },
  {
    key: 'state',
    title: '状态',
    text: ({ superseded }) => (superseded ? '已失效' : '有效'),
    cell: ({ superseded }) =>
      superseded ? (
        <span title={superseded.reason}>
          <StatusTag tone="stopped">已失效</StatusTag>
        </span>
      ) : (
        <StatusTag tone="issued">有效</StatusTag>
      ),
    width: 100,
  },
  {
    key: 'datedOn',
    title: '成文日期',
    text: ({ datedOn }) => formatDay(datedOn),
    compare: (a, b) => a.datedOn.localeCompare(b.datedOn),
    cell: ({ datedOn }) => <DayText day={datedOn} />,
    width: 140,
  },
  {
    key: 'issuedAt',
    title: '印发',
    text: ({ issuedBy }) => issuedBy,
    compare: (a, b) => a.issuedAt.localeCompare(b.issuedAt),
    cell: ({ issuedAt, issuedBy }) => (
      <span className="mz-nowrap">
        {issuedBy} <InstantText instant={issuedAt} />
      </span>
    ),
    optional: true,
    width: 220,
  },
];

/** Papers as they left the house. */
export const PapersTab = ({ openedId }: { openedId: string | null }): ReactNode => {
  const papers = useCall('papers.list', {});
  return <Loaded query={papers}>{(data) => <PaperList rows={data.papers} openedId={openedId} />}</Loaded>;
};

const PaperList = ({
  rows,
  openedId,
}: {
  rows: readonly PaperView[];
  openedId: string | null;
}): ReactNode => {
  const navigate = useNavigate();
  const filters: readonly ListFilter<PaperView>[] = [
    {
      key: 'kind',
      label: '种类',
      options: [...new Set(rows.map(({ kind }) => kind))].map((value) => ({ value, label: value })),
      of: ({ kind }) => kind,
    },
    {
      key: 'state',
      label: '状态',
      options: [
        { value: 'valid', label: '有效' },
        { value: 'void', label: '已失效' },
      ],
      of: ({ superseded }) => (superseded ? 'void' : 'valid'),
    },
  ];
  const list = useList({
    name: 'papers',
    rows,
    columns,
    filters,
    sort: { key: 'issuedAt', descending: true },
  });
  const opened = rows.find(({ id }) => id === openedId);
  return (
    <>
      <ListPage
        of={list}
        title="已印发文书"
        unit="份"
        searchHint="文号、标题、当事人"
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/papers/${id}`)}
        bulk={(chosen) => <PrintPapers paperIds={chosen.map(({ id }) => id)} />}
        empty={
          <EmptyState
            title="还没有印发过文书"
            about="问责事项作出决定并印发后，文书封存在这里，随时可以查看、打印。"
          />
        }
      />
      {opened && <PaperDrawer paper={opened} onClose={() => void navigate('/papers')} />}
    </>
  );
};

const PaperDrawer = ({ paper, onClose }: { paper: PaperView; onClose: () => void }): ReactNode => {
  const file = useCall('papers.read', { id: paper.id });
  return (
    <Drawer
      open
      size={1160}
      onClose={onClose}
      title={paper.number ?? paper.title}
      closable={{ 'aria-label': '关闭' }}
    >
      <PaperPreview
        title={paper.title}
        file={file.data ?? null}
        problem={file.error}
        onRetry={() => void file.refetch()}
        fields={
          <dl>
            <dt className="mz-muted">种类</dt>
            <dd>{paper.kind}</dd>
            <dt className="mz-muted">当事人</dt>
            <dd>{paper.people.join('、')}</dd>
            <dt className="mz-muted">成文日期</dt>
            <dd>
              <DayText day={paper.datedOn} />
            </dd>
            <dt className="mz-muted">印发</dt>
            <dd>
              {paper.issuedBy} <InstantText instant={paper.issuedAt} />
            </dd>
            {paper.superseded && (
              <>
                <dt className="mz-muted">失效</dt>
                <dd>
                  {paper.superseded.reason}（{paper.superseded.by}）
                </dd>
              </>
            )}
            <dd>
              <Link to={`/cases/${paper.caseId}`}>打开所属问责事项</Link>
            </dd>
          </dl>
        }
      />
    </Drawer>
  );
};
