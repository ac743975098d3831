import { Button, Space, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { z } from 'zod';
import { genderLabels } from '../../../shared/features/organisation/schema.ts';
import type { PupilView } from '../../../shared/features/organisation/views.ts';
import { daySchema } from '../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { ConfirmButton } from '../../ui/feedback/confirm-button.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { DayInput } from '../../ui/form/day-input.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Field, FormActions, ZodForm } from '../../ui/form/zod-form.tsx';
import { useZodForm } from '../../ui/form/use-zod-form.ts';
import { DayText } from '../../ui/format/parts.tsx';
import { RecordHead } from '../../ui/record/record-head.tsx';
import { PresenceTag } from './parts/presence-tag.tsx';
import { PupilForm } from './parts/pupil-form.tsx';

/** One pupil: class, days, guardians. */
export const PupilRecordPage = (): ReactNode => {
  const { id = '' } = useParams();
  const pupil = useCall('organisation.readPupil', { id });
  usePageTitle(pupil.data?.record.name);
  return <Loaded query={pupil}>{(data) => <Content view={data} />}</Loaded>;
};

const Content = ({ view }: { view: PupilView }): ReactNode => {
  const writes = useCan()('organisation.write');
  const toast = useToast();
  const [open, setOpen] = useState<'edit' | 'leave' | null>(null);
  const back = useCommand('organisation.leavePupil', { onError: toast.failed });
  const { record } = view;
  const close = (): void => setOpen(null);
  return (
    <>
      <RecordHead
        title={record.name}
        status={<PresenceTag leftOn={record.leftOn} />}
        facts={[
          { label: '学籍号', value: record.number },
          { label: '班级', value: view.class || '—' },
          { label: '性别', value: genderLabels[record.gender] },
          { label: '出生日期', value: <DayText day={record.bornOn} /> },
          record.leftOn === null
            ? { label: '入学日期', value: <DayText day={record.enrolledOn} /> }
            : { label: '离校日期', value: <DayText day={record.leftOn} /> },
        ]}
        actions={
          writes && (
            <Space wrap>
              <Button onClick={() => setOpen('edit')}>编辑</Button>
              {record.leftOn === null ? (
                <Button onClick={() => setOpen('leave')}>登记离校</Button>
              ) : (
                <ConfirmButton
                  title={`登记${record.name}返校？`}
                  consequence="返校后重新算在校学生，班级不变。"
                  onConfirm={() => back.mutateAsync({ id: record.id, rev: record.rev, leftOn: null })}
                >
                  登记返校
                </ConfirmButton>
              )}
            </Space>
          )
        }
      />
      <section className="mz-card" style={{ padding: 20 }}>
        <h2 className="mz-section-title">监护人</h2>
        <Table
          size="middle"
          pagination={false}
          rowKey={({ name, relation }) => `${relation} ${name}`}
          dataSource={[...record.guardians]}
          locale={{ emptyText: '还没有登记监护人' }}
          columns={[
            { title: '姓名', dataIndex: 'name' },
            { title: '与学生关系', dataIndex: 'relation' },
            { title: '电话', render: (_value, { phone }) => (phone === '' ? '—' : phone) },
          ]}
        />
      </section>
      {open === 'edit' && (
        <FormDialog title={`编辑：${record.name}`} onClose={close}>
          <PupilForm pupil={record} onSaved={close} onCancel={close} />
        </FormDialog>
      )}
      {open === 'leave' && <LeaveDialog view={view} onClose={close} />}
    </>
  );
};

const leaveForm = z.object({ leftOn: daySchema });

const LeaveDialog = ({ view, onClose }: { view: PupilView; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const leave = useCommand('organisation.leavePupil');
  const { id, rev, name } = view.record;
  const form = useZodForm({
    schema: leaveForm,
    onSubmit: async ({ leftOn }) => {
      await leave.mutateAsync({ id, rev, leftOn });
      toast.done(`已登记${name}离校`);
      onClose();
    },
  });
  return (
    <FormDialog title={`登记离校：${name}`} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="leftOn" label="最后在校日" help="学生的信息和记录都会保留，以后可以登记返校。">
          <DayInput />
        </Field>
        <FormActions submit="登记离校" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
