import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';

export interface RequirementFieldsProps {
  readonly count: number;
  readonly onAdd: () => void;
  readonly onRemove: (place: number) => void;
}

/** 整改事项: text, term, who does it and who looks whether it was done. */
export const RequirementFields = ({ count, onAdd, onRemove }: RequirementFieldsProps): ReactNode => (
  <>
    {Array.from({ length: count }, (_, place) => {
      const at = `requirements.${String(place)}`;
      return (
        <section key={at} className="mz-requirement" aria-label={`第 ${String(place + 1)} 项整改`}>
          <header>
            第 {place + 1} 项
            <Button type="link" size="small" onClick={() => onRemove(place)}>
              删除
            </Button>
          </header>
          <Field name={`${at}.text`} label="整改要求">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
          </Field>
          <FormRow>
            <Field name={`${at}.dueOn`} label="期限">
              <DayInput />
            </Field>
            <Field name={`${at}.responsibleId`} label="责任人">
              <StaffPicker />
            </Field>
            <Field name={`${at}.checkerId`} label="复查人">
              <StaffPicker />
            </Field>
          </FormRow>
        </section>
      );
    })}
    <Button onClick={onAdd}>添加整改事项</Button>
  </>
);
