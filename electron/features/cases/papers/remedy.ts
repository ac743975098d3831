import { fillText } from '../../../../shared/kernel/fill.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { noticeKind } from '../notice-words.ts';
import { itemsOf, subjectsOf, type PaperFacts, type PaperSource } from '../paper-source.ts';
import type { PaperTexts } from '../paper-texts.ts';

/**
 * How to object, and until when. Pupils appeal to the school's own committee (《中小学教育惩戒规则（试行）》第十七条、第十八条); in
 * cases of 师德 the authority reviews (《中小学教师违反职业道德行为处理办法》第九条); staff in 编制 ask the school for a review and
 * appeal to the authority (《事业单位工作人员处分规定》); whoever is not in 编制, and everybody in a private school, is outside of
 * those rules.
 */
export const remedyKindOf = (
  { school, record }: Pick<PaperFacts, 'school' | 'record'>,
  { kind, employment }: Pick<CaseSubject, 'kind' | 'employment'>,
): keyof PaperTexts['remedy'] => {
  if (kind === 'pupil') return 'pupil';
  if (kind === 'department') return 'department';
  if (record.matter.ethics) return 'ethics';
  return school.ownership === 'public' && employment === 'established' ? 'general' : 'contract';
};

/** One paragraph for all who object in the same way, with their names where they differ. */
export const remediesOf = (source: PaperSource): string[] => {
  const groups = new Map<keyof PaperTexts['remedy'], CaseSubject[]>();
  for (const subject of subjectsOf(source)) {
    const kind = remedyKindOf(source, subject);
    groups.set(kind, [...(groups.get(kind) ?? []), subject]);
  }
  const words = {
    paper: noticeKind(source.paper?.form ?? 'circular', itemsOf(source)),
    school: '学校',
    authority: source.school.authority,
  };
  return [...groups].map(([kind, subjects]) => {
    const names = groups.size > 1 ? subjects.map(({ name }) => name).join('、') : '';
    return `${names}${fillText(source.texts.remedy[kind], words)}`;
  });
};

export const remedyOf = (source: PaperSource): string => remediesOf(source).join('');
