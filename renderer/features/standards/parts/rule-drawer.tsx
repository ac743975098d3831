import { Drawer, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import {
  inForce,
  schoolRuleContentSchema,
  type SchoolRule,
} from '../../../../shared/features/standards/schema.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Versions } from './versions.tsx';

const editSchema = z.object({ content: schoolRuleContentSchema, why: textSchema('修改原因', 200) });
const addSchema = z.object({ content: schoolRuleContentSchema });

const fields = (
  <>
    <Field name="content.title" label="制度名称" help="不带书名号。">
      <Input maxLength={60} />
    </Field>
    <Field
      name="content.adoptedBy"
      label="通过会议"
      optional
      help="涉及教职工切身利益的，应经教职工代表大会讨论。"
    >
      <Input maxLength={60} />
    </Field>
    <Field name="content.adoptedOn" label="通过日期" optional>
      <DayInput />
    </Field>
    <Field
      name="content.publishedOn"
      label="公布日期"
      optional
      help="公布以后才能作为依据；事发在公布之前的不能引用。"
    >
      <DayInput />
    </Field>
  </>
);

/** A new school rule. */
export const NewRuleDrawer = ({ onClose }: { onClose: () => void }): ReactNode => {
  const toast = useToast();
  const add = useCommand('standards.addSchoolRule');
  const form = useZodForm({
    schema: addSchema,
    initial: { content: { adoptedBy: '', adoptedOn: null, publishedOn: null } },
    draftKey: 'standards.rule',
    pathOf: (path) => `content.${path}`,
    onSubmit: async ({ content }) => {
      await add.mutateAsync(content);
      toast.done(`已登记《${content.title}》`);
      onClose();
    },
  });
  return (
    <Drawer open size={560} onClose={onClose} title="登记校内制度" closable={{ 'aria-label': '关闭' }}>
      <ZodForm of={form}>
        {fields}
        <FormActions submit="登记制度" onCancel={onClose} />
      </ZodForm>
    </Drawer>
  );
};

/** One school rule: published or corrected, with a reason. */
export const RuleDrawer = ({ rule, onClose }: { rule: SchoolRule; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editSchoolRule');
  const { content } = inForce(rule);
  const form = useZodForm({
    schema: editSchema,
    initial: { content, why: '' },
    draftKey: `standards.rule:${rule.id}`,
    onSubmit: async (value) => {
      await edit.mutateAsync({ id: rule.id, rev: rule.rev, ...value });
      toast.done(`已保存《${value.content.title}》`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={`《${content.title}》`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!may}>
        {fields}
        {may && (
          <>
            <Field name="why" label="修改原因">
              <Input maxLength={200} />
            </Field>
            <FormActions submit="保存为新版本" onCancel={onClose} />
          </>
        )}
      </ZodForm>
      <Versions of={rule} />
    </Drawer>
  );
};
