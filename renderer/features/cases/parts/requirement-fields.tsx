import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';
import { StaffPicker } from './staff-picker.tsx';

/** 整改事项: text, term, who does it and who looks whether it was done. */
export const RequirementFields = (): ReactNode => (
  <Form.List name="requirements">
    {(fields, { add, remove }) => (
      <>
        {fields.map(({ key, name }) => {
          const at = `requirements.${String(name)}`;
          return (
            <fieldset key={key} className="mz-requirement">
              <legend>
                第 {name + 1} 项{' '}
                <Button type="link" size="small" onClick={() => remove(name)}>
                  删除
                </Button>
              </legend>
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
            </fieldset>
          );
        })}
        <Button onClick={() => add({ text: '', dueOn: null, responsibleId: null, checkerId: null })}>
          添加整改事项
        </Button>
      </>
    )}
  </Form.List>
);
