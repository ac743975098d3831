import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import {
  employmentLabels,
  employmentSchema,
  genderLabels,
} from '../../../shared/features/organisation/schema.ts';
import type { StaffRow } from '../../../shared/features/organisation/views.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';

const columns: readonly ListColumn<StaffRow>[] = [
  { key: 'number', title: '工号', text: ({ number }) => number, width: 100 },
  {
    key: 'name',
    title: '姓名',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 110,
  },
  { key: 'gender', title: '性别', text: ({ gender }) => genderLabels[gender], searched: false, width: 70 },
  { key: 'department', title: '部门', text: ({ department }) => department || '—', width: 180 },
  { key: 'post', title: '岗位', text: ({ post }) => post || '—', width: 200 },
  {
    key: 'employment',
    title: '编制与身份',
    text: ({ employment }) => employmentLabels[employment],
    width: 110,
  },
  { key: 'title', title: '职称', text: ({ title }) => title || '—', optional: true, width: 120 },
  { key: 'phone', title: '手机', text: ({ phone }) => phone || '—', optional: true, width: 140 },
  {
    key: 'joinedOn',
    title: '入职日期',
    text: ({ joinedOn }) => (joinedOn === null ? '' : formatDay(joinedOn)),
    compare: (a, b) => (a.joinedOn ?? '').localeCompare(b.joinedOn ?? ''),
    cell: ({ joinedOn }) => <DayText day={joinedOn} />,
    searched: false,
    width: 150,
  },
  {
    key: 'present',
    title: '在校情况',
    text: ({ present }) => (present ? '在校' : '已离校'),
    cell: ({ present }) => (
      <StatusTag tone={present ? 'done' : 'stopped'}>{present ? '在校' : '已离校'}</StatusTag>
    ),
    width: 110,
  },
];

const filtersFor = (staff: readonly StaffRow[]): readonly ListFilter<StaffRow>[] => [
  {
    key: 'department',
    label: '部门',
    options: [...new Set(staff.flatMap(({ department }) => department.split('、')))]
      .filter((name) => name !== '')
      .map((name) => ({ value: name, label: name })),
    of: ({ department }) => department.split('、'),
  },
  {
    key: 'employment',
    label: '编制与身份',
    options: employmentSchema.options.map((value) => ({ value, label: employmentLabels[value] })),
    of: ({ employment }) => employment,
  },
  {
    key: 'present',
    label: '在校情况',
    options: [
      { value: 'here', label: '在校' },
      { value: 'left', label: '已离校' },
    ],
    of: ({ present }) => (present ? 'here' : 'left'),
  },
];

/** The staff, present and former. */
export const StaffPage = (): ReactNode => {
  const staff = useCall('organisation.staff', {});
  return <Loaded query={staff}>{(data) => <StaffList staff={data.staff} />}</Loaded>;
};

const StaffList = ({ staff }: { staff: readonly StaffRow[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const filters = useMemo(() => filtersFor(staff), [staff]);
  const list = useList({
    name: 'organisation.staff',
    rows: staff,
    columns,
    filters,
    sort: { key: 'number', descending: false },
  });
  const exporting = useListExport('organisation.exportStaff');
  const actions = can('organisation.write') && (
    <>
      <Button onClick={() => void navigate('/organisation/import')}>导入名册</Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/organisation/staff/new')}>
        新增教职工
      </Button>
    </>
  );
  return (
    <ListPage
      of={list}
      title="教职工"
      unit="人"
      actions={actions}
      searchHint="姓名、拼音首字母、工号、部门、岗位"
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/organisation/staff/${id}`)}
      {...(can('organisation.export') ? exporting : {})}
      empty={
        <EmptyState
          title="还没有教职工"
          about="可以用 Excel 名册一次导入，也可以一位一位新增。先导入最省事：下载模板，填好，拖进来。"
          actions={actions}
        />
      }
    />
  );
};
