import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { AppealRow } from '../../../shared/features/appeals/channels.ts';
import {
  appealKinds,
  kindLabels,
  outcomeLabels,
  outcomeSchema,
} from '../../../shared/features/appeals/kinds.ts';
import { appealStates } from '../../../shared/features/appeals/schema.ts';
import { stateLabels } from '../../../shared/features/appeals/workflow.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useListExport } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ShortDayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { nextTermColumn, nextTermFilter } from '../deadlines/parts/due-list.tsx';
import { AppealStateTag, OutcomeTag } from './parts/appeal-state.tsx';
import { useAppeals } from './queries.ts';

const columns: readonly ListColumn<AppealRow>[] = [
  {
    key: 'number',
    title: '编号',
    text: ({ number }) => number,
    cell: ({ number }) => <strong className="mz-nowrap">{number}</strong>,
    width: 130,
  },
  { key: 'kind', title: '种类', text: ({ kind }) => kindLabels[kind], width: 100 },
  {
    key: 'state',
    title: '状态',
    text: ({ state }) => stateLabels[state],
    compare: (a, b) => appealStates.indexOf(a.state) - appealStates.indexOf(b.state),
    cell: ({ state }) => <AppealStateTag state={state} />,
    width: 150,
  },
  { key: 'person', title: '当事人', text: ({ person }) => person, width: 110 },
  { key: 'against', title: '不服的处理', text: ({ against }) => against, width: 160 },
  nextTermColumn(250),
  {
    key: 'outcome',
    title: '结果',
    text: ({ outcome }) => (outcome ? outcomeLabels[outcome] : ''),
    cell: ({ outcome }) => (outcome ? <OutcomeTag outcome={outcome} /> : <span className="mz-muted">—</span>),
    width: 100,
  },
  {
    key: 'receivedOn',
    title: '收到日期',
    text: ({ receivedOn }) => formatDay(receivedOn),
    compare: (a, b) => a.receivedOn.localeCompare(b.receivedOn),
    cell: ({ receivedOn }) => <ShortDayText day={receivedOn} />,
    searched: false,
    width: 130,
  },
  { key: 'caseNumber', title: '案号', text: ({ caseNumber }) => caseNumber, optional: true, width: 150 },
  { key: 'matter', title: '问责事由', text: ({ matter }) => matter, optional: true, width: 140 },
  { key: 'applicant', title: '申请人', text: ({ applicant }) => applicant, optional: true, width: 110 },
  {
    key: 'decidedOn',
    title: '决定日期',
    text: ({ decidedOn }) => (decidedOn ? formatDay(decidedOn) : ''),
    compare: (a, b) => (a.decidedOn ?? '').localeCompare(b.decidedOn ?? ''),
    searched: false,
    optional: true,
    width: 140,
  },
];

const filters: readonly ListFilter<AppealRow>[] = [
  {
    key: 'state',
    label: '状态',
    options: appealStates.map((value) => ({ value, label: stateLabels[value] })),
    of: ({ state }) => state,
  },
  nextTermFilter,
  {
    key: 'kind',
    label: '种类',
    options: appealKinds.map((value) => ({ value, label: kindLabels[value] })),
    of: ({ kind }) => kind,
  },
  {
    key: 'outcome',
    label: '结果',
    options: [
      ...outcomeSchema.options.map((value) => ({ value, label: outcomeLabels[value] })),
      { value: 'none', label: '还没有结果' },
    ],
    of: ({ outcome }) => outcome ?? 'none',
  },
];

/** 申诉复核: all of them, with what is due next. Children are masked. */
export const AppealsPage = (): ReactNode => {
  const appeals = useAppeals();
  return <Loaded query={appeals}>{(data) => <AppealList rows={data.appeals} />}</Loaded>;
};

const AppealList = ({ rows }: { rows: readonly AppealRow[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const exporting = useListExport('appeals.exportList');
  const list = useList({
    name: 'appeals',
    rows,
    columns,
    filters,
    sort: { key: 'receivedOn', descending: true },
  });
  const register = can('appeals.handle') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/appeals/new')}>
      登记申请
    </Button>
  );
  return (
    <ListPage<AppealRow>
      of={list}
      title="申诉复核"
      unit="件"
      actions={register}
      searchHint="编号、当事人、不服的处理、案号"
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/appeals/${id}`)}
      {...(can('cases.export') ? exporting : {})}
      empty={
        <EmptyState
          title="还没有申诉、复核"
          about="教职工申请复核、学生或者家长提出申诉，都从这里登记：程序核对是否超期，提醒谁应当回避，结果直接更正案件、档案和文书。"
          actions={register}
        />
      }
    />
  );
};
