import { subjectKindLabels, type CaseSubject } from '../../../../shared/features/cases/people.ts';
import { employmentLabels } from '../../../../shared/features/organisation/schema.ts';
import { pupilBandLabels } from '../../../../shared/law/vocabulary.ts';

/** What decides which rules apply to a person: 在编 · 从事管理的人员, 初中 · 未成年, 部门. */
export const subjectStanding = ({ kind, employment, managerial, band, minor }: CaseSubject): string[] => {
  if (kind === 'department') return [subjectKindLabels.department];
  if (kind === 'pupil')
    return [...(band === null ? [] : [pupilBandLabels[band]]), minor ? '未成年' : '已成年'];
  return [
    ...(employment === null ? [] : [employmentLabels[employment]]),
    managerial ? '从事管理的人员' : '非管理人员',
  ];
};

/** Department and post of staff, class of a pupil; blank for a department. */
export const subjectPlace = ({ kind, department, post, postGrade }: CaseSubject): string =>
  kind === 'department' ? '' : [department, post, postGrade].filter((text) => text !== '').join(' · ');
