import { Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { subjectKindLabels, subjectKindSchema } from '../../../../shared/features/evaluation/indicators.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';

const schema = z.object({ name: textSchema('指标体系名称', 60), kind: subjectKindSchema });

/** An indicator system from nothing: name and whom it is for; the rest is done on its page. */
export const CreateSystemDialog = ({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode => (
  <Modal
    open={open}
    onCancel={onClose}
    footer={null}
    title="新建指标体系"
    destroyOnHidden
    mask={{ closable: false }}
    closable={{ 'aria-label': '关闭' }}
  >
    <Content onClose={onClose} />
  </Modal>
);

const Content = ({ onClose }: { onClose: () => void }): ReactNode => {
  const navigate = useNavigate();
  const create = useCommand('evaluation.createSystem');
  const form = useZodForm({
    schema,
    initial: { kind: 'teacher' },
    draftKey: 'evaluation.createSystem',
    onSubmit: async (value) => {
      const made = await create.mutateAsync(value);
      onClose();
      void navigate(`/evaluation/indicators/${made.system.id}`);
    },
  });
  return (
    <ZodForm of={form}>
      <Field name="name" label="名称" help="如：教师年度考核指标">
        <Input autoFocus maxLength={60} />
      </Field>
      <Field name="kind" label="考核谁" help="建立后不能更改。">
        <Select
          options={subjectKindSchema.options.map((kind) => ({ value: kind, label: subjectKindLabels[kind] }))}
        />
      </Field>
      <FormActions submit="新建并填写指标" onCancel={onClose} />
    </ZodForm>
  );
};
