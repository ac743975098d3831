import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { splitInput } from '../../../../shared/features/cases/inputs.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { TickBoxes } from './tick-boxes.tsx';

/** 分案: some of the people get a case of their own, with everything known so far. */
export const SplitForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const split = useCaseCommand('cases.split');
  const form = useZodForm({
    schema: splitInput
      .omit({ id: true, rev: true })
      .refine(({ personIds }) => personIds.length < record.subjects.length, {
        path: ['personIds'],
        error: '原事项至少要留一名当事人',
      }),
    initial: { personIds: [] },
    draftKey: `cases.split:${record.id}`,
    onSubmit: async (value) => {
      const fresh = await split.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done(`已分出 ${fresh.record.number}`);
      onClose();
      void navigate(`/cases/${fresh.record.id}`);
    },
  });
  return (
    <ActDrawer
      title="分案"
      about="选出的当事人另立一件事项，取得新的案号；已有的事实、证据、笔录两边都有，告知和陈述在新事项里重新办理。"
      onClose={onClose}
      size={560}
    >
      <ZodForm of={form}>
        <Field name="personIds" label="分出的当事人">
          <TickBoxes
            stacked
            of={record.subjects.map(({ personId, name, department }) => ({
              id: personId,
              name: department === '' ? name : `${name}（${department}）`,
            }))}
          />
        </Field>
        <Field name="reason" label="分案理由">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="分案" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
