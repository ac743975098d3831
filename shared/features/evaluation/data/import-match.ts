/** Whom a row of a table may be about. */
export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Told to a person who has to tell namesakes apart. */
  readonly place: string;
  /** Other ways of writing the name, e.g. of a class. */
  readonly aliases: readonly string[];
}

export type Match =
  | { readonly kind: 'found'; readonly candidate: Candidate }
  | { readonly kind: 'nobody'; readonly problem: string };

/** A name without blanks, brackets and width: `七年级（3）班` and `七年级3班` are one. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s()[\]【】〔〕]/g, '')
    .toLowerCase();

const numberKey = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The candidates, ready to be looked up. */
export interface Register {
  readonly byNumber: ReadonlyMap<string, readonly Candidate[]>;
  readonly byName: ReadonlyMap<string, readonly Candidate[]>;
}

export const registerOf = (candidates: readonly Candidate[]): Register => {
  const byNumber = new Map<string, Candidate[]>();
  const byName = new Map<string, Candidate[]>();
  const put = (map: Map<string, Candidate[]>, key: string, candidate: Candidate): void => {
    const held = map.get(key);
    if (!held) map.set(key, [candidate]);
    else if (!held.includes(candidate)) held.push(candidate);
  };
  for (const candidate of candidates) {
    if (candidate.number !== '') put(byNumber, numberKey(candidate.number), candidate);
    for (const name of [candidate.name, ...candidate.aliases]) put(byName, nameKey(name), candidate);
  }
  return { byNumber, byName };
};

const nobody = (problem: string): Match => ({ kind: 'nobody', problem });
const described = ({ number, name, place }: Candidate): string =>
  [number, name, place].filter((part) => part !== '').join(' ');

/**
 * Finds whom a row is about: by number, and by name only where no number is given. Never guesses: a number that belongs
 * to another name, a name that several have, or one that nobody has, is said.
 *
 * @param numberWord what the number is called: 工号, 学籍号
 * @param among where the candidates come from, in words
 */
export const matchSubject = (
  register: Register,
  { number, name }: { readonly number: string; readonly name: string },
  numberWord: string,
  among = '这次考核的对象里',
): Match => {
  if (number !== '') {
    const found = register.byNumber.get(numberKey(number)) ?? [];
    const [only] = found;
    if (!only) return nobody(`${among}没有${numberWord}“${number}”`);
    if (found.length > 1)
      return nobody(`有 ${String(found.length)} 个对象的${numberWord}都是“${number}”，请改用姓名`);
    const fits = name === '' || [only.name, ...only.aliases].some((one) => nameKey(one) === nameKey(name));
    return fits
      ? { kind: 'found', candidate: only }
      : nobody(`${numberWord}“${number}”是${only.name}，这一行写的却是“${name}”，请核对是谁的数据`);
  }
  const found = register.byName.get(nameKey(name)) ?? [];
  const [only] = found;
  if (!only) return nobody(`${among}没有“${name}”`);
  if (found.length > 1)
    return nobody(
      `有 ${String(found.length)} 个“${name}”（${found.map(described).join('；')}），请在表中加上${numberWord}`,
    );
  return { kind: 'found', candidate: only };
};
