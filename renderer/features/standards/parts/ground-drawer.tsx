import { Alert, Drawer, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { inForce, type StoredGround, type StoredRule } from '../../../../shared/features/standards/schema.ts';
import { dayOfMs, daySchema, formatDay } from '../../../../shared/kernel/dates.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Versions } from './versions.tsx';

const schema = z.object({ article: textSchema('条号', 40), on: daySchema });

/** One article: what it says, which checks rest on it, and that somebody compared it with the text. */
export const GroundDrawer = ({
  ground,
  rules,
  onClose,
}: {
  ground: StoredGround;
  rules: readonly StoredRule[];
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const check = useCommand('standards.checkGround');
  const { content } = inForce(ground);
  const form = useZodForm({
    schema,
    initial: { article: content.article ?? '', on: dayOfMs(Date.now()) },
    onSubmit: async (value) => {
      await check.mutateAsync({ id: ground.id, rev: ground.rev, ...value });
      toast.done('已标记为核对过，文书上会印出条号');
      onClose();
    },
  });
  const resting = rules.map((rule) => inForce(rule).content).filter((rule) => rule.ground === content.code);
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={`${content.law}${content.article ?? ''}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <p>{content.paraphrase}</p>
      <p className="mz-muted" style={{ margin: '8px 0 16px' }}>
        {content.version}
        {content.inForceFrom !== null && ` · ${formatDay(content.inForceFrom)}起施行`}
      </p>
      {content.kind === 'law' && (
        <Alert
          type={content.check ? 'success' : 'warning'}
          showIcon
          style={{ marginBottom: 16 }}
          title={
            content.check
              ? `${content.check.by}，${formatDay(content.check.on)}核对`
              : '还没有对照公布的文本核对，文书上只印法规名称。'
          }
        />
      )}
      {resting.length > 0 && (
        <FormSection title="以此为依据的检查">
          <ul style={{ paddingLeft: 18 }}>
            {resting.map((rule) => (
              <li key={rule.id}>
                {rule.title}
                <span className="mz-muted">（{rule.level === 'refuse' ? '不允许' : '提醒'}）</span>
              </li>
            ))}
          </ul>
        </FormSection>
      )}
      {may && content.kind === 'law' && (
        <ZodForm of={form}>
          <FormSection title="核对">
            <Field name="article" label="条号" help="以公布的文本为准，例如 第三条、第九条第二项。">
              <Input maxLength={40} />
            </Field>
            <Field name="on" label="核对日期">
              <DayInput />
            </Field>
            <FormActions submit="标记为已核对" onCancel={onClose} />
          </FormSection>
        </ZodForm>
      )}
      <Versions of={ground} />
    </Drawer>
  );
};
