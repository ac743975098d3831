import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ChannelOutput } from '../../../shared/channels.ts';
import type { DutyRow } from '../../../shared/features/duties/channels.ts';
import { holderKindLabels } from '../../../shared/features/duties/schema.ts';
import { useCall } from '../../app/calls.ts';
import { useFileCommand, useListExport } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { AdoptDrawer } from './parts/adopt-drawer.tsx';
import './parts/duties.css';
import { NewListDrawer } from './parts/items-drawer.tsx';

type Lists = ChannelOutput<'duties.lists'>;

const standing = ({ endedOn, people }: DutyRow): 'ended' | 'vacant' | 'held' =>
  endedOn !== null ? 'ended' : people.length === 0 ? 'vacant' : 'held';
const standingWords = { held: '在用', vacant: '无人承担', ended: '已停用' } as const;
const standingTones = { held: 'done', vacant: 'due', ended: 'stopped' } as const;

const shortNames = (people: readonly string[]): string =>
  people.length <= 3
    ? people.join('、') || '—'
    : `${people.slice(0, 3).join('、')}等 ${String(people.length)} 人`;

const columns: readonly ListColumn<DutyRow>[] = [
  {
    key: 'title',
    title: '职责',
    text: ({ title }) => title,
    cell: ({ title }) => <strong>{title}</strong>,
    width: 220,
  },
  { key: 'kind', title: '属于', text: ({ kind }) => holderKindLabels[kind], width: 90 },
  { key: 'people', title: '现由谁承担', text: ({ people }) => shortNames(people), width: 220 },
  {
    key: 'items',
    title: '项数',
    text: ({ items }) => `${String(items)} 项`,
    compare: (a, b) => a.items - b.items,
    searched: false,
    width: 90,
  },
  {
    key: 'appliesFrom',
    title: '现行版本',
    text: ({ version }) => `第 ${String(version)} 版`,
    cell: ({ version, appliesFrom }) => (
      <>
        第 {version} 版，
        <DayText day={appliesFrom} />起
      </>
    ),
    compare: (a, b) => a.appliesFrom.localeCompare(b.appliesFrom),
    searched: false,
    width: 200,
  },
  {
    key: 'standing',
    title: '状态',
    text: (row) => standingWords[standing(row)],
    cell: (row) => <StatusTag tone={standingTones[standing(row)]}>{standingWords[standing(row)]}</StatusTag>,
    width: 120,
  },
];

const filters: readonly ListFilter<DutyRow>[] = [
  {
    key: 'kind',
    label: '属于',
    options: (['post', 'head', 'body'] as const).map((value) => ({ value, label: holderKindLabels[value] })),
    of: ({ kind }) => kind,
  },
  {
    key: 'standing',
    label: '状态',
    options: (['held', 'vacant', 'ended'] as const).map((value) => ({ value, label: standingWords[value] })),
    of: standing,
  },
];

/** The duties of posts, bodies and heads of classes, with what is missing among them. */
export const DutiesPage = (): ReactNode => {
  const lists = useCall('duties.lists', {});
  return <Loaded query={lists}>{(data) => <DutyLists {...data} />}</Loaded>;
};

const SHOWN = 5;

/** Gaps and overlaps: the first few, the others on demand. */
const Findings = ({ findings }: Pick<Lists, 'findings'>): ReactNode => {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="mz-duty-findings"
      title={`有 ${String(findings.length)} 处缺口或重叠`}
      description={
        <>
          <ul>
            {(all ? findings : findings.slice(0, SHOWN)).map(({ message, listId }) => (
              <li key={message}>
                {listId === null ? message : <Link to={`/duties/${listId}`}>{message}</Link>}
              </li>
            ))}
          </ul>
          {findings.length > SHOWN && (
            <Button size="small" type="link" onClick={() => setAll(!all)}>
              {all ? '收起' : `看全部 ${String(findings.length)} 处`}
            </Button>
          )}
        </>
      }
    />
  );
};

const DutyLists = ({ lists, findings }: Lists): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const [open, setOpen] = useState<'adopt' | 'new' | null>(null);
  const list = useList({ name: 'duties.lists', rows: lists, columns, filters });
  const exporting = useListExport('duties.exportLists');
  const paper = useFileCommand('duties.listsPaper');
  const writes = can('duties.write');
  return (
    <>
      <ListPage
        of={list}
        title="岗位职责"
        unit="份"
        about="谁对什么负责：按岗位、机构和班主任分别写明，考核、检查和问责都从这里来。"
        actions={
          <>
            {can('duties.export') && list.shown.length > 0 && (
              <Button
                loading={paper.isPending}
                onClick={() => paper.mutate({ ids: list.shown.map(({ id }) => id) })}
              >
                导出汇编（Word）
              </Button>
            )}
            {writes && (
              <Button icon={<PlusOutlined />} onClick={() => setOpen('new')}>
                新写一份
              </Button>
            )}
            {writes && (
              <Button type="primary" onClick={() => setOpen('adopt')}>
                从库中采用
              </Button>
            )}
          </>
        }
        searchHint="岗位、拼音首字母、承担的人"
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/duties/${id}`)}
        {...(can('duties.export') ? exporting : {})}
        empty={
          <EmptyState
            title="还没有岗位职责"
            about="职责库里有校长、主任、教师、班主任、报账员、安全员等二十多份，先采用，再按学校实际修改。"
            actions={
              writes && (
                <Button type="primary" onClick={() => setOpen('adopt')}>
                  从库中采用
                </Button>
              )
            }
          />
        }
      >
        {lists.length > 0 && <Findings findings={findings} />}
      </ListPage>
      {open === 'adopt' && <AdoptDrawer onClose={() => setOpen(null)} />}
      {open === 'new' && (
        <NewListDrawer
          onClose={() => setOpen(null)}
          onSaved={({ record }) => void navigate(`/duties/${record.id}`)}
        />
      )}
    </>
  );
};
