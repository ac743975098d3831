import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { accountDraftSchema } from '../../../../shared/features/accounts/schema.ts';
import { useCommand } from '../../../app/calls.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { RoleChoice } from './role-choice.tsx';
import { TemporaryPassword } from './temporary-password.tsx';

/** A new user: name, login name, roles; then the temporary password, once. */
export const CreateAccountDialog = ({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode => (
  <Modal
    open={open}
    onCancel={onClose}
    footer={null}
    title="新建用户"
    width={520}
    destroyOnHidden
    mask={{ closable: false }}
    closable={{ 'aria-label': '关闭' }}
  >
    <Content onClose={onClose} />
  </Modal>
);

const Content = ({ onClose }: { onClose: () => void }): ReactNode => {
  const [made, setMade] = useState<ChannelOutput<'accounts.create'> | null>(null);
  const create = useCommand('accounts.create', { invalidates: ['accounts.list'] });
  const form = useZodForm({
    schema: accountDraftSchema,
    initial: { roles: [], staffId: null },
    draftKey: 'accounts.create',
    onSubmit: async (draft) => setMade(await create.mutateAsync(draft)),
  });
  if (made) {
    return (
      <>
        <TemporaryPassword made={made} />
        <Button type="primary" style={{ marginTop: 20 }} onClick={onClose}>
          已经记下
        </Button>
      </>
    );
  }
  return (
    <ZodForm of={form}>
      <Field name="name" label="姓名">
        <Input autoFocus />
      </Field>
      <Field name="accountName" label="登录名" help="可以用汉字、字母或数字，不能与别人相同。">
        <Input autoComplete="off" />
      </Field>
      <Field name="roles" label="角色">
        <RoleChoice />
      </Field>
      <FormActions submit="新建用户" onCancel={onClose} />
    </ZodForm>
  );
};
