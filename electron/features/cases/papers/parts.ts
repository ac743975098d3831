import type { School } from '../../../../shared/features/organisation/school.ts';
import { fields, gap, opinion, PEN_DATE } from '../../../documents/word/form-blocks.ts';
import type { Block, PaperProperties } from '../../../documents/word/model.ts';

/** The pieces that papers of cases have of their own. */

/** 签收: one line below the signature, on the sheet that goes back to the school. */
export const receipt = (text: string): Block[] => [
  gap,
  { kind: 'signatures', lines: [{ label: `${text}签名：`, after: PEN_DATE }] },
];

/** 回执 with room for an opinion. */
export const reply = (label: string, text: string, who: string): Block[] => [
  gap,
  fields(opinion(label, text, { sign: `${who}（签名）：`, lines: 3 })),
];

/** What a file says of itself. Titles hold no name of a pupil, so that properties hold none. */
export const propertiesOf = (
  { name }: Pick<School, 'name'>,
  title: string,
  createdAt: string,
): PaperProperties => ({
  title,
  author: name,
  createdAt,
});

/** The instant that stands for a day where a record keeps no other. */
export const instantOf = (day: string): string => `${day}T00:00:00.000Z`;

/** `09:30` → `9时30分` */
export const clockTime = (time: string): string => {
  const [hours, minutes] = time.split(':');
  return `${String(Number(hours))}时${minutes ?? '00'}分`;
};

/** 甲、乙和丙 → 甲、乙、丙; blank for nobody. */
export const nameList = (people: readonly { readonly name: string }[]): string =>
  people.map(({ name }) => name).join('、');
