import { Alert, Drawer, Input, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { groundEditSchema, whySchema } from '../../../../shared/features/standards/channels.ts';
import { describeGround, ruleLevelLabels } from '../../../../shared/features/standards/describe.ts';
import { inForce, type StoredGround, type StoredRule } from '../../../../shared/features/standards/schema.ts';
import { dayOfMs, daySchema, formatDay } from '../../../../shared/kernel/dates.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { GroundFields } from './ground-fields.tsx';
import { History } from './history.tsx';

const addSchema = z.object({ content: groundEditSchema });
const editSchema = addSchema.extend({ why: whySchema });
const checkSchema = z.object({ article: textSchema('条号', 40), on: daySchema });

/** A ground of the school's own: a local document, a requirement. */
export const NewGroundDrawer = ({ onClose }: { onClose: () => void }): ReactNode => {
  const toast = useToast();
  const add = useCommand('standards.addGround');
  const form = useZodForm({
    schema: addSchema,
    initial: { content: { kind: 'law', version: '', inForceFrom: null, article: null } },
    draftKey: 'standards.ground',
    onSubmit: async (value) => {
      await add.mutateAsync(value);
      toast.done(`已新增“${value.content.law}”`);
      onClose();
    },
  });
  return (
    <Drawer open size={620} onClose={onClose} title="新增依据" closable={{ 'aria-label': '关闭' }}>
      <ZodForm of={form}>
        <GroundFields fixed={false} />
        <FormActions submit="新增依据" onCancel={onClose} />
      </ZodForm>
    </Drawer>
  );
};

interface OneGround {
  readonly ground: StoredGround;
  readonly onClose: () => void;
}

const CheckForm = ({ ground, onClose }: OneGround): ReactNode => {
  const toast = useToast();
  const check = useCommand('standards.checkGround');
  const { content } = inForce(ground);
  const form = useZodForm({
    schema: checkSchema,
    initial: { article: content.article ?? '', on: dayOfMs(Date.now()) },
    onSubmit: async (value) => {
      await check.mutateAsync({ id: ground.id, rev: ground.rev, ...value });
      toast.done('已标记为核对过，文书上会印出条号');
      onClose();
    },
  });
  return (
    <ZodForm of={form}>
      <Field name="article" label="条号" help="以公布的文本为准，例如 第三条、第九条第二项。">
        <Input maxLength={40} />
      </Field>
      <Field name="on" label="核对日期">
        <DayInput />
      </Field>
      <FormActions submit="标记为已核对" onCancel={onClose} />
    </ZodForm>
  );
};

const CorrectForm = ({ ground, onClose }: OneGround): ReactNode => {
  const toast = useToast();
  const edit = useCommand('standards.editGround');
  const { content } = inForce(ground);
  const { kind, law, version, inForceFrom, article, paraphrase } = content;
  const form = useZodForm({
    schema: editSchema,
    initial: { content: { kind, law, version, inForceFrom, article, paraphrase }, why: '' },
    draftKey: `standards.ground:${ground.id}`,
    onSubmit: async (value) => {
      await edit.mutateAsync({ id: ground.id, rev: ground.rev, ...value });
      toast.done('已保存为新版本');
      onClose();
    },
  });
  return (
    <ZodForm of={form}>
      {content.check && (
        <p className="mz-muted" style={{ marginBottom: 12 }}>
          改了名称、版本或者条号，核对标记随之取消，要重新核对。
        </p>
      )}
      <GroundFields fixed />
      <Field name="why" label="修改原因">
        <Input maxLength={200} />
      </Field>
      <FormActions submit="保存为新版本" onCancel={onClose} />
    </ZodForm>
  );
};

/** One article: what it says, which checks rest on it, that somebody compared it with the text, and corrections. */
export const GroundDrawer = ({
  ground,
  rules,
  onClose,
}: OneGround & { readonly rules: readonly StoredRule[] }): ReactNode => {
  const may = useCan()('standards.write');
  const { content } = inForce(ground);
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
        <section className="mz-drawer-section">
          <h3 className="mz-section-title">以此为依据的检查</h3>
          <ul style={{ paddingLeft: 18 }}>
            {resting.map((rule) => (
              <li key={rule.id}>
                {rule.title}
                <span className="mz-muted">（{ruleLevelLabels[rule.level]}）</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {may && (
        <Tabs
          items={[
            ...(content.kind === 'law'
              ? [
                  {
                    key: 'check',
                    label: '核对原文',
                    children: <CheckForm ground={ground} onClose={onClose} />,
                  },
                ]
              : []),
            { key: 'correct', label: '更正', children: <CorrectForm ground={ground} onClose={onClose} /> },
          ]}
        />
      )}
      <History of={ground} describe={describeGround} />
    </Drawer>
  );
};
