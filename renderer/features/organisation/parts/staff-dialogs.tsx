import type { ReactNode } from 'react';
import { z } from 'zod';
import { saveStaffInput } from '../../../../shared/features/organisation/channels.ts';
import { postHoldingSchema } from '../../../../shared/features/organisation/schema.ts';
import type { StaffView } from '../../../../shared/features/organisation/views.ts';
import { daySchema } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { HoldingFields } from './holding-fields.tsx';
import { StaffFields } from './staff-fields.tsx';

interface DialogProps {
  readonly view: StaffView;
  readonly onClose: () => void;
}

/** Changes what the roster says; posts have dialogs of their own. */
export const EditStaffDialog = ({ view, onClose }: DialogProps): ReactNode => {
  const toast = useToast();
  const save = useCommand('organisation.saveStaff');
  const form = useZodForm({
    schema: saveStaffInput,
    initial: view.record,
    onSubmit: async (staff) => {
      await save.mutateAsync(staff);
      toast.done(`已保存${staff.name}的信息`);
      onClose();
    },
  });
  return (
    <FormDialog title={`编辑：${view.record.name}`} onClose={onClose}>
      <ZodForm of={form}>
        <StaffFields />
        <FormActions submit="保存" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};

export const TakeUpPostDialog = ({ view, onClose }: DialogProps): ReactNode => {
  const toast = useToast();
  const take = useCommand('organisation.takeUpPost');
  const { id, rev, name } = view.record;
  const form = useZodForm({
    schema: postHoldingSchema,
    initial: { endsOn: null },
    // The data side names the place in the whole list; here there is only the new one.
    pathOf: (path) => path.replace(/^holdings\.\d+\./, ''),
    onSubmit: async (holding) => {
      await take.mutateAsync({ id, rev, holding });
      toast.done(`已新增${name}的任职`);
      onClose();
    },
  });
  return (
    <FormDialog title={`新增任职：${name}`} onClose={onClose}>
      <ZodForm of={form}>
        <HoldingFields />
        <Field name="endsOn" label="任职到" help="还在任的留空。" optional>
          <DayInput />
        </Field>
        <FormActions submit="新增任职" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};

const dayForm = z.object({ day: daySchema });

export const EndPostDialog = ({
  view,
  place,
  onClose,
}: DialogProps & { readonly place: number }): ReactNode => {
  const toast = useToast();
  const end = useCommand('organisation.endPost');
  const { id, rev, name } = view.record;
  const holding = view.holdings[place];
  const form = useZodForm({
    schema: dayForm,
    pathOf: () => 'day',
    onSubmit: async ({ day }) => {
      await end.mutateAsync({ id, rev, place, endsOn: day });
      toast.done(`已结束${name}的这段任职`);
      onClose();
    },
  });
  return (
    <FormDialog title={`结束任职：${holding?.department ?? ''}${holding?.post ?? ''}`} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="day" label="任职到" help="这一天仍算在任。过去的任职会一直留在档案里。">
          <DayInput />
        </Field>
        <FormActions submit="结束任职" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};

export const LeaveDialog = ({ view, onClose }: DialogProps): ReactNode => {
  const toast = useToast();
  const leave = useCommand('organisation.leaveSchool');
  const { id, rev, name } = view.record;
  const form = useZodForm({
    schema: dayForm,
    pathOf: () => 'day',
    onSubmit: async ({ day }) => {
      await leave.mutateAsync({ id, rev, leftOn: day });
      toast.done(`已登记${name}离校`);
      onClose();
    },
  });
  return (
    <FormDialog title={`登记离校：${name}`} onClose={onClose}>
      <ZodForm of={form}>
        <p>在任的岗位和任课到这一天为止；人员、档案和历史记录都会保留，以后可以登记返校。</p>
        <Field name="day" label="最后在校日">
          <DayInput />
        </Field>
        <FormActions submit="登记离校" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
