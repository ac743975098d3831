import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { recordResultInput } from '../../../../shared/features/appeals/inputs.ts';
import { outcomeSchema } from '../../../../shared/features/appeals/kinds.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useAppealCommand } from '../mutations.ts';
import { FilesField } from './files-field.tsx';
import type { ActFormProps } from './opened.ts';
import { OutcomeFields } from './outcome-fields.tsx';
import { changesOf, itemChangesSchema } from './outcome-values.ts';

const schema = recordResultInput
  .omit({ id: true, rev: true, file: true, itemIds: true, replacements: true })
  .extend({ changes: itemChangesSchema.default([]) });

/** 登记主管部门的决定: what it changes is changed here at once. */
export const ResultForm = ({ view, onClose }: ActFormProps): ReactNode => {
  const { appeal } = view;
  const toast = useToast();
  const record = useAppealCommand('appeals.recordResult');
  const [files, setFiles] = useState<readonly FileContent[]>([]);
  const form = useZodForm({
    schema,
    initial: {
      outcome: 'uphold',
      redo: false,
      flaws: [],
      decidedOn: dayOfMs(Date.now()),
      number: '',
      changes: appeal.items.map(({ itemId }) => ({
        itemId,
        act: 'replace' as const,
        measureCode: '',
        days: null,
      })),
    },
    draftKey: `appeals.result:${appeal.id}`,
    pathOf: (path) =>
      /^(decision\.)?(itemIds|replacements)/.test(path) ? 'changes' : path.replace(/^decision\./, ''),
    onSubmit: async ({ changes, ...value }) => {
      await record.mutateAsync({
        id: appeal.id,
        rev: appeal.rev,
        ...value,
        ...changesOf(value.outcome, changes),
        file: files[0] ?? null,
      });
      toast.done('已登记，并按决定更正');
      onClose();
    },
  });
  const outcome = useWatched(form, 'outcome', outcomeSchema, 'uphold');
  return (
    <ActDrawer
      title="登记主管部门的决定"
      about={`按${appeal.organ}的决定如实登记。决定撤销、变更的，处理、档案、文书在登记时一并更正，并出具更正（撤销）通知。`}
      onClose={onClose}
      size={760}
    >
      <ZodForm of={form}>
        <OutcomeFields view={view} outcome={outcome} />
        <FormRow>
          <Field name="decidedOn" label="决定日期">
            <DayInput />
          </Field>
          <Field name="number" label="对方文号" optional>
            <Input maxLength={60} />
          </Field>
        </FormRow>
        <Field name="facts" label="查明的事实">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} showCount />
        </Field>
        <Field name="reason" label="决定的理由">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={3000} showCount />
        </Field>
        <FilesField
          files={files}
          onChange={(next) => setFiles(next.slice(-1))}
          title="把收到的决定（扫描件或 Word）拖到这里"
        />
        <FormActions submit="登记决定" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
