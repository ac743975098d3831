import { readNames, tidy, type ReadValue } from '../roster-values.ts';
import type { Staff } from '../schema.ts';

/** As a table names somebody. */
export type NamedStaff = Pick<Staff, 'id' | 'number' | 'name'>;

export interface TeacherLookup {
  readonly byNumber: (number: string) => NamedStaff | undefined;
  /** Everybody of that name who is at the school at the time. */
  readonly byName: (name: string) => readonly NamedStaff[];
}

/** Finds people by what tables call them. */
export const teacherLookup = (staff: readonly NamedStaff[]): TeacherLookup => {
  const byNumber = new Map(staff.map((one) => [one.number.toUpperCase(), one]));
  const byName = new Map<string, NamedStaff[]>();
  for (const one of staff) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return {
    byNumber: (number) => byNumber.get(number.toUpperCase()),
    byName: (name) => byName.get(name) ?? [],
  };
};

/** How each is written in a table: the name, with the number in brackets where two share it. */
export const teacherLabels = (staff: readonly NamedStaff[]): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>();
  for (const { name } of staff) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    staff.map(({ id, name, number }) => [id, (counts.get(name) ?? 0) > 1 ? `${name}（${number}）` : name]),
  );
};

const bad = (message: string): ReadValue<never> => ({ ok: false, message });

/** Several of one name cannot be told apart by it. */
const whichOf = (name: string, staff: readonly NamedStaff[]): string =>
  `有 ${String(staff.length)} 名${name}，请写明工号：${staff
    .map(({ number }) => `${name}（${number}）`)
    .join(' 或 ')}`;

const readOne = (word: string, { byNumber, byName }: TeacherLookup): ReadValue<NamedStaff> => {
  const name = word.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  const [only, ...others] = byName(name);
  if (only) return others.length === 0 ? { ok: true, value: only } : bad(whichOf(name, [only, ...others]));
  const numbered = byNumber(name);
  if (numbered) return { ok: true, value: numbered };
  const parts = /^(.*?)\s*[([]?\s*([A-Za-z0-9-]+)\s*[)\]]?$/.exec(name);
  const [, called = '', number = ''] = parts ?? [];
  if (called !== '' && number !== '') {
    const staff = byNumber(number);
    if (!staff) return bad(`没有工号 ${number} 的在校教职工`);
    const plain = called.replace(/\s+/g, '');
    return staff.name === plain
      ? { ok: true, value: staff }
      : bad(`工号 ${number} 是${staff.name}，不是${plain}`);
  }
  return bad(`名册里没有在校的“${name}”，请核对姓名或工号`);
};

/** Words for a cell in which nobody is wanted. */
const NOBODY = new Set(['无', '-', '—', '——', '/']);

/**
 * The people whom a cell names: 王芳, 王芳（T003）, T003, several with 、 between them; 无 for nobody. What is wrong is told
 * for the first name that is.
 */
export const readTeachers = (text: string, lookup: TeacherLookup): ReadValue<readonly NamedStaff[]> => {
  if (NOBODY.has(tidy(text))) return { ok: true, value: [] };
  const people: NamedStaff[] = [];
  for (const word of readNames(text)) {
    const read = readOne(word, lookup);
    if (!read.ok) return read;
    if (!people.some(({ id }) => id === read.value.id)) people.push(read.value);
  }
  return { ok: true, value: people };
};
