/**
 * What is remembered of failed passwords for one login name. Times are epoch milliseconds.
 */
export interface FailedLogins {
  readonly failures: number;
  readonly lastFailedAt: number;
}

/** Failures that cost nothing: everybody mistypes. */
const FREE_FAILURES = 4;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 30 * 60_000;
/** After a day without a failure the count begins anew. */
const FORGET_MS = 24 * 3_600_000;

/** How long nobody may try after that many failures in a row: 30 seconds from the fifth, doubling up to half an hour. */
export const waitAfter = (failures: number): number =>
  failures <= FREE_FAILURES
    ? 0
    : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - FREE_FAILURES - 1, 20));

/** Until when trying is refused, or undefined when it is allowed at `now`. */
export const blockedUntil = (failed: FailedLogins | undefined, now: number): number | undefined => {
  if (!failed) return undefined;
  // A clock that was set back would otherwise lock people out for as long as it was ahead.
  if (failed.lastFailedAt > now) return undefined;
  const until = failed.lastFailedAt + waitAfter(failed.failures);
  return until > now ? until : undefined;
};

/** What is remembered after one more failure at `now`. */
export const withFailure = (failed: FailedLogins | undefined, now: number): FailedLogins => ({
  failures: failed && now - failed.lastFailedAt < FORGET_MS ? failed.failures + 1 : 1,
  lastFailedAt: now,
});

/** A wait as a person reads it: whole seconds below a minute and a half, else whole minutes, rounded up. */
export const waitText = (ms: number): string =>
  ms < 90_000 ? `${String(Math.ceil(ms / 1000))} 秒` : `${String(Math.ceil(ms / 60_000))} 分钟`;
