import { addDays, formatDay } from '../../../kernel/dates.ts';
import type { FieldIssue } from '../../../kernel/result.ts';
import { coversDay, endSpans, spansMeet, spansOn } from '../../../kernel/span.ts';
import { committeeGaps } from '../../appeals/panel.ts';
import { bodyRoleSchema, type Body, type BodyMember, type BodyTerm } from './schema.ts';

/** True while the body exists: from the day of its founding to the last day. */
export const isInForce = (
  { foundedOn, dissolvedOn }: Pick<Body, 'foundedOn' | 'dissolvedOn'>,
  day: string,
): boolean => coversDay({ startsOn: foundedOn, endsOn: dissolvedOn }, day);

const rank = ({ role }: Pick<BodyMember, 'role'>): number => bodyRoleSchema.options.indexOf(role);

/** Who sits on a day, the chair first, then in the order in which they came. */
export const membersOn = (body: Pick<Body, 'members'>, day: string): BodyMember[] =>
  spansOn(body.members, day).sort((a, b) => rank(a) - rank(b));

/** The term that runs on a day, or the last one before it; undefined for a standing body and before the first term. */
export const termOn = ({ terms }: Pick<Body, 'terms'>, day: string): BodyTerm | undefined =>
  terms.filter(({ startsOn }) => startsOn <= day).sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];

/** Who a member is: of the staff by the id, of others by name and what they are. */
export const personKey = ({ staffId, name, about }: Pick<BodyMember, 'staffId' | 'name' | 'about'>): string =>
  staffId ?? `${name.trim()}|${about.trim()}`;

const problemOf = (body: Body, member: BodyMember, before: readonly BodyMember[]): string | undefined => {
  const { name, startsOn, endsOn } = member;
  if (endsOn !== null && endsOn < startsOn) return `${name}的结束日期早于开始日期`;
  if (startsOn < body.foundedOn) return `${name}的开始日期早于机构成立（${formatDay(body.foundedOn)}）`;
  if (body.dissolvedOn !== null && (endsOn === null || endsOn > body.dissolvedOn))
    return `${name}的任期晚于机构撤销（${formatDay(body.dissolvedOn)}）`;
  const same = before.find((other) => personKey(other) === personKey(member) && spansMeet(other, member));
  if (same) return `${name}在这段时间已经是成员`;
  const head = before.find(
    (other) => other.role === 'chair' && member.role === 'chair' && spansMeet(other, member),
  );
  return head && `${head.name}还没有卸任，不能同时有两名负责人`;
};

/**
 * What cannot be as it is told: days out of order, somebody twice at once, two heads at once, a time outside the body's own.
 * Paths name the member's place: `members.3.startsOn`.
 */
export const bodyProblems = (body: Body): FieldIssue[] =>
  body.members.flatMap((member, place): FieldIssue[] => {
    const message = problemOf(body, member, body.members.slice(0, place));
    return message === undefined ? [] : [{ path: `members.${String(place)}.startsOn`, message }];
  });

/** The same members, with those who still sit on or after `day` ended on it; who had not begun by then falls away. */
export const endMembers = (members: readonly BodyMember[], day: string, why: string): BodyMember[] =>
  endSpans(members, day, (member) => ({ ...member, endsOn: day, endReason: why }));

/** 换届: everybody who sits on the eve of the new term ends on it; who is kept is appointed anew. */
export const beforeNewTerm = (members: readonly BodyMember[], startsOn: string): BodyMember[] =>
  endMembers(members, addDays(startsOn, -1), '换届');

/** How many a power needs: a meeting that votes three, an investigation and a review two each. */
const leastOf = ({ powers }: Pick<Body, 'powers'>): number =>
  powers.includes('decide') ? 3 : powers.includes('investigate') || powers.includes('review') ? 2 : 1;

/**
 * What a body lacks on a day, in Chinese, the gravest first; empty when it can work. `leftOn` gives the last day at the
 * school of a member of the staff, null for those who are still there.
 */
export const bodyGaps = (body: Body, day: string, leftOn: (staffId: string) => string | null): string[] => {
  if (!isInForce(body, day)) return [];
  const sitting = membersOn(body, day);
  const gone = sitting.filter(({ staffId }) => {
    const last = staffId === null ? null : leftOn(staffId);
    return last !== null && last < day;
  });
  const here = sitting.filter((member) => !gone.includes(member));
  if (here.length === 0) return ['还没有成员'];
  const least = leastOf(body);
  const term = termOn(body, day);
  const missing =
    body.kind === 'pupil-appeals'
      ? committeeGaps(here.flatMap(({ stands }) => (stands === null ? [] : [{ capacity: stands }])))
      : [];
  return [
    ...(here.some(({ role }) => role === 'chair') ? [] : ['没有负责人']),
    ...(here.length < least ? [`只有 ${String(here.length)} 人，至少要 ${String(least)} 人`] : []),
    ...(gone.length > 0 ? [`${gone.map(({ name }) => name).join('、')}已离校，请结束其任期`] : []),
    ...(term && term.endsOn < day ? [`任期已于${formatDay(term.endsOn)}届满，请换届`] : []),
    ...(missing.length > 0 ? [`缺少${missing.join('、')}`] : []),
  ];
};

/**
 * Those who on a day both decide cases and review what was decided. Who decided may not review it: such a body cannot work
 * on its own cases with them.
 */
export const decidersAmong = (body: Body, others: readonly Body[], day: string): string[] => {
  if (!body.powers.includes('review')) return [];
  const deciding = new Set(
    others
      .filter((other) => other.id !== body.id && other.powers.includes('decide') && isInForce(other, day))
      .flatMap((other) => membersOn(other, day).map(personKey)),
  );
  return membersOn(body, day)
    .filter((member) => deciding.has(personKey(member)))
    .map(({ name }) => name);
};
