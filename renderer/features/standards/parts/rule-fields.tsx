import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { ruleScopeLabels, ruleScopeSchema } from '../../../../shared/features/standards/school-rule.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormRows } from '../../../ui/form/form-rows.tsx';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { Field, FormRow, FormSection } from '../../../ui/form/zod-form.tsx';

/** What a school rule is, how it was adopted, and its clauses. */
export const RuleFields = ({ of }: { of: ZodFormHandle }): ReactNode => (
  <>
    <FormSection title="制度">
      <Field name="title" label="制度名称" help="不用写书名号。">
        <Input maxLength={60} />
      </Field>
      <FormRow>
        <Field name="scope" label="适用对象" help="用于学生的制度，要经家长委员会和教代会讨论。">
          <Select
            options={ruleScopeSchema.options.map((value) => ({ value, label: ruleScopeLabels[value] }))}
          />
        </Field>
        <Field name="number" label="文号" optional>
          <Input maxLength={40} placeholder="如：文苑中〔2026〕3号" />
        </Field>
      </FormRow>
    </FormSection>
    <FormSection title="制定过程">
      <FormRow>
        <Field name="consulted.on" label="征求意见日期" optional>
          <DayInput />
        </Field>
        <Field name="consulted.note" label="征求了谁的意见" optional>
          <Input maxLength={100} placeholder="如：全体教职工、各班家长代表" />
        </Field>
      </FormRow>
      <FormRow>
        <Field name="discussed.on" label="讨论日期" optional>
          <DayInput />
        </Field>
        <Field name="discussed.note" label="在哪里讨论" optional>
          <Input maxLength={100} placeholder="如：家长委员会、教职工代表大会" />
        </Field>
      </FormRow>
      <FormRow>
        <Field name="adoptedOn" label="通过日期" optional>
          <DayInput />
        </Field>
        <Field name="adoptedBy" label="通过会议" optional>
          <Input maxLength={60} placeholder="如：校长办公会" />
        </Field>
      </FormRow>
      <FormRow>
        <Field name="filed.on" label="备案日期" optional>
          <DayInput />
        </Field>
        <Field name="filed.note" label="备案机关" optional>
          <Input maxLength={100} />
        </Field>
      </FormRow>
      <Field
        name="publishedOn"
        label="公布日期"
        optional
        help="公布以后才能作为依据；事发在公布之前的不能引用。"
      >
        <DayInput />
      </Field>
    </FormSection>
    <FormSection title="条文">
      <p className="mz-muted" style={{ marginBottom: 12 }}>
        登记条文以后，决定和文书可以引用到条，例如《考勤制度》第三条。
      </p>
      <FormRows of={of} name="clauses" unit="条文" max={200}>
        {(at) => (
          <>
            <Field name={`${at}no`} label="条号">
              <Input maxLength={20} placeholder="第三条" />
            </Field>
            <Field name={`${at}text`} label="条文内容">
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
            </Field>
          </>
        )}
      </FormRows>
    </FormSection>
  </>
);
