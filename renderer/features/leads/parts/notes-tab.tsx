import { Input } from 'antd';
import type { ReactNode } from 'react';
import { noteInput } from '../../../../shared/features/leads/inputs.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useLeadCommand } from '../mutations.ts';
import type { LeadTabProps } from './opened.ts';

/** 内部备注: never printed, exported or shown to anybody outside. */
export const NotesTab = ({ view: { lead, notes } }: LeadTabProps): ReactNode => {
  const can = useCan();
  const toast = useToast();
  const add = useLeadCommand('leads.addNote');
  const form = useZodForm({
    schema: noteInput.omit({ id: true }),
    draftKey: `leads.note:${lead.id}`,
    onSubmit: async ({ text }) => {
      await add.mutateAsync({ id: lead.id, text });
      form.startOver();
      toast.done('已记下备注');
    },
  });
  return (
    <>
      <p className="mz-muted" style={{ marginBottom: 12 }}>
        只在这里看得到，不打印、不导出、不进遮盖副本。
      </p>
      {notes.length > 0 && (
        <ul className="mz-record-items" style={{ marginBottom: 16 }}>
          {notes.map((note) => (
            <li key={note.id}>
              <div>
                <p className="mz-record-text">{note.text}</p>
                <span className="mz-muted">
                  {note.made.by.name}，{formatInstant(note.made.at)}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {can('leads.register') && (
        <ZodForm of={form}>
          <Field name="text" label="备注">
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} showCount />
          </Field>
          <FormActions submit="记下备注" />
        </ZodForm>
      )}
    </>
  );
};
