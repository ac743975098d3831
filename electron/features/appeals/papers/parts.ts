import type { Appeal } from '../../../../shared/features/appeals/schema.ts';
import type { School } from '../../../../shared/features/organisation/school.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { band, fields, opinion } from '../../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../../documents/word/model.ts';
import { measuresOf, numbersOf } from '../words.ts';
import type { AppealPaperSource } from './source.ts';

/** The pieces that papers of appeals have of their own. */

/** 签收回执, on the sheet that goes back to the school. */
export const receipt = (paper: string, who: string): Block[] => [
  { kind: 'blank' },
  fields(band('签收回执'), opinion('签收', `${paper}已收到。`, { sign: `${who}（签名）：`, lines: 4 })),
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
