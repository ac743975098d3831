import { involvedIn } from '../../../shared/features/appeals/rules.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { accountCollection } from '../accounts/index.ts';
import { caseCollection, demandOutsider, isAboutUser, requireCase } from '../cases/index.ts';
import type { CallContext } from '../context.ts';

/** The part that the caller had in the decision complained of, as a sentence says it; blank when there was none. */
const ownPart = (
  reader: Reader,
  appeal: Pick<Appeal, 'case' | 'applicant' | 'conflicts'>,
  { session }: Pick<CallContext, 'session'>,
): string => {
  const userId = session.user?.userId;
  const staffId = userId === undefined ? null : (reader.get(accountCollection, userId)?.staffId ?? null);
  if (staffId === null) return '';
  return involvedIn(requireCase(reader, appeal.case.id), appeal).find(({ id }) => id === staffId)?.why ?? '';
};

/** Why the caller may not judge it, in a sentence; blank for whoever may. */
export const recusalOf = (
  reader: Reader,
  appeal: Pick<Appeal, 'case' | 'applicant' | 'conflicts'>,
  context: Pick<CallContext, 'session'>,
): string => {
  const why = ownPart(reader, appeal, context);
  return why === '' ? '' : `您${why}，不能办理对这一决定的复核、申诉，请由没有参与过的同事办理。`;
};

/** 原承办人不得办理复核、申诉. @throws AppError `forbidden` when the caller had a part in the decision. */
export const demandUninvolved = (
  reader: Reader,
  appeal: Pick<Appeal, 'case' | 'applicant' | 'conflicts'>,
  context: Pick<CallContext, 'session'>,
): void => {
  const why = recusalOf(reader, appeal, context);
  if (why !== '') throw new AppError('forbidden', why);
};

/** True when the appeal, or the case under it, is about the person of this account. */
export const isOwnAppeal = (
  reader: Reader,
  appeal: Pick<Appeal, 'case'>,
  userId: string | undefined,
): boolean => {
  const record = reader.get(caseCollection, appeal.case.id);
  return record !== undefined && isAboutUser(reader, record, userId);
};

/** The appeals that the caller may know of. */
export const visibleTo = (
  reader: Reader,
  appeals: readonly Appeal[],
  { session }: Pick<CallContext, 'session'>,
): Appeal[] => appeals.filter((appeal) => !isOwnAppeal(reader, appeal, session.user?.userId));

/** @throws AppError `forbidden` when the case under the appeal is about the caller, who is served its papers instead. */
export const demandNotOwn = (
  reader: Reader,
  appeal: Pick<Appeal, 'case'>,
  context: Pick<CallContext, 'session'>,
): void => demandOutsider(reader, requireCase(reader, appeal.case.id), context);
