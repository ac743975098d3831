import { Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { passwordSchema } from '../../../../shared/features/accounts/schema.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useSessionCommand } from '../mutations.ts';

const schema = z
  .object({
    current: z.string().min(1, '请输入现在的密码'),
    next: passwordSchema,
    repeated: z.string().min(1, '请再输入一次新密码'),
  })
  .refine((value) => value.next === value.repeated, {
    path: ['repeated'],
    error: '两次输入的新密码不一致',
  })
  .refine((value) => value.next !== value.current, { path: ['next'], error: '新密码不能与现在的密码相同' });

interface ChangePasswordFormProps {
  readonly currentLabel?: string;
  readonly submit?: string;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
}

/** Takes the old password and the new one twice. */
export const ChangePasswordForm = ({
  currentLabel = '现在的密码',
  submit = '修改密码',
  onDone,
  onCancel,
  children,
}: ChangePasswordFormProps): ReactNode => {
  const change = useSessionCommand('accounts.changePassword');
  const form = useZodForm({
    schema,
    onSubmit: async ({ current, next }) => {
      await change.mutateAsync({ current, next });
      onDone?.();
    },
  });
  return (
    <ZodForm of={form}>
      <Field name="current" label={currentLabel}>
        <Input.Password autoFocus autoComplete="current-password" />
      </Field>
      <Field name="next" label="新密码" help="至少 8 位。一句自己记得住的话比短而复杂的密码更安全。">
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field name="repeated" label="再输入一次新密码">
        <Input.Password autoComplete="new-password" />
      </Field>
      <FormActions submit={submit} {...(onCancel ? { onCancel } : {})}>
        {children}
      </FormActions>
    </ZodForm>
  );
};
