import { formatDecimal, readDecimal } from '../decimal.ts';

/** Levels in one cell: `优=10；良=8.5`. */
export const levelsAsText = (
  levels: readonly { readonly label: string; readonly points: number }[],
): string => levels.map(({ label, points }) => `${label}=${formatDecimal(points)}`).join('；');

/** A label up to its last `=`, a number, and what parts it from the next. A colon is what people write instead. */
const LEVEL = /\s*(?<label>[^=＝:：]+?)\s*[=＝:：]\s*(?<points>[^=＝:：；;，,、\n]+?)\s*(?:[；;，,、\n]|$)/gy;

/** Levels as typed, points in hundredths; undefined for what cannot be read as such as a whole. */
export const readLevels = (text: string): { label: string; points: number }[] | undefined => {
  const typed = text.trim();
  const levels: { label: string; points: number }[] = [];
  let end = 0;
  for (const match of typed.matchAll(LEVEL)) {
    const points = readDecimal(match.groups?.['points'] ?? '');
    if (points.kind !== 'number' || points.hundredths < 0) return undefined;
    levels.push({ label: match.groups?.['label'] ?? '', points: points.hundredths });
    end = match.index + match[0].length;
  }
  return levels.length > 0 && end === typed.length ? levels : undefined;
};
