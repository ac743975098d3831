import { Drawer, Input, Modal, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { roleIdSchema } from '../../../../shared/features/accounts/permissions.ts';
import { personNameSchema, type AccountView } from '../../../../shared/features/accounts/schema.ts';
import { useCommand } from '../../../app/calls.ts';
import { useUser } from '../../../app/session.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { RoleChoice } from './role-choice.tsx';
import { TemporaryPassword } from './temporary-password.tsx';

const schema = z.object({
  name: personNameSchema,
  roles: z.array(roleIdSchema).min(1, '请至少选择一个角色'),
});

/** One user: name and roles, stopping and taking up again, a new temporary password. */
export const AccountDrawer = ({
  account,
  onClose,
}: {
  account: AccountView;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const own = useUser().userId === account.id;
  const [made, setMade] = useState<ChannelOutput<'accounts.resetPassword'> | null>(null);
  const onError = toast.failed;
  const update = useCommand('accounts.update');
  const setActive = useCommand('accounts.update', { onError });
  const reset = useCommand('accounts.resetPassword', { onError, onSuccess: setMade });
  const { id, rev, staffId } = account;

  const form = useZodForm({
    schema,
    initial: { name: account.name, roles: account.roles },
    onSubmit: async ({ name, roles }) => {
      await update.mutateAsync({ id, rev, name, roles, staffId, active: account.active });
      toast.done(`已保存${name}的用户信息`);
      onClose();
    },
  });
  const switchTo = (active: boolean): Promise<unknown> =>
    setActive
      .mutateAsync({ id, rev, name: account.name, roles: account.roles, staffId, active })
      .then(() => toast.done(active ? `${account.name}可以登录了` : `已停用${account.name}的用户`));

  return (
    <Drawer
      open
      onClose={onClose}
      size={460}
      title={`用户：${account.name}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!account.active}>
        <Field name="name" label="姓名">
          <Input />
        </Field>
        <Field name="roles" label="角色" help="改了角色，本人的下一次操作就按新的权限。">
          <RoleChoice />
        </Field>
        {account.active && <FormActions submit="保存" onCancel={onClose} />}
      </ZodForm>
      <div style={{ marginTop: 28 }}>
        <FormSection title="登录">
          <p className="mz-muted" style={{ marginBottom: 12 }}>
            登录名 {account.accountName}
            {own && '。这是您自己的用户：密码请在右上角“修改密码”里改，不能停用自己。'}
          </p>
          <Space wrap>
            {account.active && !own && (
              <>
                <ConfirmButton
                  title={`重置${account.name}的密码？`}
                  consequence="原密码立即失效，程序给出一个临时密码，只显示一次。本人登录后要改成自己的密码。"
                  onConfirm={() => reset.mutateAsync({ id, rev })}
                >
                  重置密码
                </ConfirmButton>
                <ConfirmButton
                  danger
                  title={`停用${account.name}的用户？`}
                  consequence="停用后立即不能登录；过去的操作记录仍写着这个名字。需要时可以重新启用。"
                  onConfirm={() => switchTo(false)}
                >
                  停用
                </ConfirmButton>
              </>
            )}
            {!account.active && (
              <ConfirmButton
                title={`重新启用${account.name}的用户？`}
                consequence="启用后可以用原来的密码登录，角色不变。"
                onConfirm={() => switchTo(true)}
              >
                重新启用
              </ConfirmButton>
            )}
          </Space>
        </FormSection>
      </div>
      <Modal
        open={made !== null}
        title="临时密码"
        okText="已经记下"
        cancelButtonProps={{ style: { display: 'none' } }}
        closable={false}
        mask={{ closable: false }}
        onOk={() => setMade(null)}
      >
        {made && <TemporaryPassword made={made} />}
      </Modal>
    </Drawer>
  );
};
