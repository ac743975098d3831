import { Input, Select } from 'antd';
import type { FocusEvent, ReactNode } from 'react';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';
import { PupilPeoplePicker } from '../../organisation/parts/pupil-picker.tsx';
import { StaffPeoplePicker } from '../../organisation/parts/staff-picker.tsx';
import { MatterChoice } from './matter-choice.tsx';

interface NamesInputProps {
  readonly value?: string[] | undefined;
  readonly onChange?: (names: string[]) => void;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
  readonly id?: string;
  readonly placeholder: string;
}

/** Names that are on no roster, each ended with Enter, a comma or 、. */
const NamesInput = ({ value, onChange, placeholder, ...rest }: NamesInputProps): ReactNode => (
  <Select<string[]>
    mode="tags"
    open={false}
    suffix={null}
    tokenSeparators={['、', '，', ',', '；', ' ']}
    placeholder={placeholder}
    value={value ?? []}
    onChange={(names: string[]) => onChange?.(names)}
    {...rest}
  />
);

/** What is reported, about whom and since when: the same when it is taken in and when it is put right. */
export const AboutFields = ({ pupils, autoFocus }: { pupils: boolean; autoFocus: boolean }): ReactNode => (
  <>
    <Field
      name="content"
      label="反映的内容"
      help="按原话记：什么时间、什么地点、谁、做了什么。来源的姓名和电话不要写在这里，写了程序也会自动换成“反映人”。"
    >
      <Input.TextArea
        autoFocus={autoFocus}
        autoSize={{ minRows: 5, maxRows: 14 }}
        maxLength={5000}
        showCount
      />
    </Field>
    <FormRow>
      <Field name="staffIds" label="涉及的教职工" optional>
        <StaffPeoplePicker />
      </Field>
      {pupils && (
        <Field name="pupilIds" label="涉及的学生" optional help="列表、导出和文书里自动隐去姓名。">
          <PupilPeoplePicker />
        </Field>
      )}
    </FormRow>
    <FormRow>
      <Field name="occurredOn" label="事发日期" optional>
        <DayInput />
      </Field>
      <Field name="matterCode" label="问责事由" optional>
        <MatterChoice />
      </Field>
    </FormRow>
    <FormRow>
      <Field name="occurredNote" label="时间说明" optional>
        <Input maxLength={60} placeholder="如“上学期末”" />
      </Field>
      <Field name="others" label="其他涉及的人" optional>
        <NamesInput placeholder="回车一个" />
      </Field>
      <Field name="minors" label="名册外的学生" optional>
        <NamesInput placeholder="回车一个" />
      </Field>
    </FormRow>
  </>
);
