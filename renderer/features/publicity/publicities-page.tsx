import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { PublicityRow } from '../../../shared/features/publicity/channels.ts';
import {
  publicityKindLabels,
  publicityKindSchema,
  publicityStateLabels,
  publicityStates,
  scopeLabels,
  scopeSchema,
} from '../../../shared/features/publicity/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useListExport } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ShortDayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { DueTag } from '../deadlines/parts/due-tag.tsx';
import { callLabels, callOf, PublicityStateTag, type Call } from './parts/publicity-state.tsx';
import { usePublicities } from './queries.ts';

const FAR = '9999-12-31';
const Dash = <span className="mz-muted">—</span>;
const isCall = (key: string): key is Call => Object.hasOwn(callLabels, key);

const columns: readonly ListColumn<PublicityRow>[] = [
  {
    key: 'number',
    title: '编号',
    text: ({ number }) => number,
    cell: ({ number }) => <strong className="mz-nowrap">{number}</strong>,
    width: 140,
  },
  {
    key: 'state',
    title: '状态',
    text: ({ state }) => publicityStateLabels[state],
    compare: (a, b) => publicityStates.indexOf(a.state) - publicityStates.indexOf(b.state),
    cell: ({ state, mustComeDown }) =>
      mustComeDown ? (
        <StatusTag tone="bad">{callLabels.takeDown}</StatusTag>
      ) : (
        <PublicityStateTag state={state} />
      ),
    width: 110,
  },
  { key: 'title', title: '标题', text: ({ title }) => title, width: 330 },
  { key: 'kind', title: '类别', text: ({ kind }) => publicityKindLabels[kind], width: 130 },
  { key: 'scope', title: '范围', text: ({ scope }) => scopeLabels[scope], width: 110 },
  {
    key: 'due',
    title: '公示期还剩',
    text: ({ due }) => due?.words ?? '',
    compare: (a, b) => (a.due?.dueOn ?? FAR).localeCompare(b.due?.dueOn ?? FAR),
    cell: ({ due }) => (due ? <DueTag of={due} /> : Dash),
    searched: false,
    width: 150,
  },
  {
    key: 'objections',
    title: '未答复异议',
    text: ({ openObjections }) => String(openObjections),
    compare: (a, b) => a.openObjections - b.openObjections,
    cell: ({ openObjections }) =>
      openObjections > 0 ? <StatusTag tone="due">{`${String(openObjections)} 条`}</StatusTag> : Dash,
    searched: false,
    width: 120,
  },
  {
    key: 'startsOn',
    title: '开始',
    text: ({ startsOn }) => (startsOn === null ? '' : formatDay(startsOn)),
    compare: (a, b) => (a.startsOn ?? FAR).localeCompare(b.startsOn ?? FAR),
    cell: ({ startsOn }) => (startsOn === null ? Dash : <ShortDayText day={startsOn} />),
    searched: false,
    optional: true,
    width: 120,
  },
  {
    key: 'endsOn',
    title: '期满',
    text: ({ endsOn }) => (endsOn === null ? '' : formatDay(endsOn)),
    compare: (a, b) => (a.endsOn ?? FAR).localeCompare(b.endsOn ?? FAR),
    cell: ({ endsOn }) => (endsOn === null ? Dash : <ShortDayText day={endsOn} />),
    searched: false,
    optional: true,
    width: 120,
  },
  {
    key: 'items',
    title: '项数',
    text: ({ items }) => String(items),
    compare: (a, b) => a.items - b.items,
    align: 'right',
    searched: false,
    optional: true,
    width: 80,
  },
];

const filters: readonly ListFilter<PublicityRow>[] = [
  {
    key: 'call',
    label: '待办',
    options: Object.keys(callLabels)
      .filter(isCall)
      .map((value) => ({ value, label: callLabels[value] })),
    of: (row) => callOf(row) ?? '',
  },
  {
    key: 'state',
    label: '状态',
    options: publicityStates.map((value) => ({ value, label: publicityStateLabels[value] })),
    of: ({ state }) => state,
  },
  {
    key: 'kind',
    label: '类别',
    options: publicityKindSchema.options.map((value) => ({ value, label: publicityKindLabels[value] })),
    of: ({ kind }) => kind,
  },
  {
    key: 'scope',
    label: '范围',
    options: scopeSchema.options.map((value) => ({ value, label: scopeLabels[value] })),
    of: ({ scope }) => scope,
  },
];

/** 公示: all of them, with how long each still hangs and what was said against it. It names nobody whose name is hidden. */
export const PublicitiesPage = (): ReactNode => {
  const query = usePublicities();
  return <Loaded query={query}>{(data) => <PublicityList rows={data.publicities} />}</Loaded>;
};

const PublicityList = ({ rows }: { rows: readonly PublicityRow[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const exporting = useListExport('publicity.exportList');
  const list = useList({ name: 'publicities', rows, columns, filters });
  const mayManage = can('publicity.manage');
  const draft = mayManage && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/publicity/new')}>
      起草公示
    </Button>
  );
  return (
    <ListPage<PublicityRow>
      of={list}
      title="公示"
      unit="项"
      actions={draft}
      searchHint="编号、标题、类别、范围"
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/publicity/${id}`)}
      {...(mayManage ? exporting : {})}
      empty={
        <EmptyState
          title="还没有公示"
          about="处理决定送达本人以后，可以在校内规定的范围公示：从案件里选人，程序按规则隐去姓名，数好工作日，记下异议和答复。年度考核优秀、评优评先、问责情况汇总也在这里公示。学生的惩戒一律不公示。"
          actions={draft}
        />
      }
    />
  );
};
