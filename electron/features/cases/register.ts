import type { z } from 'zod';
import { yearOf } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { standardCalendar } from '../../../shared/kernel/workdays.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { handlingClock } from '../../../shared/features/cases/clocks.ts';
import type { registerInput } from '../../../shared/features/cases/inputs.ts';
import type { CaseSubject, PersonRef } from '../../../shared/features/cases/schema.ts';
import { actLabels } from '../../../shared/features/cases/workflow.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { placeOf, requireStaff } from '../organisation/index.ts';
import { allocateNumber } from '../papers/index.ts';
import { requireMatter } from '../standards/index.ts';
import { stampOf } from './change.ts';
import { caseCollection } from './collections.ts';
import { demandPast } from './days.ts';
import { caseView } from './views.ts';

/** A person of the school by name. @throws AppError `not-found`. */
export const personRef = (reader: Reader, id: string): PersonRef => ({
  id,
  name: requireStaff(reader, id).name,
});

/** Each person once, in the order given. */
export const personRefs = (reader: Reader, ids: readonly string[]): PersonRef[] =>
  [...new Set(ids)].map((id) => personRef(reader, id));

/** A person with what the papers say of him or her: as it was on the day of the matter. */
const subjectOf = (reader: Reader, id: string, day: string): CaseSubject => {
  const staff = requireStaff(reader, id);
  return {
    staffId: id,
    number: staff.number,
    name: staff.name,
    ...placeOf(reader, staff, day),
    postGrade: staff.postGrade,
    employment: staff.employment,
  };
};

/**
 * Registers a matter and gives it its 案号.
 *
 * @throws AppError `invalid` for a day to come, a person named twice or a kind of matter no longer in use.
 */
export const registerCase = async (
  input: z.output<typeof registerInput>,
  context: CallContext,
): Promise<CaseView> => {
  const { store, actor, channel, newId, today } = context;
  demandPast('occurredOn', '发生日期', input.occurredOn, today);
  const doubled = input.subjectIds.findIndex((id, at) => input.subjectIds.indexOf(id) !== at);
  if (doubled >= 0) throw invalidField(`subjectIds.${String(doubled)}`, '同一当事人选了两次。');

  const registered = await store.transact({ actor, act: channel }, (tx) => {
    const matter = requireMatter(tx, input.matterCode);
    if (!matter.enabled) throw new AppError('invalid', '这一类事项已停用，请另选。');
    const { version, content } = inForce(matter);
    const id = newId();
    const subjects = input.subjectIds.map((staffId) => subjectOf(tx, staffId, input.occurredOn));
    const { reporterId, ...source } = input.source;
    const number = allocateNumber(
      tx,
      newId,
      { kind: 'case', prefix: '问责', year: yearOf(today) },
      { title: `${subjects.map(({ name }) => name).join('、')}：${content.name}`, caseId: id },
    );
    return tx.insert(caseCollection, {
      id,
      number: number.number,
      numberId: number.id,
      route: 'light',
      state: 'registered',
      matter: { code: matter.id, version, name: content.name, ethics: content.ethics },
      summary: input.summary,
      occurredOn: input.occurredOn,
      source: { ...source, reporter: reporterId === null ? null : personRef(tx, reporterId) },
      registeredOn: today,
      registeredBy: tx.actor,
      subjects,
      gravity: null,
      checkers: [],
      conflicts: [],
      facts: '',
      establishedOn: null,
      round: 0,
      evidence: [],
      notifications: [],
      statements: [],
      decision: null,
      paper: null,
      services: [],
      rectification: [],
      clocks: [{ id: newId(), ...handlingClock(standardCalendar, today) }],
      closing: null,
      withdrawal: null,
      history: [{ made: stampOf(tx), act: actLabels.register, state: 'registered', note: number.number }],
    });
  });
  return caseView(registered, context);
};
