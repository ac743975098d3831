/** `part` of `whole` in hundredths of a percent, rounded half up; 0 of nothing. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 20_000 + whole) / (2 * whole));

/** Hundredths of a percent as a share that is read: one decimal at most, 86.5%. */
export const formatShare = (share: number): string => {
  const tenths = Math.round(share / 10);
  return `${tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)}%`;
};
