import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { autoLockMinutesSchema } from '../../../../shared/features/accounts/schema.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useAdoptSession } from '../../../app/session.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { PageHeader } from '../../../ui/page/page-header.tsx';

const schema = z.object({ minutes: autoLockMinutesSchema });

/** After how many idle minutes every screen locks itself. */
export const AutoLockPanel = (): ReactNode => {
  const session = useCall('accounts.session', {});
  return (
    <>
      <PageHeader
        title="自动锁定"
        about="离开座位后屏幕自动锁定，页面和没有保存的内容原样保留，输入密码即可继续。对所有用户有效。"
      />
      <Loaded query={session}>{({ autoLockMinutes }) => <MinutesForm minutes={autoLockMinutes} />}</Loaded>
    </>
  );
};

const MinutesForm = ({ minutes }: { minutes: number }): ReactNode => {
  const toast = useToast();
  const adopt = useAdoptSession();
  const set = useCommand('accounts.setAutoLock', { invalidates: [], onSuccess: adopt });
  const form = useZodForm({
    schema,
    initial: { minutes },
    onSubmit: async (value) => {
      await set.mutateAsync(value);
      toast.done(`无人操作 ${String(value.minutes)} 分钟后锁定`);
    },
  });
  return (
    <ZodForm of={form}>
      <Field
        name="minutes"
        label="无人操作多少分钟后锁定"
        help="1 到 120 分钟。多人共用的电脑建议 5 分钟以内。"
      >
        <InputNumber min={1} max={120} precision={0} suffix="分钟" style={{ width: 160 }} />
      </Field>
      <FormActions submit="保存" />
    </ZodForm>
  );
};
