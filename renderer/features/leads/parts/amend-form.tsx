import { Input } from 'antd';
import type { ReactNode } from 'react';
import { amendLeadInput } from '../../../../shared/features/leads/inputs.ts';
import type { Lead } from '../../../../shared/features/leads/schema.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useLeadCommand } from '../mutations.ts';
import { AboutFields } from './about-fields.tsx';
import type { ActFormProps } from './opened.ts';

const named = (lead: Lead, minor: boolean): string[] =>
  lead.people.flatMap((person) => (person.kind === 'other' && person.minor === minor ? [person.name] : []));

const picked = (lead: Lead, kind: 'staff' | 'pupil'): string[] =>
  lead.people.flatMap((person) => (person.kind === kind ? [person.id] : []));

/** 更正登记: content, time, people and matter, with the reason. */
export const AmendForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const can = useCan();
  const toast = useToast();
  const amend = useLeadCommand('leads.amend');
  const form = useZodForm({
    schema: amendLeadInput.omit({ id: true, rev: true }),
    initial: {
      content: lead.content,
      occurredOn: lead.occurredOn,
      occurredNote: lead.occurredNote,
      staffIds: picked(lead, 'staff'),
      pupilIds: picked(lead, 'pupil'),
      others: named(lead, false),
      minors: named(lead, true),
      matterCode: lead.matter?.code ?? null,
    },
    draftKey: `leads.amend:${lead.id}`,
    onSubmit: async (value) => {
      await amend.mutateAsync({ id: lead.id, rev: lead.rev, ...value });
      toast.done('已更正登记');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="更正登记"
      about="补充或改正登记的内容。改了什么、为什么改会记在经过里。"
      onClose={onClose}
      size={820}
    >
      <ZodForm of={form} wide>
        <AboutFields pupils={can('pupils.read')} autoFocus={false} />
        <Field name="reason" label="更正原因">
          <Input maxLength={200} />
        </Field>
        <FormActions submit="保存更正" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
