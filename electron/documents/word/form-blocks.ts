import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Block, Field, FieldRow, FieldsBlock } from './block-model.ts';
import { widthInChars } from './geometry.ts';

/** The pieces that papers without a red head are put together from. */

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A paragraph that begins at the margin: whom a form is for. */
export const flush = (text: string): Block => ({ kind: 'paragraph', text, indent: 'none' });

/** The last paragraph of a paper: it goes to the page of the signature, which then never stands alone. */
export const closing = (text: string): Block => ({ kind: 'paragraph', text, keepWithNext: true });

export const heading = (text: string, level: 1 | 2 | 3 = 1): Block => ({ kind: 'heading', level, text });

/** The paragraphs of a text that a person typed, line by line; nothing for a blank one. */
export const typed = (text: string): Block[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph);

/** Blocks only where there is something to say. */
export const when = (condition: boolean, ...blocks: readonly Block[]): readonly Block[] =>
  condition ? blocks : [];

/** A date to be written by hand. */
export const PEN_DATE = '　　　年　　月　　日';

/** Cells side by side; `width` is the share of a value's cell. */
export const row = (
  ...fields: readonly (readonly [label: string, value: string, width?: number])[]
): FieldRow => ({
  kind: 'fields',
  fields: fields.map(([label, value, width]): Field => ({
    label,
    value,
    ...(width === undefined ? {} : { width }),
  })),
});

/** A tall cell: what it says, and the place for signature and date at its foot. */
export const opinion = (
  label: string,
  text: string,
  { sign, lines }: { readonly sign?: string; readonly lines?: number } = {},
): FieldRow => ({
  kind: 'opinion',
  label,
  text,
  ...(sign === undefined ? {} : { sign: `${sign}　　　　${PEN_DATE}` }),
  ...(lines === undefined ? {} : { lines }),
});

export const band = (text: string): FieldRow => ({ kind: 'band', text });

export const fields = (...rows: readonly FieldRow[]): FieldsBlock => ({ kind: 'fields', rows });

/** Half a character: an ordinary space at the end of a line would be dropped. */
const HALF = '\u00a0';

/** Four characters from the right, as on an official paper (GB/T 9704-2012 7.3.5). */
const FROM_RIGHT = 4;

/** A blank line that stays with what follows it. */
export const gap: Block = { kind: 'paragraph', text: '', indent: 'none', keepWithNext: true };

/**
 * The issuer above the day, one centred on the other, where the seal goes. It stays on the page of what comes before it,
 * and with `kept` of what comes after.
 */
export const signed = (
  issuer: string,
  day: string,
  { kept = false }: { readonly kept?: boolean } = {},
): Block[] => {
  const lines = [issuer, formatDay(day)];
  const widest = Math.max(...lines.map(widthInChars));
  return [
    gap,
    ...lines.map((text, at): Block => {
      const right = FROM_RIGHT + (widest - widthInChars(text)) / 2;
      return {
        kind: 'paragraph',
        text: text + HALF.repeat(Math.round(right * 2)),
        indent: 'none',
        align: 'right',
        keepWithNext: kept || at < lines.length - 1,
      };
    }),
  ];
};

/** Lines to sign on, two side by side, all labels as long as the longest. */
export const pens = (...labels: readonly string[]): Block => {
  const longest = Math.max(...labels.map((label) => label.length));
  return {
    kind: 'signatures',
    columns: 2,
    lines: labels.map((label) => ({ label: `${label}：`.padEnd(longest + 1, '　') })),
  };
};
