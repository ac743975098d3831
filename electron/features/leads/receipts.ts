import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  blockedUntil,
  waitText,
  withFailure,
  type FailedLogins,
} from '../../../shared/features/accounts/throttle.ts';
import { newReceiptCode, readReceiptCode } from '../../../shared/features/leads/receipt.ts';
import type { Lead } from '../../../shared/features/leads/schema.ts';
import { publicStateLabels } from '../../../shared/features/leads/acts.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { ChannelOutput } from '../../../shared/channels.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { leadCollection, leadReceiptCollection } from './collections.ts';
import { leadMask } from './masks.ts';

/**
 * A code has 79 random bits, so one round of SHA-256 over it and a salt of its own is as safe as any slow hash: there is
 * nothing to guess that a slow hash would protect.
 */
const digestOf = (salt: string, code: string): Buffer => hash('sha256', `${salt}:${code}`, 'buffer');

/** Makes a code for a lead and keeps its salted hash. The code itself is in the answer alone. */
export const giveReceipt = (tx: Tx, newId: () => string, leadId: string): string => {
  const code = newReceiptCode(randomBytes);
  const salt = randomBytes(16).toString('hex');
  tx.insert(leadReceiptCollection, { id: newId(), leadId, salt, hash: digestOf(salt, code).toString('hex') });
  return code;
};

const leadOfCode = (reader: Reader, code: string): Lead | undefined => {
  const receipt = reader
    .all(leadReceiptCollection)
    .find((each) => timingSafeEqual(digestOf(each.salt, code), Buffer.from(each.hash, 'hex')));
  return receipt && reader.get(leadCollection, receipt.leadId);
};

/** The lead that goes on for this one, where it went into another. */
const leading = (reader: Reader, lead: Lead): Lead => {
  const seen = new Set([lead.id]);
  let at = lead;
  while (at.merged && !seen.has(at.merged.leadId)) {
    const next = reader.get(leadCollection, at.merged.leadId);
    if (!next) break;
    seen.add(next.id);
    at = next;
  }
  return at;
};

/** Slows down whoever tries codes at a desk: four mistakes are free, then the wait doubles up to half an hour. */
class LookUpGuard {
  readonly #failed = new Map<string, FailedLogins>();

  /** @throws AppError `forbidden` with the time to wait. */
  demandOpen(userId: string, now: number): void {
    const until = blockedUntil(this.#failed.get(userId), now);
    if (until !== undefined)
      throw new AppError('forbidden', `查询码输错次数过多，请在 ${waitText(until - now)}后再试。`);
  }

  fail(userId: string, now: number): void {
    this.#failed.set(userId, withFailure(this.#failed.get(userId), now));
  }

  forget(userId: string): void {
    this.#failed.delete(userId);
  }
}

type LookUp = (input: { code: string }, context: CallContext) => ChannelOutput<'leads.lookUp'>;

/**
 * Answers codes at the desk: how the lead stands, and the answer when there is one. An unknown code and one that is
 * written wrongly are refused alike.
 */
export const createLookUp = (): LookUp => {
  const guard = new LookUpGuard();
  return ({ code }, { store, clock, actor, today }) => {
    const now = clock.now();
    guard.demandOpen(actor.userId, now);
    const read = readReceiptCode(code);
    const found = read === undefined ? undefined : leadOfCode(store, read);
    if (!found) {
      guard.fail(actor.userId, now);
      throw new AppError('not-found', '没有这个查询码，请对照凭条逐位核对后再输入。');
    }
    guard.forget(actor.userId);
    const lead = leading(store, found);
    const reply = lead.replies.at(-1);
    return {
      state: publicStateLabels[lead.id === found.id || lead.state !== 'received' ? lead.state : 'merged'],
      asOf: today,
      reply: reply ? { on: reply.repliedOn, text: leadMask(store).text(lead, reply.text) } : null,
    };
  };
};
