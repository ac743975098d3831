import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import {
  dataAreaLabels,
  dataAreaSchema,
  dataFieldSchema,
  fieldNameSchema,
} from '../../../../shared/features/evaluation/data/fields.ts';
import type { OfferedField } from '../../../../shared/features/evaluation/data/views.ts';
import {
  subjectKindLabels,
  subjectKindSchema,
  type SubjectKind,
} from '../../../../shared/features/evaluation/indicators.ts';
import { optionalTextSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';

const bound = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || /^-?\d{1,10}(?:\.\d{1,4})?$/.test(text), {
    error: '须是数字，最多四位小数',
  });

/** As it is typed: a blank bound is none. */
const schema = z
  .object({
    name: fieldNameSchema,
    area: dataAreaSchema,
    unit: optionalTextSchema('单位', 6),
    decimals: z.number({ error: '请填写小数位数' }).int().min(0).max(4),
    min: bound,
    max: bound,
    about: optionalTextSchema('说明', 300),
    kinds: z.array(subjectKindSchema).min(1, '请选择适用的考核对象'),
  })
  .refine(({ min, max }) => min === '' || max === '' || Number(min) <= Number(max), {
    error: '最大不能小于最小',
    path: ['max'],
  });

/** A field of the school's own: name, unit, what may be typed, and how it is reckoned. */
export const FieldForm = ({
  held,
  kind,
  onDone,
  onCancel,
}: {
  readonly held: OfferedField | null;
  readonly kind: SubjectKind | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const save = useCommand('evaluation.saveDataField', { onSuccess: onDone });
  const form = useZodForm({
    schema,
    initial: held
      ? { ...held.field, min: held.field.min ?? '', max: held.field.max ?? '' }
      : { area: 'other', decimals: 0, min: '0', kinds: kind === null ? [] : [kind] },
    draftKey: `evaluation.dataField:${held?.own?.id ?? 'new'}`,
    onSubmit: async ({ min, max, ...rest }) => {
      await save.mutateAsync({
        target: held?.own ?? null,
        field: dataFieldSchema.parse({ ...rest, min: min === '' ? null : min, max: max === '' ? null : max }),
      });
    },
  });
  const used = (held?.usedIn.length ?? 0) > 0;
  return (
    <ZodForm of={form}>
      <Field
        name="name"
        label="名称"
        help={used ? `不能改名：${held?.usedIn[0] ?? ''}` : '公式里就写这个名称，如：书法达标率'}
      >
        <Input maxLength={20} disabled={used} autoFocus={!used} />
      </Field>
      <FormRow>
        <Field name="area" label="分类">
          <Select
            options={dataAreaSchema.options.map((area) => ({ value: area, label: dataAreaLabels[area] }))}
          />
        </Field>
        <Field name="unit" label="单位" help="如：%、次、元；可以不写">
          <Input maxLength={6} />
        </Field>
      </FormRow>
      <FormRow>
        <Field name="decimals" label="小数位数">
          <InputNumber min={0} max={4} precision={0} />
        </Field>
        <Field name="min" label="最小" help="不写：不限">
          <Input inputMode="decimal" />
        </Field>
        <Field name="max" label="最大" help="不写：不限">
          <Input inputMode="decimal" />
        </Field>
      </FormRow>
      <Field name="kinds" label="适用的考核对象">
        <Select
          mode="multiple"
          options={subjectKindSchema.options.map((one) => ({ value: one, label: subjectKindLabels[one] }))}
        />
      </Field>
      <Field name="about" label="怎么统计" help="统计什么、什么时间、以哪份台账为准">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
      </Field>
      <FormActions submit={held ? '保存' : '添加'} onCancel={onCancel} />
    </ZodForm>
  );
};
