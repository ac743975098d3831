import type { z } from 'zod';
import { blankCase } from '../../../shared/features/cases/blank-case.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { actLabels } from '../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { handlingClock } from '../../../shared/features/cases/clocks.ts';
import type { changeRouteInput, registerInput } from '../../../shared/features/cases/inputs.ts';
import type { CaseSubject } from '../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { routeLabels, type Route } from '../../../shared/features/cases/states.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import type { Tx } from '../../store/types.ts';
import type { CallContext, NewId } from '../context.ts';
import { calendarOf } from '../calendar/index.ts';
import { allocateNumber } from '../papers/index.ts';
import { demandPast, stampOf } from '../record-acts.ts';
import { requireMatter } from '../standards/index.ts';
import { changeCase } from './change.ts';
import { caseCollection } from './collections.ts';
import { peopleInTitle } from './notice-words.ts';
import { personRef, subjectOf } from './people.ts';
import { demandImpartialUser } from './recusal.ts';
import { caseView } from './views.ts';

export type Registration = z.output<typeof registerInput>;

/** Pupils take a route of their own: rules for staff never apply to them, and the other way round. */
const demandRoute = (route: Route, subjects: readonly Pick<CaseSubject, 'kind'>[]): void => {
  const pupils = subjects.filter(({ kind }) => kind === 'pupil').length;
  if (pupils > 0 && pupils < subjects.length)
    throw invalidField('subjects', '学生与教职工（部门）适用不同的规定，请分别登记。');
  if (pupils > 0 && route !== 'pupil' && route !== 'transferred')
    throw invalidField('route', '学生的事项按“学生教育惩戒”办理，或者移送有关机关。');
  if (pupils === 0 && route === 'pupil')
    throw invalidField('route', '“学生教育惩戒”只用于学生，请改选简易办理或者一般程序。');
};

/** The number of a new case, in the series of its year. */
export const caseNumber = (
  tx: Tx,
  newId: NewId,
  id: string,
  today: string,
  title: string,
): { number: string; numberId: string } => {
  const number = allocateNumber(
    tx,
    newId,
    { kind: 'case', prefix: '问责', year: yearOf(today) },
    { title, caseId: id },
  );
  return { number: number.number, numberId: number.id };
};

/** Registers inside a transaction, for features that turn something into a case. @throws AppError `invalid`. */
export const registerCaseIn = (
  tx: Tx,
  input: Registration,
  { newId, today }: Pick<CallContext, 'newId' | 'today'>,
  leadIds: readonly string[] = [],
): CaseRecord => {
  const matter = requireMatter(tx, input.matterCode);
  if (!matter.enabled) throw new AppError('invalid', '这一类事项已停用，请另选。');
  const { version, content } = inForce(matter);
  const id = newId();
  const subjects = input.subjects.map((chosen) => subjectOf(tx, chosen, input.occurredOn));
  const route = input.route ?? (subjects.some(({ kind }) => kind === 'pupil') ? 'pupil' : 'light');
  demandRoute(route, subjects);
  const { reporterId, ...source } = input.source;
  const title = `${peopleInTitle({ subjects })}：${content.name}`;
  const numbered = caseNumber(tx, newId, id, today, title);
  demandImpartialUser(tx, { subjects, conflicts: [] }, 'register', tx.actor.userId);
  return tx.insert(caseCollection, {
    ...blankCase,
    id,
    ...numbered,
    route,
    state: 'registered',
    matter: {
      code: matter.id,
      version,
      name: content.name,
      ethics: content.ethics,
      academic: content.academic,
    },
    summary: input.summary,
    occurredOn: input.occurredOn,
    source: { ...source, reporter: reporterId === null ? null : personRef(tx, reporterId) },
    registeredOn: today,
    registeredBy: tx.actor,
    subjects,
    clocks: [{ id: newId(), ...handlingClock(calendarOf(tx), today) }],
    links: { ...blankCase.links, leadIds: [...leadIds] },
    history: [{ made: stampOf(tx), act: actLabels.register, state: 'registered', note: numbered.number }],
  });
};

/**
 * Registers a matter and gives it its 案号.
 *
 * @throws AppError `invalid` for a day to come, a person named twice or a kind of matter no longer in use.
 */
export const registerCase = async (input: Registration, context: CallContext): Promise<CaseView> => {
  const { store, actor, channel, today } = context;
  demandPast('occurredOn', '发生日期', input.occurredOn, today);
  const doubled = input.subjects.findIndex(
    ({ id }, at) => input.subjects.findIndex((other) => other.id === id) !== at,
  );
  if (doubled >= 0) throw invalidField(`subjects.${String(doubled)}`, '同一当事人选了两次。');
  const registered = await store.transact({ actor, act: channel }, (tx) =>
    registerCaseIn(tx, input, context),
  );
  return caseView(registered, context);
};

/** Takes another route, with the reason; facts that were established stand. */
export const changeRoute = (
  input: z.output<typeof changeRouteInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'changeRoute', input, (record) => {
    if (record.route === input.route)
      throw invalidField('route', `本事项已经是“${routeLabels[record.route]}”。`);
    demandRoute(input.route, record.subjects);
    return {
      record: { ...record, route: input.route },
      note: `${routeLabels[record.route]}改为${routeLabels[input.route]}：${input.reason}`,
    };
  });
