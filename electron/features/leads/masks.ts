import type { Lead, LeadPerson } from '../../../shared/features/leads/schema.ts';
import { maskName, maskNamesIn, replaceNames } from '../../../shared/kernel/masking.ts';
import type { Reader } from '../../store/types.ts';
import { pupilCollection, staffCollection } from '../organisation/index.ts';

/** Names of a roster that stand in a text, found by looking up every stretch of it that is as long as a name. */
class NameFinder {
  readonly #names: ReadonlySet<string>;
  /** What names begin with: most places of a text are passed over at once. */
  readonly #beginnings: ReadonlySet<string>;
  /** In UTF-16 units, as stretches are cut. */
  readonly #lengths: readonly number[];

  constructor(names: readonly string[]) {
    this.#names = new Set(names.filter((name) => Array.from(name).length >= 2));
    this.#beginnings = new Set([...this.#names].map((name) => name.charAt(0)));
    this.#lengths = [...new Set([...this.#names].map(({ length }) => length))];
  }

  in(text: string): string[] {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at += 1) {
      if (!this.#beginnings.has(text.charAt(at))) continue;
      for (const length of this.#lengths) {
        const stretch = text.slice(at, at + length);
        if (this.#names.has(stretch)) found.add(stretch);
      }
    }
    return [...found];
  }
}

const isChild = (person: LeadPerson): boolean =>
  person.kind === 'pupil' || (person.kind === 'other' && person.minor);

/** How a lead is written where names may not stand: lists, sheets, papers, search. */
export interface LeadMask {
  /** A text about a lead: pupils masked, those it is about and any other on the roster. */
  text(lead: Pick<Lead, 'people'>, text: string): string;
  /** The people it is about, children masked. */
  people(lead: Pick<Lead, 'people'>): string[];
  /** A file's name without the names of children. */
  fileName(lead: Pick<Lead, 'people'>, name: string): string;
  /** Pupils whose names stand in a text or who are named by the lead. */
  pupilsIn(lead: Pick<Lead, 'people'>, text: string): string[];
}

/** The masks over the rosters as they are now. `staff`: names of staff are masked as well. */
export const leadMask = (reader: Reader, { staff = false }: { staff?: boolean } = {}): LeadMask => {
  const pupils = new NameFinder(reader.all(pupilCollection).map(({ name }) => name));
  const adults = staff ? new NameFinder(reader.all(staffCollection).map(({ name }) => name)) : undefined;
  const isMasked = (person: LeadPerson): boolean => staff || isChild(person);
  const pupilsIn = (lead: Pick<Lead, 'people'>, text: string): string[] => [
    ...new Set([...lead.people.filter(isChild).map(({ name }) => name), ...pupils.in(text)]),
  ];
  return {
    pupilsIn,
    text: (lead, text) =>
      maskNamesIn(text, [
        ...lead.people.filter(isMasked).map(({ name }) => name),
        ...pupils.in(text),
        ...(adults?.in(text) ?? []),
      ]),
    people: (lead) => lead.people.map((person) => (isMasked(person) ? maskName(person.name) : person.name)),
    fileName: (lead, name) => replaceNames(name, pupilsIn(lead, name), () => '某学生'),
  };
};
