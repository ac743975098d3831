import { z } from 'zod';
import { publicForms } from './forms-public.ts';
import { appealForms } from './forms-appeal.ts';
import { evaluationForms } from './forms-evaluation.ts';
import { courseForms } from './forms-course.ts';
import { outcomeForms } from './forms-outcome.ts';
import { commonFields, type FormField, type TemplateForm } from './form-field.ts';

/** Every kind of paper that a school may replace by a .docx of its own, in the order a case meets them; then others. */
export const templateForms = [
  ...courseForms,
  ...outcomeForms,
  ...appealForms,
  ...publicForms,
  ...evaluationForms,
] as const;

export type FormCode = (typeof templateForms)[number]['code'];

const isFormCode = (code: string): code is FormCode => templateForms.some((form) => form.code === code);

/** Codes of `templateForms`. */
export const formCodeSchema = z
  .string()
  .refine(isFormCode, '没有这种文书')
  .transform((code) => {
    if (!isFormCode(code)) throw new RangeError(code);
    return code;
  });

/** @throws RangeError for a code that is none: a defect of the caller. */
export const formOf = (code: FormCode): TemplateForm => {
  const form = templateForms.find((each) => each.code === code);
  if (!form) throw new RangeError(code);
  return form;
};

/** What may stand in a form's own .docx: its own fields, then what every paper knows of itself. */
export const fieldsOf = (code: FormCode): readonly FormField[] => {
  const own = formOf(code).fields;
  const named = new Set(own.map(({ key }) => key));
  return [...own, ...commonFields.filter(({ key }) => !named.has(key))];
};
