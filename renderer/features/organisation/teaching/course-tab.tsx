import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import { saveCourseInput } from '../../../../shared/features/organisation/teaching/channels.ts';
import type { CourseView } from '../../../../shared/features/organisation/teaching/views.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { DayText } from '../../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListPage } from '../../../ui/list/list-page.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

const standing = ({ closedOn }: CourseView): string => (closedOn === null ? '开设' : '已停开');

const columns: readonly ListColumn<CourseView>[] = [
  {
    key: 'name',
    title: '学科',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 220,
  },
  {
    key: 'classes',
    title: '现有任课',
    text: ({ classCount }) => `${String(classCount)} 个班`,
    compare: (a, b) => a.classCount - b.classCount,
    searched: false,
    width: 120,
  },
  {
    key: 'order',
    title: '排列次序',
    text: ({ order }) => String(order),
    compare: (a, b) => a.order - b.order,
    searched: false,
    width: 110,
  },
  {
    key: 'standing',
    title: '状态',
    text: standing,
    cell: (row) => <StatusTag tone={row.closedOn === null ? 'done' : 'stopped'}>{standing(row)}</StatusTag>,
    width: 110,
  },
  {
    key: 'closedOn',
    title: '停开日期',
    text: ({ closedOn }) => closedOn ?? '',
    cell: ({ closedOn }) => <DayText day={closedOn} />,
    searched: false,
    optional: true,
    width: 150,
  },
];

const filters: readonly ListFilter<CourseView>[] = [
  {
    key: 'standing',
    label: '状态',
    options: ['开设', '已停开'].map((value) => ({ value, label: value })),
    of: standing,
  },
];

/** The courses that the school teaches, in its own order: the columns of 任课安排. */
export const CourseTab = (): ReactNode => {
  const courses = useCall('organisation.courses', {});
  return <Loaded query={courses}>{(data) => <CourseList courses={data.courses} />}</Loaded>;
};

const CourseList = ({ courses }: { courses: readonly CourseView[] }): ReactNode => {
  const writes = useCan()('organisation.write');
  const toast = useToast();
  const [open, setOpen] = useState<CourseView | 'new' | null>(null);
  const usual = useCommand('organisation.addUsualCourses', {
    onSuccess: ({ added }) =>
      toast.done(added === 0 ? '本学段常见的学科都已在列' : `已加入 ${String(added)} 门学科`),
    onError: toast.failed,
  });
  const list = useList({
    name: 'organisation.courses',
    rows: courses,
    columns,
    filters,
    sort: { key: 'order', descending: false },
  });
  const actions = writes && (
    <>
      <Button loading={usual.isPending} onClick={() => usual.mutate({})}>
        加入本学段常见学科
      </Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
        新增学科
      </Button>
    </>
  );
  const next = Math.max(0, ...courses.map(({ order }) => order)) + 1;
  return (
    <>
      <ListPage
        of={list}
        title="学科"
        unit="门"
        actions={actions}
        searchHint="学科名称、拼音首字母"
        rowKey={({ id }) => id}
        {...(writes ? { onOpen: setOpen } : {})}
        empty={
          <EmptyState
            title="还没有学科"
            about="加入本学段常见的学科，再按学校的情况增减；导入任课安排时也能由表中的学科一并建立。"
            actions={actions}
          />
        }
      />
      {open !== null && (
        <CourseDialog course={open === 'new' ? null : open} nextOrder={next} onClose={() => setOpen(null)} />
      )}
    </>
  );
};

const CourseDialog = ({
  course,
  nextOrder,
  onClose,
}: {
  course: CourseView | null;
  nextOrder: number;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const save = useCommand('organisation.saveCourse');
  const form = useZodForm({
    schema: saveCourseInput,
    initial: course ?? { order: nextOrder, closedOn: null },
    onSubmit: async (input) => {
      await save.mutateAsync(input);
      toast.done(course ? `已保存${input.name}` : `已新增${input.name}`);
      onClose();
    },
  });
  return (
    <FormDialog title={course ? `学科：${course.name}` : '新增学科'} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="name" label="学科名称">
          <Input autoFocus autoComplete="off" placeholder="如 语文" />
        </Field>
        <Field name="order" label="排列次序" help="任课安排里各列按从小到大排列。">
          <InputNumber min={0} precision={0} />
        </Field>
        {course && (
          <Field
            name="closedOn"
            label="停开日期"
            help="停开的学科不再安排任课，过去的任课记录仍在。没有停开就留空。"
            optional
          >
            <DayInput />
          </Field>
        )}
        <FormActions submit={course ? '保存' : '新增学科'} onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
