import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { loadsOf, type TeachingLoad } from '../../../../shared/features/organisation/teaching/loads.ts';
import type { TeachingTable } from '../../../../shared/features/organisation/teaching/views.ts';
import type { PostView, StaffRow } from '../../../../shared/features/organisation/views.ts';
import { useCall } from '../../../app/calls.ts';
import { useListExport } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListPage } from '../../../ui/list/list-page.tsx';
import { useList } from '../../../ui/list/use-list.ts';

interface TeacherRow extends StaffRow {
  readonly load: TeachingLoad;
}

const NOTHING: TeachingLoad = { words: '', courses: [], classes: 0 };

const columns: readonly ListColumn<TeacherRow>[] = [
  { key: 'number', title: '工号', text: ({ number }) => number, width: 90 },
  {
    key: 'name',
    title: '姓名',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 110,
  },
  { key: 'post', title: '岗位', text: ({ post }) => post, width: 150 },
  {
    key: 'classes',
    title: '班数',
    text: ({ load }) => `${String(load.classes)} 个`,
    compare: (a, b) => a.load.classes - b.load.classes,
    searched: false,
    width: 90,
  },
  { key: 'taught', title: '任教', text: ({ load }) => load.words || '—', width: 560 },
];

const filtersFor = ({ courses }: TeachingTable): readonly ListFilter<TeacherRow>[] => [
  {
    key: 'course',
    label: '学科',
    options: courses.map(({ name }) => ({ value: name, label: name })),
    of: ({ load }) => load.courses,
  },
  {
    key: 'standing',
    label: '任课情况',
    options: ['任课', '未任课'].map((value) => ({ value, label: value })),
    of: ({ load }) => (load.classes > 0 ? '任课' : '未任课'),
  },
];

/** Everybody who teaches today or holds a teacher's post. */
const rowsOf = (
  table: TeachingTable,
  staff: readonly StaffRow[],
  posts: readonly PostView[],
): TeacherRow[] => {
  const loads = loadsOf(table);
  const teaching = new Set(posts.filter(({ kind }) => kind === 'teacher').map(({ name }) => name));
  return staff
    .filter(
      ({ id, present, post }) =>
        present && (loads.has(id) || post.split('、').some((name) => teaching.has(name))),
    )
    .map((one) => ({ ...one, load: loads.get(one.id) ?? NOTHING }));
};

/** Who teaches what today, a line for each teacher. */
export const TeacherTab = (): ReactNode => {
  const table = useCall('organisation.teachingTable', { day: null });
  const staff = useCall('organisation.staff', {});
  const posts = useCall('organisation.posts', {});
  return (
    <Loaded query={table}>
      {(taught) => (
        <Loaded query={staff}>
          {(people) => (
            <Loaded query={posts}>
              {(known) => <TeacherList table={taught} staff={people.staff} posts={known.posts} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
};

const TeacherList = ({
  table,
  staff,
  posts,
}: {
  table: TeachingTable;
  staff: readonly StaffRow[];
  posts: readonly PostView[];
}): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const rows = useMemo(() => rowsOf(table, staff, posts), [table, staff, posts]);
  const filters = useMemo(() => filtersFor(table), [table]);
  const list = useList({
    name: 'organisation.teachers',
    rows,
    columns,
    filters,
    sort: { key: 'number', descending: false },
  });
  const exporting = useListExport('organisation.exportTeachers');
  return (
    <ListPage
      of={list}
      title="任课教师"
      unit="人"
      about="今天各人任教的学科和班级；还没有安排任课的专任教师也列在这里。"
      searchHint="姓名、首字母、工号、学科、班级"
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/organisation/staff/${id}`)}
      {...(can('organisation.export') ? exporting : {})}
      empty={<EmptyState title="还没有教师" about="先导入教职工名册，再安排任课。" />}
    />
  );
};
