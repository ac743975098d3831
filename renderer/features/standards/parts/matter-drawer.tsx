import { Checkbox, Drawer, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import {
  inForce,
  matterContentSchema,
  matterFieldLabels,
  matterFieldSchema,
  type Matter,
  type Measure,
} from '../../../../shared/features/standards/schema.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Versions } from './versions.tsx';

const schema = z.object({ content: matterContentSchema, why: textSchema('修改原因', 200) });

/** One matter: read, corrected with a reason, taken out of use. */
export const MatterDrawer = ({
  matter,
  measures,
  onClose,
}: {
  matter: Matter;
  measures: readonly Measure[];
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editMatter');
  const enable = useCommand('standards.enableMatter', { onError: toast.failed });
  const { content } = inForce(matter);
  const { id, rev, enabled } = matter;
  const form = useZodForm({
    schema,
    initial: { content, why: '' },
    draftKey: `standards.matter:${id}`,
    onSubmit: async (value) => {
      await edit.mutateAsync({ id, rev, ...value });
      toast.done(`已保存“${value.content.name}”的新版本`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={`事由：${content.name}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!may}>
        <Field name="content.name" label="事项名称">
          <Input maxLength={30} />
        </Field>
        <Field name="content.field" label="领域">
          <Select
            options={matterFieldSchema.options.map((value) => ({ value, label: matterFieldLabels[value] }))}
          />
        </Field>
        <Field name="content.about" label="表现">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} />
        </Field>
        <Field name="content.ethics" label="师德" valueProp="checked" optional>
          <Checkbox>属于师德事项，一律听取陈述</Checkbox>
        </Field>
        <Field name="content.usualMeasures" label="常用措施" optional>
          <Select
            mode="multiple"
            options={measures.map((one) => ({ value: one.id, label: inForce(one).content.name }))}
          />
        </Field>
        {may && (
          <>
            <Field name="why" label="修改原因">
              <Input maxLength={200} />
            </Field>
            <FormActions submit="保存为新版本" onCancel={onClose}>
              <ConfirmButton
                danger={enabled}
                title={`${enabled ? '停用' : '启用'}“${content.name}”？`}
                consequence={enabled ? '登记时不能再选；已登记的事项不受影响。' : '登记时可以选。'}
                onConfirm={() =>
                  enable
                    .mutateAsync({ id, rev, enabled: !enabled })
                    .then(() => toast.done(enabled ? '已停用' : '已启用'))
                }
              >
                {enabled ? '停用' : '启用'}
              </ConfirmButton>
            </FormActions>
          </>
        )}
      </ZodForm>
      <Versions of={matter} />
    </Drawer>
  );
};
