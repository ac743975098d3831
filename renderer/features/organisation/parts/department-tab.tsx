import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import { saveDepartmentInput } from '../../../../shared/features/organisation/channels.ts';
import type { DepartmentView } from '../../../../shared/features/organisation/views.ts';
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

const standing = ({ closedOn }: DepartmentView): string => (closedOn === null ? '在用' : '已撤销');

const columns: readonly ListColumn<DepartmentView>[] = [
  {
    key: 'name',
    title: '部门',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 220,
  },
  {
    key: 'staff',
    title: '现有人员',
    text: ({ staffCount }) => `${String(staffCount)} 人`,
    compare: (a, b) => a.staffCount - b.staffCount,
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
    title: '撤销日期',
    text: ({ closedOn }) => closedOn ?? '',
    cell: ({ closedOn }) => <DayText day={closedOn} />,
    searched: false,
    optional: true,
    width: 150,
  },
];

const filters: readonly ListFilter<DepartmentView>[] = [
  {
    key: 'standing',
    label: '状态',
    options: ['在用', '已撤销'].map((value) => ({ value, label: value })),
    of: standing,
  },
];

/** The departments, in the school's own order. */
export const DepartmentTab = (): ReactNode => {
  const departments = useCall('organisation.departments', {});
  return <Loaded query={departments}>{(data) => <DepartmentList departments={data.departments} />}</Loaded>;
};

const DepartmentList = ({ departments }: { departments: readonly DepartmentView[] }): ReactNode => {
  const writes = useCan()('organisation.write');
  const [open, setOpen] = useState<DepartmentView | 'new' | null>(null);
  const list = useList({
    name: 'organisation.departments',
    rows: departments,
    columns,
    filters,
    sort: { key: 'order', descending: false },
  });
  const create = writes && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      新增部门
    </Button>
  );
  const next = Math.max(0, ...departments.map(({ order }) => order)) + 1;
  return (
    <>
      <ListPage
        of={list}
        title="部门"
        unit="个"
        actions={create}
        searchHint="部门名称、拼音首字母"
        rowKey={({ id }) => id}
        {...(writes ? { onOpen: setOpen } : {})}
        empty={
          <EmptyState
            title="还没有部门"
            about="一个一个新增，或导入教职工名册时由表中的部门一并建立。"
            actions={create}
          />
        }
      />
      {open !== null && (
        <DepartmentDialog
          department={open === 'new' ? null : open}
          nextOrder={next}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
};

const DepartmentDialog = ({
  department,
  nextOrder,
  onClose,
}: {
  department: DepartmentView | null;
  nextOrder: number;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const save = useCommand('organisation.saveDepartment');
  const form = useZodForm({
    schema: saveDepartmentInput,
    initial: department ?? { order: nextOrder, closedOn: null },
    onSubmit: async (input) => {
      await save.mutateAsync(input);
      toast.done(department ? `已保存${input.name}` : `已新增${input.name}`);
      onClose();
    },
  });
  return (
    <FormDialog title={department ? `部门：${department.name}` : '新增部门'} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="name" label="部门名称">
          <Input autoFocus autoComplete="off" placeholder="如 教务处" />
        </Field>
        <Field name="order" label="排列次序" help="名单里按从小到大排列。">
          <InputNumber min={0} precision={0} />
        </Field>
        {department && (
          <Field
            name="closedOn"
            label="撤销日期"
            help="撤销的部门不再用于新的任职，过去在这里任职的记录仍在。没有撤销就留空。"
            optional
          >
            <DayInput />
          </Field>
        )}
        <FormActions submit={department ? '保存' : '新增部门'} onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
