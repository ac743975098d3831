import { Button, Select, Space, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { saveTeachingInput } from '../../../../shared/features/organisation/teaching/channels.ts';
import type { TeachingView } from '../../../../shared/features/organisation/teaching/views.ts';
import type { StaffView } from '../../../../shared/features/organisation/views.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { DayText } from '../../../ui/format/parts.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

type Open = TeachingView | 'new' | null;

/** What a member of staff teaches and taught. */
export const TeachingsCard = ({ view, writes }: { view: StaffView; writes: boolean }): ReactNode => {
  const { id, leftOn } = view.record;
  const teachings = useCall('organisation.teachings', { staffId: id });
  const [open, setOpen] = useState<Open>(null);
  return (
    <section className="mz-card" style={{ padding: 20, marginTop: 16 }}>
      <Space style={{ justifyContent: 'space-between', width: '100%', marginBottom: 12 }}>
        <h2 className="mz-section-title">任课</h2>
        {writes && leftOn === null && <Button onClick={() => setOpen('new')}>新增任课</Button>}
      </Space>
      <Loaded query={teachings}>
        {(data) => (
          <Table
            size="middle"
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            rowKey="id"
            dataSource={data.teachings.toSorted((a, b) => Number(b.current) - Number(a.current))}
            locale={{ emptyText: '还没有任课记录' }}
            columns={[
              { title: '学科', dataIndex: 'course' },
              { title: '班级', dataIndex: 'class' },
              { title: '自', render: (_value, { startsOn }) => <DayText day={startsOn} /> },
              {
                title: '至',
                render: (_value, { endsOn }) => (endsOn === null ? '至今' : <DayText day={endsOn} />),
              },
              {
                title: '状态',
                render: (_value, { current }) => (
                  <StatusTag tone={current ? 'active' : 'stopped'}>{current ? '在任' : '不在任'}</StatusTag>
                ),
              },
              ...(writes
                ? [
                    {
                      title: '操作',
                      render: (_value: unknown, teaching: TeachingView) => (
                        <Button type="link" size="small" onClick={() => setOpen(teaching)}>
                          更正起止
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
      {open !== null && (
        <TeachingDialog staffId={id} of={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
};

const TeachingDialog = ({
  staffId,
  of,
  onClose,
}: {
  staffId: string;
  of: TeachingView | null;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const classes = useCall('organisation.classes', {}).data?.classes ?? [];
  const courses = useCall('organisation.courses', {}).data?.courses ?? [];
  const save = useCommand('organisation.saveTeaching');
  const form = useZodForm({
    schema: saveTeachingInput,
    initial: of ?? { staffId, endsOn: null },
    onSubmit: async (input) => {
      const saved = await save.mutateAsync(input);
      toast.done(`已保存${saved.class}${saved.course}的任课`);
      onClose();
    },
  });
  return (
    <FormDialog title={of ? `任课：${of.class}${of.course}` : '新增任课'} onClose={onClose}>
      <ZodForm of={form}>
        {!of && (
          <FormRow>
            <Field name="classId" label="班级">
              <Select
                placeholder="请选择"
                showSearch={{ optionFilterProp: 'label' }}
                options={classes
                  .filter(({ graduatedOn }) => graduatedOn === null)
                  .map(({ id, label }) => ({ value: id, label }))}
              />
            </Field>
            <Field name="courseId" label="学科">
              <Select
                placeholder="请选择"
                showSearch={{ optionFilterProp: 'label' }}
                options={courses
                  .filter(({ closedOn }) => closedOn === null)
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          </FormRow>
        )}
        <FormRow>
          <Field name="startsOn" label="开始日期">
            <DayInput />
          </Field>
          <Field name="endsOn" label="结束日期" help="还在任课的留空。" optional>
            <DayInput />
          </Field>
        </FormRow>
        <FormActions submit={of ? '保存' : '新增任课'} onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
