import type { Appeal } from '../../../../shared/features/appeals/schema.ts';
import type { School } from '../../../../shared/features/organisation/school.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { widthInChars } from '../../../documents/word/geometry.ts';
import type { Block, FieldRow, PlainForm } from '../../../documents/word/model.ts';
import { measuresOf, numbersOf } from '../words.ts';
import type { AppealPaperSource } from './source.ts';

/** The pieces that papers of appeals are put together from. */

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const flush = (text: string): Block => ({ kind: 'paragraph', text, indent: 'none' });

/** The last paragraph before the signature, which then never stands alone on a page. */
export const closing = (text: string): Block => ({ kind: 'paragraph', text, keepWithNext: true });
export const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

/** The paragraphs of a text that a person typed, line by line. */
export const typed = (text: string): Block[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph);

/** A text as whole sentences: closed with a full stop when it is not. */
export const sentence = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === '' || /[。！？”]$/.test(trimmed) ? trimmed : `${trimmed}。`;
};

export const row = (...pairs: readonly (readonly [label: string, value: string])[]): FieldRow => ({
  kind: 'fields',
  fields: pairs.map(([label, value]) => ({ label, value })),
});

const PEN_DATE = '　　　年　　月　　日';
export const opinion = (label: string, text: string, lines: number, sign?: string): FieldRow => ({
  kind: 'opinion',
  label,
  text,
  lines,
  ...(sign === undefined ? {} : { sign: `${sign}　　　　　　　　${PEN_DATE}` }),
});

/** Half a character: an ordinary space at the end of a line would be dropped. */
const HALF = '\u00a0';
/** Four characters from the right, as on an official paper (GB/T 9704-2012 7.3.5). */
const FROM_RIGHT = 4;

/** The issuer above the day, one centred on the other, where the seal goes. */
export const signed = (issuer: string, day: string): Block[] => {
  const lines = [issuer, formatDay(day)];
  const widest = Math.max(...lines.map(widthInChars));
  return [
    { kind: 'blank' },
    ...lines.map((text, at): Block => {
      const right = FROM_RIGHT + (widest - widthInChars(text)) / 2;
      return {
        kind: 'paragraph',
        text: text + HALF.repeat(Math.round(right * 2)),
        indent: 'none',
        align: 'right',
        keepWithNext: at < lines.length - 1,
      };
    }),
  ];
};

/** 签收回执, on the sheet that goes back to the school. */
export const receipt = (paper: string, who: string): Block[] => [
  { kind: 'blank' },
  {
    kind: 'fields',
    rows: [{ kind: 'band', text: '签收回执' }, opinion('签收', `${paper}已收到。`, 4, `${who}（签名）：`)],
  },
];

/** A numbered form with the school above its title. Its title names nobody, so its properties name nobody. */
export const plain = (source: AppealPaperSource, title: string, body: readonly Block[]): PlainForm => ({
  form: 'plain',
  issuer: source.school.name,
  title,
  number: source.paper.number ?? `编号：${source.appeal.number}`,
  body,
  draft: source.draft,
  properties: {
    title: source.paper.title,
    author: source.school.name,
    createdAt: source.appeal.decision?.decided.at ?? source.appeal.registered.at,
  },
});

/** Whom a notice is for: the applicant, and for whom he or she speaks. */
export const addressed = ({ applicant, person }: Pick<Appeal, 'applicant' | 'person'>): string => {
  if (applicant.capacity === 'self') return applicant.name;
  const role = applicant.capacity === 'guardian' ? '监护人' : '代理人';
  return `${applicant.name}（${person.name}的${role}）`;
};

/** 2026年11月20日作出的“警告”处理（青一中处〔2026〕1号） */
export const formerDecision = ({ items, decidedOn }: Pick<Appeal, 'items' | 'decidedOn'>): string => {
  const numbers = numbersOf(items);
  return `${formatDay(decidedOn)}作出的“${measuresOf(items)}”处理${numbers === '' ? '' : `（${numbers}）`}`;
};

export const contactOf = ({ phone, address }: School): string =>
  [phone === '' ? '' : `联系电话：${phone}`, address === '' ? '' : `地址：${address}`]
    .filter((part) => part !== '')
    .join('，');
