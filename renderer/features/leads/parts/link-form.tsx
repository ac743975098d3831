import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { linkInput } from '../../../../shared/features/leads/inputs.ts';
import { stateLabels } from '../../../../shared/features/leads/acts.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useLeadCommand } from '../mutations.ts';
import { useLeads } from '../queries.ts';
import type { ActFormProps } from './opened.ts';

const words = {
  merge: {
    title: '并入另一线索',
    about: '同一件事的线索并成一条：本线索不再单独办理，由另一条继续。持查询码的人会看到另一条的进展。',
    submit: '并入',
    done: '已并入',
  },
  relate: {
    title: '关联线索',
    about: '有联系但各办各的：两条线索互相看得到，期限和答复不变。',
    submit: '关联',
    done: '已关联',
  },
} as const;

/** 并案 and 关联: with which lead, and why. */
export const LinkForm = ({
  view: { lead },
  kind,
  otherId,
  onClose,
}: ActFormProps & { kind: 'merge' | 'relate'; otherId: string | null }): ReactNode => {
  const toast = useToast();
  const leads = useLeads();
  const merge = useLeadCommand('leads.merge');
  const relate = useLeadCommand('leads.relate');
  const { title, about, submit, done } = words[kind];
  const form = useZodForm({
    schema: linkInput.omit({ id: true, rev: true }),
    initial: { otherId: otherId ?? undefined },
    onSubmit: async (value) => {
      const input = { id: lead.id, rev: lead.rev, ...value };
      await (kind === 'merge' ? merge.mutateAsync(input) : relate.mutateAsync(input));
      toast.done(done);
      onClose();
    },
  });
  return (
    <ActDrawer title={title} about={about} onClose={onClose} size={560}>
      <ZodForm of={form}>
        <Field name="otherId" label="哪一条线索">
          <Select
            placeholder="输入编号、内容或拼音首字母"
            options={(leads.data?.leads ?? [])
              .filter(({ id }) => id !== lead.id)
              .map((one) => ({ value: one.id, label: one.number, row: one }))}
            showSearch={{
              filterOption: (typed, option) =>
                fitsSearch(
                  option ? [option.row.number, option.row.summary, ...option.row.people] : [],
                  typed,
                ),
            }}
            optionRender={({ data: { label, row } }) => (
              <>
                {label}{' '}
                <span className="mz-muted">
                  {stateLabels[row.state]} · {row.summary}
                </span>
              </>
            )}
          />
        </Field>
        <Field name="reason" label="理由">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <FormActions submit={submit} onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
