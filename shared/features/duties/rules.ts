import type { Body } from '../organisation/bodies/schema.ts';

import type { Staff } from '../organisation/schema.ts';
import { holderKey, type DutyItem, type DutyList, type DutyVersion } from './schema.ts';
import { coversDay } from '../../kernel/span.ts';

/** The version of a list that applies on a day; undefined before the first and after the list was ended. */
export const versionOn = (
  { versions, endedOn }: Pick<DutyList, 'versions' | 'endedOn'>,
  day: string,
): DutyVersion | undefined =>
  endedOn !== null && endedOn < day
    ? undefined
    : versions.filter(({ appliesFrom }) => appliesFrom <= day).at(-1);

/** Who is at the school and what he holds, as far as duties look at it. */
export interface DutyStaff extends Pick<Staff, 'id' | 'name' | 'holdings' | 'leftOn'> {
  /** Classes that he heads, by name, on the day that is asked about. */
  readonly heads: readonly string[];
}

const isHere = ({ leftOn }: Pick<Staff, 'leftOn'>, day: string): boolean => leftOn === null || day <= leftOn;

/** The keys of all that a person holds on a day: posts, seats in bodies, the head of a class. */
export const holdsOn = (staff: DutyStaff, bodies: readonly Body[], day: string): Set<string> => {
  if (!isHere(staff, day)) return new Set();
  return new Set([
    ...staff.holdings
      .filter((holding) => coversDay(holding, day))
      .map(({ postId }) => holderKey({ kind: 'post', id: postId })),
    ...bodies
      .filter(({ members }) =>
        members.some((member) => member.staffId === staff.id && coversDay(member, day)),
      )
      .map(({ id }) => holderKey({ kind: 'body', id })),
    ...(staff.heads.length > 0 ? ['head'] : []),
  ]);
};

export interface HeldDuties {
  readonly list: DutyList;
  readonly version: DutyVersion;
}

/** What a person answers for on a day: each list that goes with something he holds, as it applied then. */
export const dutiesOf = (
  staff: DutyStaff,
  lists: readonly DutyList[],
  bodies: readonly Body[],
  day: string,
): HeldDuties[] => {
  const held = holdsOn(staff, bodies, day);
  return lists.flatMap((list) => {
    const version = held.has(holderKey(list.holder)) ? versionOn(list, day) : undefined;
    return version ? [{ list, version }] : [];
  });
};

export interface DutyFinding {
  readonly kind: 'unheld' | 'unlisted' | 'shared' | 'twice';
  readonly message: string;
  /** The list it is about; null where there is none yet. */
  readonly listId: string | null;
}

const plain = (text: string): string => text.replace(/[\s，。；、：]/g, '');

const sharedSoles = (list: DutyList, { items }: DutyVersion, holders: readonly string[]): DutyFinding[] =>
  // Every class has a head of its own: theirs is one duty for each.
  list.holder.kind !== 'post' || holders.length < 2
    ? []
    : items
        .filter(({ sole }) => sole)
        .map(({ text }) => ({
          kind: 'shared',
          listId: list.id,
          message: `“${text}”应由一人负责，现在有 ${String(holders.length)} 人：${holders.slice(0, 4).join('、')}${holders.length > 4 ? '等' : ''}`,
        }));

const toldTwice = (applying: readonly HeldDuties[]): DutyFinding[] => {
  const first = new Map<string, { readonly list: DutyList; readonly sole: boolean }>();
  const findings: DutyFinding[] = [];
  for (const { list, version } of applying)
    for (const { text, sole } of version.items) {
      const other = first.get(plain(text));
      // What every teacher does stands in the list of every subject: only what one alone answers for may not be told twice.
      if (other && other.list.id !== list.id && (sole || other.sole))
        findings.push({
          kind: 'twice',
          listId: list.id,
          message: `“${text}”应由一人负责，却同时写在《${other.list.title}》和《${list.title}》里`,
        });
      first.set(plain(text), other ?? { list, sole });
    }
  return findings;
};

/**
 * Gaps and overlaps on a day: lists that nobody holds, holders without a list, duties of one held by several or told in two
 * lists.
 *
 * @param holders names of those who hold each key on the day, with what the key is called
 */
export const dutyFindings = (
  lists: readonly DutyList[],
  holders: ReadonlyMap<string, { readonly called: string; readonly names: readonly string[] }>,
  day: string,
): DutyFinding[] => {
  const applying = lists.flatMap((list): HeldDuties[] => {
    const version = versionOn(list, day);
    return version ? [{ list, version }] : [];
  });
  const listed = new Set(applying.map(({ list }) => holderKey(list.holder)));
  return [
    ...applying.flatMap(({ list }): DutyFinding[] =>
      (holders.get(holderKey(list.holder))?.names ?? []).length > 0
        ? []
        : [{ kind: 'unheld', listId: list.id, message: `《${list.title}》现在没有人承担` }],
    ),
    ...[...holders]
      .filter(([key, { names }]) => names.length > 0 && !listed.has(key))
      .map(([, { called, names }]): DutyFinding => ({
        kind: 'unlisted',
        listId: null,
        message: `“${called}”有 ${String(names.length)} 人，还没有岗位职责`,
      })),
    ...applying.flatMap(({ list, version }) =>
      sharedSoles(list, version, holders.get(holderKey(list.holder))?.names ?? []),
    ),
    ...toldTwice(applying),
  ];
};

const said = ({ text, standard, ground, rhythm, sole }: DutyItem): string =>
  JSON.stringify([text, standard, ground, rhythm, sole]);

export interface DutyDifference {
  readonly added: readonly DutyItem[];
  readonly dropped: readonly DutyItem[];
  /** The same duty, otherwise worded, asked or checked. */
  readonly changed: readonly { readonly before: DutyItem; readonly after: DutyItem }[];
}

/** Of two texts, the share of characters that they have in common: 0 … 1. */
const alike = (a: string, b: string): number => {
  const left = new Set(a);
  const right = new Set(b);
  const both = [...left].filter((one) => right.has(one)).length;
  return both / Math.max(1, Math.max(left.size, right.size));
};

const SAME = 0.6;

/** What one version changed of another. Order alone is no change. */
export const dutyDifference = (before: readonly DutyItem[], after: readonly DutyItem[]): DutyDifference => {
  const kept = new Set(after.map(said));
  const gone = before.filter((item) => !kept.has(said(item)));
  const old = new Set(before.map(said));
  const fresh = after.filter((item) => !old.has(said(item)));
  const changed: { before: DutyItem; after: DutyItem }[] = [];
  const left = [...gone];
  const added = fresh.filter((item) => {
    const at = left.findIndex((one) => alike(one.text, item.text) >= SAME);
    const former = left[at];
    if (!former) return true;
    left.splice(at, 1);
    changed.push({ before: former, after: item });
    return false;
  });
  return { added, dropped: left, changed };
};
