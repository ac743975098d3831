import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { genderLabels } from '../../../shared/features/organisation/schema.ts';
import type { ClassView, PupilRow } from '../../../shared/features/organisation/views.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';

/** The place of every class among the classes: by grade, then by number within it. */
type ClassOrder = ReadonlyMap<string, number>;

const columnsFor = (order: ClassOrder): readonly ListColumn<PupilRow>[] => [
  {
    key: 'name',
    title: '姓名',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 120,
  },
  { key: 'number', title: '学籍号', text: ({ number }) => number, width: 200 },
  {
    key: 'class',
    title: '班级',
    text: (pupil) => pupil.class || '—',
    compare: (a, b) => (order.get(a.classId) ?? 0) - (order.get(b.classId) ?? 0),
    width: 160,
  },
  { key: 'gender', title: '性别', text: ({ gender }) => genderLabels[gender], searched: false, width: 80 },
  { key: 'guardians', title: '监护人', text: ({ guardians }) => guardians || '—', width: 220 },
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

const filtersFor = (pupils: readonly PupilRow[], order: ClassOrder): readonly ListFilter<PupilRow>[] => [
  {
    key: 'class',
    label: '班级',
    options: [...new Map(pupils.map((pupil) => [pupil.classId, pupil.class]))]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => (order.get(a.value) ?? 0) - (order.get(b.value) ?? 0)),
    of: ({ classId }) => classId,
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

/** The pupils, present and former. */
export const PupilsPage = (): ReactNode => {
  const pupils = useCall('organisation.pupils', {});
  const classes = useCall('organisation.classes', {});
  return (
    <Loaded query={pupils}>
      {(data) => (
        <Loaded query={classes}>
          {(known) => <PupilList pupils={data.pupils} classes={known.classes} />}
        </Loaded>
      )}
    </Loaded>
  );
};

const PupilList = ({
  pupils,
  classes,
}: {
  pupils: readonly PupilRow[];
  classes: readonly ClassView[];
}): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const order = useMemo(
    () =>
      new Map(
        [...classes]
          .sort((a, b) => a.grade - b.grade || a.ordinal - b.ordinal)
          .map(({ id }, place) => [id, place] as const),
      ),
    [classes],
  );
  const columns = useMemo(() => columnsFor(order), [order]);
  const filters = useMemo(() => filtersFor(pupils, order), [pupils, order]);
  const list = useList({
    name: 'organisation.pupils',
    rows: pupils,
    columns,
    filters,
    sort: { key: 'class', descending: false },
  });
  const exporting = useListExport('organisation.exportPupils');
  const actions = can('organisation.write') && (
    <>
      <Button onClick={() => void navigate('/organisation/import')}>导入名册</Button>
      <Button
        type="primary"
        icon={<PlusOutlined />}
        onClick={() => void navigate('/organisation/pupils/new')}
      >
        新增学生
      </Button>
    </>
  );
  return (
    <ListPage
      of={list}
      title="学生"
      unit="人"
      actions={actions}
      searchHint="姓名、首字母、学籍号、班级"
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/organisation/pupils/${id}`)}
      {...(can('organisation.export') ? exporting : {})}
      empty={
        <EmptyState
          title="还没有学生"
          about="用 Excel 名册一次导入最省事：下载模板，填好，拖进来。表中的班级可以一并建立。"
          actions={actions}
        />
      }
    />
  );
};
