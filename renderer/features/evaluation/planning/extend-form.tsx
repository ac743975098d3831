import { Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { CycleView, RaterProgress } from '../../../../shared/features/evaluation/views.ts';
import { daySchema, formatDay } from '../../../../shared/kernel/dates.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';

const schema = z.object({ to: daySchema, reason: textSchema('延期理由', 200) });

interface ExtendFormProps {
  readonly view: CycleView;
  /** Null: everybody. */
  readonly sheet: RaterProgress | null;
  readonly onClose: () => void;
}

/** 延期: more days for one rater, or for the whole evaluation. */
export const ExtendForm = ({ view, sheet, onClose }: ExtendFormProps): ReactNode => {
  const { cycle } = view;
  const toast = useToast();
  const extend = useCommand('evaluation.extend');
  const form = useZodForm({
    schema,
    draftKey: `evaluation.extend:${cycle.id}:${sheet?.raterId ?? 'all'}`,
    onSubmit: async ({ to, reason }) => {
      const raterId = sheet?.raterId ?? null;
      await extend.mutateAsync({
        id: cycle.id,
        rev: cycle.rev,
        to,
        reason,
        raters: sheet === null || raterId === null ? null : { groupId: sheet.groupId, raterIds: [raterId] },
      });
      toast.done(`已延期至${formatDay(to)}`);
      onClose();
    },
  });
  return (
    <ActDrawer
      title={sheet === null ? '全部延期' : `${sheet.name}延期`}
      about={
        sheet === null
          ? `所有评分人的截止日期都改到新的一天，现在是${formatDay(cycle.endsOn)}。`
          : `只给${sheet.groupName}的${sheet.name}延期，其他人仍到${formatDay(cycle.endsOn)}截止。`
      }
      onClose={onClose}
      size={520}
    >
      <ZodForm of={form}>
        <Field name="to" label="新的截止日期">
          <DayInput />
        </Field>
        <Field name="reason" label="延期理由" help="写进考核记录。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
        </Field>
        <FormActions submit="延期" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
