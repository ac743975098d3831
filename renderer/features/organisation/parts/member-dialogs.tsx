import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  dissolveInput,
  editMemberInput,
  endMemberInput,
  type BodyView,
} from '../../../../shared/features/organisation/bodies/channels.ts';
import {
  bodyRoleSchema,
  entryWayLabels,
  entryWaySchema,
  roleLabel,
} from '../../../../shared/features/organisation/bodies/schema.ts';
import { capacityLabels, capacitySchema } from '../../../../shared/features/appeals/kinds.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';

type Member = BodyView['members'][number];

interface MemberDialogProps {
  readonly view: BodyView;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Puts right what was typed wrongly. What has changed since is an ending and a new appointment. */
export const EditMemberDialog = ({ view: { record }, member, onClose }: MemberDialogProps): ReactNode => {
  const toast = useToast();
  const edit = useCommand('organisation.editMember');
  const form = useZodForm({
    schema: editMemberInput.omit({ id: true, rev: true, memberId: true }),
    initial: member,
    pathOf: (path) => path.replace(/^members\.\d+\./, ''),
    onSubmit: async (value) => {
      await edit.mutateAsync({ id: record.id, rev: record.rev, memberId: member.id, ...value });
      toast.done(`已更正${member.name}的记录`);
      onClose();
    },
  });
  return (
    <FormDialog title={`更正：${member.name}`} onClose={onClose}>
      <ZodForm of={form}>
        <p className="mz-muted">只更正填错的内容。职务有变动的，请先结束任期，再重新任命，历史才查得到。</p>
        <FormRow>
          <Field name="role" label="职务">
            <Select
              options={bodyRoleSchema.options.map((role) => ({
                value: role,
                label: roleLabel(record.kind, role),
              }))}
            />
          </Field>
          <Field name="startsOn" label="任期自">
            <DayInput />
          </Field>
        </FormRow>
        {record.kind === 'pupil-appeals' && (
          <Field name="stands" label="代表">
            <Select
              options={capacitySchema.options.map((each) => ({ value: each, label: capacityLabels[each] }))}
            />
          </Field>
        )}
        {member.staffId === null && (
          <Field name="about" label="单位或身份" optional>
            <Input maxLength={60} />
          </Field>
        )}
        <FormRow>
          <Field name="way" label="产生方式">
            <Select
              options={entryWaySchema.options.map((value) => ({ value, label: entryWayLabels[value] }))}
            />
          </Field>
          <Field name="basis" label="任命文件或选举会议">
            <Input maxLength={100} />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="task" label="分工" optional>
            <Input maxLength={100} />
          </Field>
          <Field name="votes" label="得票情况" optional>
            <Input maxLength={60} />
          </Field>
        </FormRow>
        <FormActions submit="更正" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};

export const EndMemberDialog = ({ view: { record }, member, onClose }: MemberDialogProps): ReactNode => {
  const toast = useToast();
  const end = useCommand('organisation.endMember');
  const form = useZodForm({
    schema: endMemberInput.omit({ id: true, rev: true, memberId: true }),
    initial: { endsOn: dayOfMs(Date.now()), reason: '' },
    pathOf: () => 'endsOn',
    onSubmit: async (value) => {
      await end.mutateAsync({ id: record.id, rev: record.rev, memberId: member.id, ...value });
      toast.done(`已结束${member.name}的任期`);
      onClose();
    },
  });
  return (
    <FormDialog title={`结束任期：${member.name}`} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="endsOn" label="任期到" help="这一天仍算在任。过去的任期会一直留在机构和个人档案里。">
          <DayInput />
        </Field>
        <Field name="reason" label="原因">
          <Input maxLength={100} placeholder="如 工作调整" />
        </Field>
        <FormActions submit="结束任期" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};

export const DissolveDialog = ({
  view: { record },
  onClose,
}: {
  readonly view: BodyView;
  readonly onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const dissolve = useCommand('organisation.dissolveBody');
  const form = useZodForm({
    schema: dissolveInput.omit({ id: true, rev: true }),
    initial: { on: dayOfMs(Date.now()) },
    pathOf: () => 'on',
    onSubmit: async (value) => {
      await dissolve.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done(`已撤销${record.name}`);
      onClose();
    },
  });
  return (
    <FormDialog title={`撤销机构：${record.name}`} onClose={onClose}>
      <ZodForm of={form}>
        <p>现有成员的任期到这一天为止。机构和成员的历史都会保留；撤销错了可以恢复。</p>
        <Field name="on" label="撤销日期">
          <DayInput />
        </Field>
        <Field name="why" label="撤销原因" optional>
          <Input maxLength={200} />
        </Field>
        <FormActions submit="撤销机构" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
