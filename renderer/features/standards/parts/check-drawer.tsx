import { Alert, Checkbox, Drawer, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { ruleEditSchema, whySchema } from '../../../../shared/features/standards/channels.ts';
import {
  describeLawRule,
  ruleLevelLabels,
  type Names,
} from '../../../../shared/features/standards/describe.ts';
import { inForce, shippedOf, type StoredRule } from '../../../../shared/features/standards/schema.ts';
import { hideSlots, showSlots, slotNames } from '../../../../shared/features/standards/slots.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm, type ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { Field, ZodForm } from '../../../ui/form/zod-form.tsx';
import { optionsOf } from './choices.ts';
import { OneGroundPicker } from './ground-picker.tsx';
import { History } from './history.tsx';
import { ResetButton } from './reset-button.tsx';
import { VersionActions } from './version-actions.tsx';

const schema = z.object({ content: ruleEditSchema, why: whySchema });

const blanksHelp = (text: string): ReactNode => {
  const names = slotNames(text);
  return names.length === 0
    ? undefined
    : `${names.map(({ shown }) => `【${shown}】`).join('')}由程序填入，请保留。`;
};

/** Says at once what it means to let a stop through. */
const Loosened = ({ of, stop }: { of: ZodFormHandle; stop: boolean }): ReactNode => {
  const level: unknown = Form.useWatch(['content', 'level'], { form: of.form, preserve: true });
  if (!stop || level !== 'warn') return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title="这项检查原本不允许继续"
      description="放宽以后，越过它作出的决定可能因违反规定被撤销。请写明依据和批准情况；以后每次越过都要写理由，理由存入案卷。页面上会标明“本校已调整”。"
    />
  );
};

/** One check of the law pack: its level, its words and its article, corrected with a reason. */
export const CheckDrawer = ({
  rule,
  names,
  onClose,
}: {
  rule: StoredRule;
  names: Names;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editRule');
  const reset = useCommand('standards.resetRule', { onError: toast.failed });
  const { content } = inForce(rule);
  const shipped = shippedOf(rule) ?? content;
  const form = useZodForm({
    schema,
    initial: {
      content: {
        title: content.title,
        ground: content.ground,
        level: content.level,
        reasonRequired: content.reasonRequired,
        message: showSlots(content.message, shipped.message),
        instead: showSlots(content.instead, shipped.instead),
      },
      why: '',
    },
    draftKey: `standards.check:${rule.id}`,
    onSubmit: async ({ content: typed, why }) => {
      const stored = {
        ...typed,
        message: hideSlots(typed.message, shipped.message),
        instead: hideSlots(typed.instead, shipped.instead),
      };
      await edit.mutateAsync({ id: rule.id, rev: rule.rev, content: stored, why });
      toast.done(`已保存“${typed.title}”的新版本`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={680}
      onClose={onClose}
      title={`检查：${content.title}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!may}>
        <Loosened of={form} stop={shipped.level === 'refuse'} />
        <Field name="content.title" label="检查名称">
          <Input maxLength={30} />
        </Field>
        <Field name="content.level" label="等级">
          <Radio.Group options={optionsOf(ruleLevelLabels)} />
        </Field>
        <Field name="content.reasonRequired" label="理由" valueProp="checked" optional>
          <Checkbox>继续办理的，必须写明理由</Checkbox>
        </Field>
        <Field name="content.ground" label="依据">
          <OneGroundPicker />
        </Field>
        <Field name="content.message" label="提示" help={blanksHelp(shipped.message)}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
        <Field name="content.instead" label="合法做法" help={blanksHelp(shipped.instead)}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
        {may && (
          <VersionActions onCancel={onClose}>
            {rule.versions.length > 1 && (
              <ResetButton
                title={`恢复“${shipped.title}”？`}
                consequence="等级、依据和文字都回到随程序提供的内容，成为新的一版。"
                onReset={() => reset.mutateAsync({ id: rule.id, rev: rule.rev })}
                onDone={onClose}
              />
            )}
          </VersionActions>
        )}
      </ZodForm>
      <History of={rule} describe={(version) => describeLawRule(version, shipped, names)} />
    </Drawer>
  );
};
