import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ClassView } from '../../../shared/features/organisation/views.ts';
import { useCall } from '../../app/calls.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { ClassDialog } from './parts/class-dialog.tsx';

const standing = ({ graduatedOn }: ClassView): string => (graduatedOn === null ? '在读' : '已毕业');

const inOrder = (a: ClassView, b: ClassView): number => a.grade - b.grade || a.ordinal - b.ordinal;

const columns: readonly ListColumn<ClassView>[] = [
  {
    key: 'label',
    title: '班级',
    text: ({ label }) => label,
    cell: ({ label }) => <strong>{label}</strong>,
    compare: inOrder,
    width: 170,
  },
  { key: 'entryYear', title: '入学年份', text: ({ entryYear }) => `${String(entryYear)}年`, width: 120 },
  { key: 'headTeacher', title: '班主任', text: ({ headTeacher }) => headTeacher || '—', width: 130 },
  {
    key: 'pupils',
    title: '学生',
    text: ({ pupilCount }) => `${String(pupilCount)} 人`,
    compare: (a, b) => a.pupilCount - b.pupilCount,
    searched: false,
    width: 100,
  },
  {
    key: 'standing',
    title: '状态',
    text: standing,
    cell: (row) => (
      <StatusTag tone={row.graduatedOn === null ? 'active' : 'stopped'}>{standing(row)}</StatusTag>
    ),
    width: 110,
  },
];

const filtersFor = (classes: readonly ClassView[]): readonly ListFilter<ClassView>[] => [
  {
    key: 'entryYear',
    label: '入学年份',
    options: [...new Set(classes.map(({ entryYear }) => entryYear))]
      .sort((a, b) => b - a)
      .map((year) => ({ value: String(year), label: `${String(year)}年` })),
    of: ({ entryYear }) => String(entryYear),
  },
  {
    key: 'standing',
    label: '状态',
    options: ['在读', '已毕业'].map((value) => ({ value, label: value })),
    of: standing,
  },
];

/** The classes; their names follow from the year of entry. */
export const ClassesPage = (): ReactNode => {
  const classes = useCall('organisation.classes', {});
  return <Loaded query={classes}>{(data) => <ClassList classes={data.classes} />}</Loaded>;
};

const ClassList = ({ classes }: { classes: readonly ClassView[] }): ReactNode => {
  const navigate = useNavigate();
  const writes = useCan()('organisation.write');
  const [open, setOpen] = useState<ClassView | 'new' | null>(null);
  const filters = useMemo(() => filtersFor(classes), [classes]);
  const list = useList({
    name: 'organisation.classes',
    rows: classes,
    columns,
    filters,
    sort: { key: 'label', descending: false },
  });
  const newest = classes.toSorted((a, b) => b.entryYear - a.entryYear)[0];
  const create = writes && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      新增班级
    </Button>
  );
  return (
    <>
      <ListPage
        of={list}
        title="班级"
        unit="个"
        about="年级由入学年份推算，每年九月自动升一级，不用逐个改名。"
        actions={
          <>
            <Button onClick={() => void navigate('/organisation/teaching')}>任课安排</Button>
            {create}
          </>
        }
        searchHint="班级、班主任、拼音首字母"
        rowKey={({ id }) => id}
        {...(writes ? { onOpen: setOpen } : {})}
        empty={
          <EmptyState
            title="还没有班级"
            about="一个一个新增，或导入学生名册时由表中的班级一并建立。"
            actions={
              writes && (
                <>
                  <Button onClick={() => void navigate('/organisation/import')}>导入名册</Button>
                  {create}
                </>
              )
            }
          />
        }
      />
      {open !== null && (
        <ClassDialog
          of={open === 'new' ? null : open}
          usualGrade={newest?.entryGrade}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
};
