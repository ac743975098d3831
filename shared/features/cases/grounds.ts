import type { Citation } from './decision.ts';

/**
 * Each ground once, as screens and papers name it. Articles that may not be printed leave the name of their law behind,
 * which says nothing more where another article of the same law is cited.
 */
export const groundTexts = (grounds: readonly Pick<Citation, 'text'>[]): readonly string[] => {
  const texts = [...new Set(grounds.map(({ text }) => text))];
  const isBare = (text: string): boolean =>
    text.endsWith('》') && texts.some((other) => other !== text && other.startsWith(text));
  return texts.filter((text) => !isBare(text));
};
