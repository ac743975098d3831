import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import {
  accountNameSchema,
  passwordSchema,
  personNameSchema,
} from '../../../../shared/features/accounts/schema.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';

const schema = z
  .object({
    name: personNameSchema,
    accountName: accountNameSchema,
    password: passwordSchema,
    repeated: z.string().min(1, '请再输入一次密码'),
  })
  .refine((value) => value.password === value.repeated, {
    path: ['repeated'],
    error: '两次输入的密码不一致',
  });

export interface FirstAdministrator {
  readonly name: string;
  readonly accountName: string;
  readonly password: string;
}

interface AdministratorStepProps {
  readonly initial: FirstAdministrator | null;
  readonly onNext: (administrator: FirstAdministrator) => void;
  readonly onBack: () => void;
}

/** Who looks after the users. */
export const AdministratorStep = ({ initial, onNext, onBack }: AdministratorStepProps): ReactNode => {
  const form = useZodForm({
    schema,
    initial: initial ? { ...initial, repeated: initial.password } : {},
    onSubmit: async ({ name, accountName, password }) => onNext({ name, accountName, password }),
  });
  return (
    <ZodForm of={form}>
      <Field name="name" label="管理员姓名" help="每一次保存都会记下是谁做的，所以请用真名。">
        <Input autoFocus autoComplete="name" />
      </Field>
      <Field name="accountName" label="登录名" help="可以用汉字、字母或数字，如 zhoumin。">
        <Input autoComplete="username" />
      </Field>
      <Field name="password" label="密码" help="至少 8 位。一句自己记得住的话比短而复杂的密码更安全。">
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field name="repeated" label="再输入一次密码">
        <Input.Password autoComplete="new-password" />
      </Field>
      <FormActions submit="下一步：确认">
        <Button onClick={onBack}>上一步</Button>
      </FormActions>
    </ZodForm>
  );
};
