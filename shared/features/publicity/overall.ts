/** Cells of fewer are put together: few enough people could be told apart (《个人信息保护法》第七十三条). */
export const SMALLEST_CELL = 3;

const times = (count: number): string => `${String(count)}件（人次）`;

/**
 * Counts of each name, largest first, in words. A cell below `SMALLEST_CELL` is never told: small ones go together into
 * 其他, with the next larger one when they are still too few, and nothing is told apart where no cell is left.
 */
export const countLines = (what: string, names: readonly string[]): string[] => {
  if (names.length === 0) return [];
  if (names.length < SMALLEST_CELL)
    return [`${what}：合计少于${String(SMALLEST_CELL)}件（人次），不分项列出`];
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const told = [...counts].filter(([, count]) => count >= SMALLEST_CELL).sort((a, b) => b[1] - a[1]);
  let rest = names.length - told.reduce((sum, [, count]) => sum + count, 0);
  while (rest > 0 && rest < SMALLEST_CELL) rest += told.pop()?.[1] ?? 0;
  if (told.length === 0) return [`${what}：分项数过少，不分项列出，合计${times(names.length)}`];
  return [
    ...told.map(([name, count]) => `${what}：${name}${times(count)}`),
    ...(rest > 0 ? [`${what}：其他${times(rest)}`] : []),
  ];
};
