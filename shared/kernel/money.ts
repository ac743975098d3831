/** Money is kept in integer fen (分) and never in fractions of a yuan. */

/** 24050 → 240.50元. @throws RangeError for anything but whole, non-negative fen. */
export const formatFen = (fen: number): string => {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in fen: ${String(fen)}`);
  return `${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}元`;
};

/** Yuan as they are typed, with up to two decimals, in fen. */
export const fenOfYuan = (yuan: number): number => Math.round(yuan * 100);
