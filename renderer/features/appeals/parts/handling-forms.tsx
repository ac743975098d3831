import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  declareConflictInput,
  extendInput,
  lookInput,
  settleConflictInput,
} from '../../../../shared/features/appeals/inputs.ts';
import { lookKindLabels, lookKindSchema } from '../../../../shared/features/appeals/kinds.ts';
import { longestExtension } from '../../../../shared/features/appeals/terms.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useAppealCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

const today = (): string => dayOfMs(Date.now());
const withoutTarget = { id: true, rev: true } as const;

/** 记录查核: what the handlers read, whom they heard. */
export const LookForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const look = useAppealCommand('appeals.look');
  const form = useZodForm({
    schema: lookInput.omit(withoutTarget),
    initial: {
      kind: 'files',
      on: today(),
      people: appeal.panel?.members.map(({ person }) => person.name).join('、') ?? '',
    },
    draftKey: `appeals.look:${appeal.id}`,
    onSubmit: async (value) => {
      await look.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done('已记录查核');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="记录查核"
      about="审阅案卷、听取申请人和原承办部门意见、补充核实，都分别记录；印入集体研究记录。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="kind" label="方式">
          <Radio.Group
            options={lookKindSchema.options.map((value) => ({ value, label: lookKindLabels[value] }))}
          />
        </Field>
        <FormRow>
          <Field name="on" label="日期">
            <DayInput />
          </Field>
          <Field name="people" label="参加人员">
            <Input maxLength={200} />
          </Field>
        </FormRow>
        <Field name="text" label="情况">
          <Input.TextArea autoFocus autoSize={{ minRows: 5 }} maxLength={3000} showCount />
        </Field>
        <FormActions submit="记录查核" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 延长办理期限 */
export const ExtendForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const extend = useAppealCommand('appeals.extend');
  const form = useZodForm({
    schema: extendInput.omit(withoutTarget),
    draftKey: `appeals.extend:${appeal.id}`,
    onSubmit: async (value) => {
      await extend.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done(appeal.inside ? '已延长，请印发延长办理期限通知书' : '已登记延长');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="延长办理期限"
      about={`只能延长一次，最多 ${String(longestExtension(appeal.kind))} 日，须经批准并书面告知申请人。`}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="dueOn" label="延长到">
          <DayInput />
        </Field>
        <Field name="reason" label="延长理由">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} showCount />
        </Field>
        <Field name="approver" label="批准人">
          <Input maxLength={30} />
        </Field>
        <FormActions submit="延长" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 申报回避 of somebody who handles it. */
export const ConflictForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const declare = useAppealCommand('appeals.declareConflict');
  const form = useZodForm({
    schema: declareConflictInput.omit(withoutTarget),
    initial: { declaredOn: today() },
    draftKey: `appeals.conflict:${appeal.id}`,
    onSubmit: async (value) => {
      await declare.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done('已登记，处理以前不能作出决定');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="申报回避"
      about="办理人员自己申报，或者申请人申请其回避。处理以前不能作出决定。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="memberId" label="办理人员">
          <Radio.Group
            options={(appeal.panel?.members ?? []).map(({ person }) => ({
              value: person.id,
              label: person.name,
            }))}
          />
        </Field>
        <Field name="relation" label="利害关系" help="如近亲属、同案利害关系人。">
          <Input maxLength={100} />
        </Field>
        <Field name="declaredOn" label="申报日期">
          <DayInput />
        </Field>
        <FormActions submit="登记" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 处理回避 */
export const SettleForm = ({
  view: { appeal },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const settle = useAppealCommand('appeals.settleConflict');
  const open = appeal.conflicts.filter(({ outcome }) => outcome === 'open');
  const found = open.find(({ id }) => id === target) ?? open[0];
  const form = useZodForm({
    schema: settleConflictInput.omit({ ...withoutTarget, conflictId: true }),
    draftKey: `appeals.settle:${found?.id ?? ''}`,
    onSubmit: async (value) => {
      await settle.mutateAsync({
        id: appeal.id,
        rev: appeal.rev,
        conflictId: found?.id ?? '',
        ...value,
      });
      toast.done('已处理');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="处理回避"
      about={found ? `${found.person.name}：${found.relation}` : '没有待处理的回避。'}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="outcome" label="处理">
          <Radio.Group
            options={[
              { value: 'withdrawn', label: '回避，退出办理' },
              { value: 'dismissed', label: '不需要回避' },
            ]}
          />
        </Field>
        <Field name="note" label="处理意见">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} showCount />
        </Field>
        <FormActions submit="确定" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
