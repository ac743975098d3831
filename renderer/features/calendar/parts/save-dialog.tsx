import { Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { calendarContentSchema, type CalendarContent } from '../../../../shared/features/calendar/schema.ts';
import type { CalendarYearView } from '../../../../shared/features/calendar/channels.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';

const why = textSchema('修改原因', 200);
const saveSchema = z.object({ notice: calendarContentSchema.shape.notice, why });

interface SaveDialogProps {
  readonly content: CalendarContent;
  readonly rev: number | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Asks from which notice the days are taken and why they are changed, and saves them. */
export const SaveDialog = ({ content, rev, onSaved, onClose }: SaveDialogProps): ReactNode => {
  const toast = useToast();
  const save = useCommand('calendar.save');
  const { year } = content;
  const form = useZodForm({
    schema: saveSchema,
    initial: { notice: content.notice, why: rev === null ? '按通知录入' : '' },
    onSubmit: async (value) => {
      await save.mutateAsync({ ...content, ...value, rev });
      toast.done(`已保存 ${String(year)} 年的节假日安排`);
      onSaved();
    },
  });
  return (
    <FormDialog title={`保存 ${String(year)} 年的节假日安排`} onClose={onClose}>
      <ZodForm of={form}>
        <p className="mz-muted">
          放假 {content.rest.length} 天，补班 {content.work.length}{' '}
          天。保存以后新的期限按它计算；已经算好的期限不变，按预估计算的可以另行重新计算。
        </p>
        <Field name="notice" label="依据的通知" optional help="文号或标题，便于以后核对。">
          <Input maxLength={100} />
        </Field>
        <Field name="why" label="修改原因">
          <Input maxLength={200} />
        </Field>
        <FormActions submit="保存安排" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};

interface ResetDialogProps {
  readonly of: CalendarYearView;
  readonly onClose: () => void;
}

/** Goes back to what is shipped, with a reason. */
export const ResetDialog = ({ of, onClose }: ResetDialogProps): ReactNode => {
  const toast = useToast();
  const reset = useCommand('calendar.reset');
  const { year } = of.content;
  const form = useZodForm({
    schema: z.object({ why }),
    onSubmit: async (value) => {
      if (of.rev === null) return;
      await reset.mutateAsync({ year, rev: of.rev, ...value });
      toast.done(`${String(year)} 年已不再使用本校录入的安排`);
      onClose();
    },
  });
  return (
    <FormDialog title={`不再使用本校录入的 ${String(year)} 年安排`} onClose={onClose}>
      <ZodForm of={form}>
        <p className="mz-muted">
          {of.hasShipped
            ? '以后按随程序提供的安排计算。'
            : '程序没有带这一年的安排，以后又按法定节假日预估，直到重新录入。'}
          本校录入的内容留在修改记录里。
        </p>
        <Field name="why" label="修改原因">
          <Input maxLength={200} />
        </Field>
        <FormActions
          submit={of.hasShipped ? '恢复随程序提供的安排' : '停用本校录入的安排'}
          danger
          onCancel={onClose}
        />
      </ZodForm>
    </FormDialog>
  );
};
