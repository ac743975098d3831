import { formatDay } from '../../../shared/kernel/dates.ts';
import type { CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import type { FormCode } from '../../../shared/features/papers/forms.ts';
import type { TemplateValues } from '../../documents/word/template/fill.ts';
import { paperMakers } from './paper-makers.ts';
import { subjectsOf, type PaperFacts, type PaperSource } from './paper-source.ts';
import { introduced } from './papers/people.ts';

/** The form among those a school may replace by its own: 诫勉 is written down in a form apart from other interviews. */
export const formCodeOf = (form: CasePaperForm, { record, aboutId }: PaperFacts): FormCode =>
  form === 'interview' &&
  record.investigation.interviews.some(({ id, kind }) => id === aboutId && kind === 'talk')
    ? 'talk-record'
    : form;

/** What fills the places of the school's own form: what every paper of a case knows, and what this one says. */
export const templateFields = (form: CasePaperForm, source: PaperSource): TemplateValues => {
  const maker = paperMakers[form];
  const { school, record, paper } = source;
  const seen = maker.seen(source);
  return {
    学校全称: school.name,
    文书编号: paper?.number ?? '',
    案号: record.number,
    标题: maker.title(source),
    当事人: subjectsOf(seen).map(introduced).join('、'),
    主管部门: school.authority,
    成文日期: formatDay(maker.datedOn(source)),
    ...maker.fields(source),
  };
};
