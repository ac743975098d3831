import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { decidingBodyLabels, type DecidingBody } from '../../../../shared/law/vocabulary.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { valueAt } from '../../../ui/form/field-path.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { fillIn } from '../../../ui/form/watched.ts';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { bodiesOfSchool } from './decide-values.ts';

/** Which body decides, on which day, from when it takes effect; where one person decides, who. */
export const DecideDays = ({
  of,
  competent,
  collective,
  decidedOn,
  chosen,
}: {
  of: ZodFormHandle;
  competent: readonly DecidingBody[];
  collective: boolean;
  decidedOn: string;
  /** Measures are chosen, so that some bodies are out of the question. */
  chosen: boolean;
}): ReactNode => {
  const none = chosen && competent.length === 0;
  return (
    <>
      <Field
        name="body"
        label="决定机构"
        help={
          none
            ? '没有一个机构可以同时决定所选的全部措施，请分开决定。'
            : chosen
              ? '灰色的机构无权决定所选的措施。'
              : undefined
        }
      >
        <Radio.Group
          options={bodiesOfSchool.map((value) => ({
            value,
            label: decidingBodyLabels[value],
            disabled: chosen && !none && !competent.includes(value),
          }))}
        />
      </Field>
      <FormRow>
        <Field name="decidedOn" label="决定日期">
          <DayInput
            onChange={(day) => {
              // The usual thing: it takes effect on the day it is made.
              if (day !== null && valueAt(of.form.getFieldsValue(true), 'effectiveOn') === decidedOn)
                fillIn(of, { effectiveOn: day });
            }}
          />
        </Field>
        <Field name="effectiveOn" label="生效日期">
          <DayInput />
        </Field>
        {!collective && (
          <Field name="deciderId" label="决定人">
            <StaffPicker />
          </Field>
        )}
      </FormRow>
    </>
  );
};
