import { instantOfMs, msOfInstant } from '../../kernel/dates.ts';
import type { SourceRequest } from './source-schema.ts';

/**
 * 两人同意: one asks, another consents, and only the one who asked may look, for a short time. Whoever the lead is about
 * takes no part in it, as in anything else about that lead.
 */

/** Minutes during which a source may be opened after consent. */
export const OPEN_MINUTES = 30;

/** Until when a consent given at `now` (epoch milliseconds) holds. */
export const openUntil = (now: number): string => instantOfMs(now + OPEN_MINUTES * 60_000);

/** True while nobody has answered and `userId` is not the one who asked. */
export const mayAnswer = (request: SourceRequest, userId: string): boolean =>
  request.answer === null && request.requested.by.userId !== userId;

/** True for the one who asked, from the consent of another until its time is up. */
export const mayOpen = (request: SourceRequest, userId: string, now: number): boolean => {
  const { answer, requested } = request;
  return (
    requested.by.userId === userId &&
    answer !== null &&
    answer.granted &&
    answer.made.by.userId !== userId &&
    answer.openUntil !== null &&
    now < msOfInstant(answer.openUntil)
  );
};

/** True while a request is on its way: it waits for an answer, or the source may still be opened with it. */
export const isAlive = (request: SourceRequest, now: number): boolean =>
  request.answer === null || mayOpen(request, request.requested.by.userId, now);
