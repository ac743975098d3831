import {
  decidingBodySchema,
  measureTargetLabels,
  measureTargetSchema,
  decidingBodyLabels,
} from '../../../../shared/law/vocabulary.ts';
import { measureContentSchema } from '../../../../shared/features/standards/measure.ts';
import { Checkbox, Drawer, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { inForce, type Measure } from '../../../../shared/features/standards/schema.ts';
import { severityLabels, severitySchema } from '../../../../shared/features/standards/severity.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Versions } from './versions.tsx';

const schema = z.object({ content: measureContentSchema, why: textSchema('修改原因', 200) });

/** One measure: read, corrected with a reason, taken out of use. */
export const MeasureDrawer = ({ measure, onClose }: { measure: Measure; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editMeasure');
  const enable = useCommand('standards.enableMeasure', { onError: toast.failed });
  const { content } = inForce(measure);
  const { id, rev, enabled } = measure;
  const form = useZodForm({
    schema,
    initial: { content, why: '' },
    draftKey: `standards.measure:${id}`,
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
      title={`措施：${content.name}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!may}>
        <Field name="content.name" label="措施名称">
          <Input maxLength={30} />
        </Field>
        <Field name="content.about" label="说明">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
        <Field name="content.targets" label="适用对象">
          <Checkbox.Group
            options={measureTargetSchema.options.map((value) => ({
              value,
              label: measureTargetLabels[value],
            }))}
          />
        </Field>
        <Field name="content.decidedBy" label="决定机构">
          <Checkbox.Group
            options={decidingBodySchema.options.map((value) => ({ value, label: decidingBodyLabels[value] }))}
          />
        </Field>
        <Field name="content.severity" label="常用档次" optional>
          <Checkbox.Group
            options={severitySchema.options.map((value) => ({ value, label: severityLabels[value] }))}
          />
        </Field>
        <Field name="content.requires.statement" label="程序" valueProp="checked" optional>
          <Checkbox>决定前要听取陈述</Checkbox>
        </Field>
        <Field name="content.requires.rectification" label="整改" valueProp="checked" optional>
          <Checkbox>要写明整改事项</Checkbox>
        </Field>
        <Field
          name="content.numberSuffix"
          label="文号类别"
          optional
          help="写在学校代字后面，如“责改”；通报不写。"
        >
          <Input maxLength={4} />
        </Field>
        <Field name="content.effects" label="影响" optional>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
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
                consequence={
                  enabled
                    ? '以后的决定不能再选这项措施；已作出的决定不受影响。'
                    : '以后的决定可以选这项措施。'
                }
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
      <Versions of={measure} />
    </Drawer>
  );
};
