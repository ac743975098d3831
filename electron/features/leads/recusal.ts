import type { Lead } from '../../../shared/features/leads/schema.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { accountCollection } from '../accounts/index.ts';
import type { CallContext } from '../context.ts';
import { staffCollection } from '../organisation/index.ts';

/**
 * 回避: whoever a lead is about neither sees nor handles it. Known by the member of staff that the account belongs to,
 * also where the lead gives the name only.
 */
export const isAbout = (reader: Reader, lead: Pick<Lead, 'people'>, userId: string): boolean => {
  const staffId = reader.get(accountCollection, userId)?.staffId ?? null;
  const staff = staffId === null ? undefined : reader.get(staffCollection, staffId);
  if (!staff) return false;
  return lead.people.some((person) => {
    if (person.kind === 'staff') return person.id === staff.id;
    return person.kind === 'other' && !person.minor && person.name.replace(/\s+/gu, '') === staff.name;
  });
};

/** The leads that the caller may know of. */
export const visibleTo = (
  reader: Reader,
  leads: readonly Lead[],
  { session }: Pick<CallContext, 'session'>,
): Lead[] => {
  const userId = session.user?.userId;
  return userId === undefined ? [] : leads.filter((lead) => !isAbout(reader, lead, userId));
};

/** @throws AppError `forbidden` when the lead is about the caller. */
export const demandUninvolved = (
  reader: Reader,
  lead: Pick<Lead, 'people'>,
  { session }: Pick<CallContext, 'session'>,
): void => {
  if (session.user && isAbout(reader, lead, session.user.userId))
    throw new AppError('forbidden', '这条线索涉及您本人，按回避要求不能查看和办理，请由其他同事办理。');
};
