import { addDays } from '../../../kernel/dates.ts';
import type { WorkCalendar } from '../../../kernel/workdays.ts';
import { appealTerms, longestExtension } from '../../appeals/terms.ts';
import { subjectSourceOf, type Cycle } from '../schema.ts';
import type { Limit } from './schema.ts';

/**
 * Terms of objecting to a result. The law gives a right to review against 基本合格 and 不合格 of the yearly assessment
 * (人社部发〔2023〕6号第三十六条; 人社部发〔2014〕45号第十一条); days are those of the review of staff in general. Any other
 * evaluation is the school's own: its plan says until when, and without one there is no term.
 */
const APPLY =
  '《事业单位工作人员考核规定》第三十六条、《事业单位工作人员申诉规定》：自知道之日起三十日内申请复核';
const ANSWER = '复核自接到申请之日起三十日内决定，复杂的可以延长不超过三十日';
const OWN_ANSWER = '校内办理要求：考核方案没有规定的，参照复核自收到之日起三十日内答复';
export const OWN_TERM = '学校考核方案规定的期限';

const reviewable: ReadonlySet<string> = new Set(['基本合格', '不合格']);

/** True when a law gives the person a right to have the grade reviewed. */
export const isReviewableByLaw = (
  { annual, kind }: Pick<Cycle, 'annual' | 'kind'>,
  grade: string | null,
): boolean => annual !== null && subjectSourceOf(kind) === 'staff' && grade !== null && reviewable.has(grade);

const ownLimit = (dueOn: string): Limit => ({
  dueOn,
  rolledFrom: null,
  estimated: false,
  ground: OWN_TERM,
  counted: false,
});

const days = (calendar: WorkCalendar, from: string, count: number, ground: string): Limit => {
  const due = calendar.afterDays(from, count);
  return { dueOn: due.day, rolledFrom: due.rolledFrom, estimated: due.estimated, ground, counted: true };
};

/**
 * The last day to object, counted from the day on which the person knows.
 *
 * @param own the day that the school's plan gives, null for none; not asked where the law sets the term
 */
export const objectionLimit = (
  calendar: WorkCalendar,
  byLaw: boolean,
  knownOn: string,
  own: string | null,
): Limit | null =>
  byLaw ? days(calendar, knownOn, appealTerms.apply.review.days, APPLY) : own === null ? null : ownLimit(own);

/** The last day for the answer to an objection that came in on `filedOn`. */
export const answerLimit = (
  calendar: WorkCalendar,
  byLaw: boolean,
  filedOn: string,
  own: string | null,
): Limit =>
  !byLaw && own !== null
    ? ownLimit(own)
    : days(calendar, filedOn, appealTerms.handle.review.days, byLaw ? ANSWER : OWN_ANSWER);

/** The last day on to which the term for an answer may be moved. */
export const latestExtension = (first: string): string => addDays(first, longestExtension('review'));

/** Days in which somebody may turn to the authority above after the answer (申诉). */
export const appealDays = appealTerms.remedy.days;

/** How and until when the person can object, as it stands on his sheet. `limit` null: no term is known yet. */
export const remedyText = (
  byLaw: boolean,
  limit: Pick<Limit, 'dueOn'> | null,
  shown: (day: string) => string,
): string => {
  if (byLaw)
    return `对本结果不服的，可以自知道之日起 ${String(appealTerms.apply.review.days)} 日内${limit ? `（到${shown(limit.dueOn)}止）` : ''}向学校书面申请复核；对复核决定不服的，可以自接到复核决定之日起 ${String(appealDays)} 日内向学校的主管部门或者同级事业单位人事综合管理部门提出申诉。复核、申诉期间不停止执行原结果，也不会因为提出复核、申诉而加重。`;
  return limit
    ? `对本结果有异议的，可以在${shown(limit.dueOn)}前向学校书面提出，写明请求和理由，并附有关材料；学校由没有参加本次评分和结果确认的人员复核，书面答复本人。`
    : '对本结果有异议的，可以写在“本人意见”栏，或者向学校书面提出；学校由没有参加本次评分和结果确认的人员复核，书面答复本人。';
};
