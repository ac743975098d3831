import { fillText } from '../../../../shared/kernel/fill.ts';
import type { AppealPaperFacts, AppealPaperSource } from './source.ts';

/**
 * What can be done next, by the standing of the person: staff in 编制 of a public school appeal to the authority within 30
 * days (《事业单位工作人员处分规定》), pupils have the ways of 第十八条 of 《中小学教育惩戒规则（试行）》, whoever is not in 编制 is
 * outside of those rules.
 */
export type RemedyKind = 'general' | 'contract' | 'department' | 'pupil';

export const remedyKindOf = ({
  school,
  appeal,
  record,
}: Pick<AppealPaperFacts, 'school' | 'appeal' | 'record'>): RemedyKind => {
  if (appeal.person.kind !== 'staff') return appeal.person.kind;
  const employment = record.subjects.find(({ personId }) => personId === appeal.person.id)?.employment;
  return school.ownership === 'public' && employment === 'established' ? 'general' : 'contract';
};

/** How to object to the decision, and until when. */
export const nextRemedy = (source: AppealPaperSource): string => {
  const { texts, school } = source;
  const text = {
    general: texts.remedyGeneral,
    contract: texts.remedyContract,
    department: texts.remedyDepartment,
    pupil: texts.remedyPupil,
  }[remedyKindOf(source)];
  return fillText(text, { authority: school.authority });
};

/** How to object to not being heard. */
export const refusalRemedy = (source: AppealPaperSource): string => {
  const { texts, school } = source;
  const text = {
    general: texts.refusalGeneral,
    contract: texts.refusalOther,
    department: texts.refusalOther,
    pupil: texts.refusalPupil,
  }[remedyKindOf(source)];
  return fillText(text, { authority: school.authority });
};
