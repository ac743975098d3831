import { Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { textSchema } from '../../../shared/kernel/entity.ts';
import { useZodForm } from '../form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../form/zod-form.tsx';
import { ActDrawer } from './act-drawer.tsx';

export interface ReasonFormProps {
  readonly onClose: () => void;
  readonly title: string;
  readonly about: string;
  readonly label: string;
  readonly submit: string;
  /** Characters. */
  readonly max: number;
  readonly danger?: boolean;
  readonly draftKey: string;
  /** The call's own name of the text, where it differs from `reason`. */
  readonly field?: string;
  /** What has to be chosen before the reason is written. */
  readonly before?: ReactNode;
  readonly onSubmit: (reason: string) => Promise<unknown>;
}

/** An act that needs nothing but a reason in writing. */
export const ReasonForm = (props: ReasonFormProps): ReactNode => {
  const form = useZodForm({
    schema: z.object({ reason: textSchema(props.label, props.max) }),
    draftKey: props.draftKey,
    pathOf: (path) => (path === props.field ? 'reason' : path),
    onSubmit: async ({ reason }) => {
      await props.onSubmit(reason);
      props.onClose();
    },
  });
  return (
    <ActDrawer title={props.title} about={props.about} onClose={props.onClose} size={520}>
      <ZodForm of={form}>
        {props.before}
        <Field name="reason" label={props.label}>
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={props.max} showCount />
        </Field>
        <FormActions submit={props.submit} danger={props.danger ?? false} onCancel={props.onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
