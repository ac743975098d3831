/**
 * 发文字号 as GB/T 9704-2012 writes it: 代字, year in full inside 六角括号, sequence without 第 and without leading
 * zeros: `青一中〔2026〕3号`.
 */
const FORM = /^\p{Script=Han}{1,20}〔(?:19|20|21)\d{2}〕[1-9]\d{0,4}号$/u;

export const isDocumentNumber = (text: string): boolean => FORM.test(text) && !text.includes('第');

/** @throws RangeError for a prefix, year or sequence that no document number can have. */
export const formatDocumentNumber = (prefix: string, year: number, sequence: number): string => {
  const text = `${prefix}〔${String(year)}〕${String(sequence)}号`;
  if (!isDocumentNumber(text)) throw new RangeError(`not a document number: ${text}`);
  return text;
};
