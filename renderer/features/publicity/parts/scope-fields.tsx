import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  namingLabels,
  namingSchema,
  scopeLabels,
  scopeSchema,
  type PublicityKind,
  type Scope,
} from '../../../../shared/features/publicity/schema.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field } from '../../../ui/form/zod-form.tsx';

const namingAbouts: Readonly<Record<keyof typeof namingLabels, string>> = {
  full: '王立新。评优、考核优秀一般实名；处分实名要写理由。',
  masked: '王**。标题、说明、内容里名单上的人名一起隐去。',
  none: '不出现姓名，内容里的人名写作“有关人员”。',
};

/** 给谁看、怎样署名: how far it reaches and how people are named. */
export const ScopeFields = ({ scope, kind }: { scope: Scope; kind: PublicityKind }): ReactNode => (
  <>
    <Field
      name="scope"
      label="公示范围"
      help="涉及个人的内容不上公网、不进家长群；处理结果只在校内一定范围宣布。"
    >
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        options={scopeSchema.options.map((value) => ({ value, label: scopeLabels[value] }))}
      />
    </Field>
    {scope === 'department' && (
      <Field name="scopeNote" label="哪个部门" optional>
        <Input maxLength={60} placeholder="如“图书馆”" />
      </Field>
    )}
    {kind !== 'overall' && (
      <Field name="naming" label="姓名怎样写">
        <Ways
          of={namingSchema.options.map((value) => ({
            value,
            label: namingLabels[value],
            about: namingAbouts[value],
          }))}
        />
      </Field>
    )}
  </>
);
