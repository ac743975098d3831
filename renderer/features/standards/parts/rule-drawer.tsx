import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { whySchema } from '../../../../shared/features/standards/channels.ts';
import { describeSchoolRule } from '../../../../shared/features/standards/describe.ts';
import { schoolRuleContentSchema } from '../../../../shared/features/standards/school-rule.ts';
import { inForce, type SchoolRule } from '../../../../shared/features/standards/schema.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { EnableButton } from './enable-button.tsx';
import { History } from './history.tsx';
import { RuleFields } from './rule-fields.tsx';
import { RuleFile } from './rule-file.tsx';
import { RuleSteps } from './rule-steps.tsx';
import { VersionActions } from './version-actions.tsx';

const withoutContent = (path: string): string => path.replace(/^content\./, '');

/** A new school rule. */
export const NewRuleDrawer = ({ onClose }: { onClose: () => void }): ReactNode => {
  const toast = useToast();
  const add = useCommand('standards.addSchoolRule');
  const form = useZodForm({
    schema: schoolRuleContentSchema,
    initial: {
      scope: 'staff',
      number: '',
      adoptedBy: '',
      adoptedOn: null,
      publishedOn: null,
      consulted: { on: null, note: '' },
      discussed: { on: null, note: '' },
      filed: { on: null, note: '' },
      clauses: [],
    },
    draftKey: 'standards.rule',
    pathOf: withoutContent,
    onSubmit: async (content) => {
      await add.mutateAsync(content);
      toast.done(`已登记《${content.title}》`);
      onClose();
    },
  });
  return (
    <Drawer open size={720} onClose={onClose} title="登记校内制度" closable={{ 'aria-label': '关闭' }}>
      <ZodForm of={form}>
        <RuleFields of={form} />
        <FormActions submit="登记制度" onCancel={onClose} />
      </ZodForm>
    </Drawer>
  );
};

const editSchema = schoolRuleContentSchema.safeExtend({ why: whySchema });

/** One school rule: published or corrected, with a reason; its text, its clauses, its versions. */
export const RuleDrawer = ({ rule, onClose }: { rule: SchoolRule; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editSchoolRule');
  const enable = useCommand('standards.enableSchoolRule', { onError: toast.failed });
  const { content } = inForce(rule);
  const form = useZodForm({
    schema: editSchema,
    initial: { ...content, why: '' },
    draftKey: `standards.rule:${rule.id}`,
    pathOf: withoutContent,
    onSubmit: async ({ why, ...value }) => {
      await edit.mutateAsync({ id: rule.id, rev: rule.rev, content: value, why });
      toast.done(`已保存《${value.title}》`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={`《${content.title}》`}
      closable={{ 'aria-label': '关闭' }}
    >
      <RuleSteps rule={content} />
      <RuleFile rule={rule} may={may} />
      <ZodForm of={form} disabled={!may}>
        <RuleFields of={form} />
        {may && (
          <VersionActions onCancel={onClose}>
            <EnableButton
              name={`《${content.title}》`}
              enabled={rule.enabled}
              stopped="以后的决定不能再引用这项制度；已作出的决定不受影响。"
              started="以后的决定可以引用这项制度。"
              onToggle={(enabled) => enable.mutateAsync({ id: rule.id, rev: rule.rev, enabled })}
            />
          </VersionActions>
        )}
      </ZodForm>
      <History of={rule} describe={describeSchoolRule} />
    </Drawer>
  );
};
