import { kindLabels, outcomeLabels, type AppealOutcome } from '../../../shared/features/appeals/kinds.ts';
import type { Appeal, ComplainedItem } from '../../../shared/features/appeals/schema.ts';
import { pupilPhrase } from '../../../shared/kernel/masking.ts';

/** How titles, registers and file names speak of an appeal: no child is named in any of them. */

/** 七年级 of 七年级（3）班. */
const gradeOf = (place: string): string | undefined =>
  /^(?:[一二三四五六七八九]年级|高[一二三])/u.exec(place)?.[0];

/** The person as everybody may read it: a pupil is told by the grade alone. */
export const publicPerson = ({ kind, name, place, minor }: Appeal['person']): string =>
  kind === 'pupil' || minor ? pupilPhrase(gradeOf(place)) : name;

/** Names of measures, each once. */
export const measuresOf = (items: readonly Pick<ComplainedItem, 'measureName'>[]): string =>
  [...new Set(items.map(({ measureName }) => measureName))].join('、');

/** Numbers of the papers that told of the measures, each once. */
export const numbersOf = (items: readonly Pick<ComplainedItem, 'paperNumber'>[]): string =>
  [...new Set(items.flatMap(({ paperNumber }) => paperNumber ?? []))].join('、');

/** 申请人 in a notice; of a child the guardian or the child itself, by name: it is their own paper. */
export const applicantWords = ({ kind }: Pick<Appeal, 'kind'>): string =>
  kind === 'review' ? '申请人' : '申诉人';

export const kindWord = ({ kind }: Pick<Appeal, 'kind'>): string => kindLabels[kind];

/** What it is called to take an appeal back: 复核申请, 申诉. */
export const applicationWord = ({ kind }: Pick<Appeal, 'kind'>): string =>
  kind === 'review' ? '复核申请' : '申诉';

/** Its title in the register; `sanction`: what is complained of is 处分 in the eyes of the law. */
export const decisionTitle = (
  school: string,
  appeal: Appeal,
  outcome: AppealOutcome,
  sanction: boolean,
): string =>
  appeal.kind === 'pupil-appeal'
    ? `学生申诉处理决定书（${publicPerson(appeal.person)}）`
    : `${school}关于${outcomeLabels[outcome]}对${publicPerson(appeal.person)}${measuresOf(appeal.items)}${sanction ? '处分' : ''}的复核决定`;
