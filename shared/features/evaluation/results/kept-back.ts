import type { Cycle, Figures, GroupFigure, RaterGroup } from '../schema.ts';
import type { ResultRow } from '../views.ts';

/**
 * What of a result is kept back so that few raters stay unknown. The one rule for screens, explanations, workbooks,
 * papers, comparisons and what is made known: from all that is shown of a cycle, nobody can reckon what an anonymous
 * group gave where fewer than the cycle's minimum sample are in it.
 *
 *  1. A group of too few is not shown (`few`): an anonymous one to nobody, an open one to those who may see no names.
 *  2. Standardised totals of one comparison group have a known sum. There a group that is kept back of one subject is
 *     kept back of all of them (`range`).
 *  3. Of a total and all groups but one, that one follows. Where a single group is missing, a second one is kept back
 *     with it (`cover`). A person's own sheet and data are known anyhow and cover nothing.
 *  4. Where nothing can cover an anonymous group, the total itself would tell, and is kept back; so are all totals of a
 *     comparison group that was standardised while some in it have other groups than the rest.
 *
 * Those who may see names see a part of what others do not see, never the other way round: so that two ways of looking
 * at one result cannot be put together either.
 */

type Plan = Pick<Cycle, 'groups' | 'minSample' | 'standardise'>;

interface Reason {
  readonly why: 'few' | 'range' | 'cover';
  /** The group that a cover protects; blank for the others. */
  readonly protects: string;
}

export interface KeptBack {
  /** Why a group is not shown, by its id; groups that are shown have no entry. */
  readonly groups: ReadonlyMap<string, Reason>;
  /** The name of the group that the total would give away; blank where the total may be shown. */
  readonly total: string;
}

/** True where a reader may see what so many raters of a group gave, as far as this group alone is looked at. */
export const isEnough = (
  { groups, minSample }: Pick<Cycle, 'groups' | 'minSample'>,
  { groupId, raters }: Pick<GroupFigure, 'groupId' | 'raters'>,
  seesNames: boolean,
): boolean => {
  const group = groups.find(({ id }) => id === groupId);
  if (!group || raters === 0 || group.kind === 'self') return true;
  return raters >= minSample || (seesNames && !group.anonymous);
};

type Kept = Map<string, Reason>;

/** The subjects among whom something can be reckoned across: each alone, or all who were standardised together. */
const ranges = ({ standardise }: Plan, all: readonly Pick<Figures, 'within'>[]): number[][] => {
  const places = [...all.keys()];
  if (standardise === null) return places.map((place) => [place]);
  const byRange = new Map<string, number[]>();
  for (const place of places) {
    const within = all[place]?.within ?? '';
    const known = byRange.get(within);
    if (known) known.push(place);
    else byRange.set(within, [place]);
  }
  return [...byRange.values()];
};

/** The group that is missed least: an anonymous one first, whose sheets nobody can read, then the smallest. */
const coverOf = (
  weighing: ReadonlyMap<string, RaterGroup>,
  figures: readonly GroupFigure[],
  kept: Kept,
): string | undefined => {
  const [best] = figures
    .flatMap(({ groupId, raters }) => {
      const group = weighing.get(groupId);
      return group && group.kind !== 'self' && group.kind !== 'data' && raters > 0 && !kept.has(groupId)
        ? [{ group, raters }]
        : [];
    })
    .sort((a, b) => Number(b.group.anonymous) - Number(a.group.anonymous) || a.raters - b.raters);
  return best?.group.id;
};

/** Keeps back what `few` says, and then whatever would tell it, until nothing does. */
const keepBack = (
  plan: Plan,
  all: readonly Pick<Figures, 'groups' | 'within'>[],
  kept: readonly Kept[],
  few: (figure: GroupFigure) => boolean,
): void => {
  const weighing = new Map(plan.groups.flatMap((group) => (group.weight > 0 ? [[group.id, group]] : [])));
  for (const [place, figures] of all.entries())
    for (const figure of figures.groups)
      if (few(figure)) kept[place]?.set(figure.groupId, { why: 'few', protects: '' });
  for (const range of ranges(plan, all)) {
    const spread = (groupId: string, reason: Reason): void => {
      for (const place of range)
        if (all[place]?.groups.some((figure) => figure.groupId === groupId) && !kept[place]?.has(groupId))
          kept[place]?.set(groupId, reason);
    };
    for (const place of range)
      for (const groupId of kept[place]?.keys() ?? []) spread(groupId, { why: 'range', protects: '' });
    // A cover of one subject spreads to all, and may leave another with a single group kept back.
    for (let open = true; open;) {
      open = false;
      for (const place of range) {
        const own = kept[place];
        const weighed = [...(own?.keys() ?? [])].flatMap((id) => weighing.get(id) ?? []);
        const [only] = weighed;
        if (!own || !only || weighed.length > 1) continue;
        const cover = coverOf(weighing, all[place]?.groups ?? [], own);
        if (cover === undefined) continue;
        spread(cover, { why: 'cover', protects: only.name });
        open = true;
      }
    }
  }
};

/** The group that each total would give away; blank where it gives away none. */
const telling = (
  plan: Plan,
  all: readonly Pick<Figures, 'groups' | 'within'>[],
  kept: readonly Kept[],
): string[] => {
  const weighed = kept.map((own) => plan.groups.filter(({ id, weight }) => weight > 0 && own.has(id)));
  const told = weighed.map(([only, more]) => (only && !more ? only.name : ''));
  if (plan.standardise === null) return told;
  // Where some have groups that others lack, the sums of the groups and the totals tell more than either alone.
  for (const range of ranges(plan, all)) {
    const sets = new Set(range.map((place) => (weighed[place] ?? []).map(({ id }) => id).join(' ')));
    const few = range.flatMap(
      (place) => weighed[place]?.filter(({ id }) => kept[place]?.get(id)?.why === 'few') ?? [],
    );
    const [first] = few;
    if (sets.size > 1 && first) for (const place of range) told[place] = first.name;
  }
  return told;
};

/**
 * What has to be kept back of each result of a cycle, in the order given.
 *
 * @param all the figures of every subject that has some: of a part of them too little would be kept back
 * @param seesNames whether the reader may see who gave which marks in open groups
 */
export const keptBackOf = (
  plan: Plan,
  all: readonly Pick<Figures, 'groups' | 'within'>[],
  seesNames: boolean,
): KeptBack[] => {
  const kept = all.map((): Kept => new Map());
  keepBack(plan, all, kept, (figure) => !isEnough(plan, figure, true));
  // Settled before open groups are looked at: whoever sees those would find the rest in a total shown to others.
  const totals = telling(plan, all, kept);
  if (!seesNames) keepBack(plan, all, kept, (figure) => !isEnough(plan, figure, false));
  return kept.map((groups, place) => ({ groups, total: totals[place] ?? '' }));
};

/** The same by subject; whoever has no figures has nothing that could be kept back. */
export const keptBackBySubject = (
  plan: Plan,
  rows: readonly ResultRow[],
  seesNames: boolean,
): ReadonlyMap<string, KeptBack> => {
  const graded = rows.flatMap(({ subject, outcome }) =>
    outcome.kind === 'graded' ? [{ id: subject.id, figures: outcome.figures }] : [],
  );
  const kept = keptBackOf(
    plan,
    graded.map(({ figures }) => figures),
    seesNames,
  );
  return new Map(graded.flatMap(({ id }, place) => (kept[place] ? [[id, kept[place]] as const] : [])));
};

/** Figures without what is kept back. The points of a veto go where a group that is kept back had a part in them. */
export const shownFigures = (figures: Figures, { groups }: KeptBack): Figures => {
  const rated = new Set(
    figures.groups.flatMap(({ groupId, dimensions }) =>
      groups.has(groupId)
        ? dimensions.flatMap(({ indicators }) => indicators.map(({ indicatorId }) => indicatorId))
        : [],
    ),
  );
  return {
    ...figures,
    groups: figures.groups.filter(({ groupId }) => !groups.has(groupId)),
    vetoes: figures.vetoes.map((veto) => (rated.has(veto.indicatorId) ? { ...veto, points: null } : veto)),
  };
};

/** Why a total is not shown. */
export const totalKeptBackWords = ({ minSample }: Pick<Cycle, 'minSample'>, group: string): string =>
  `从总分能推算出评的人不足 ${String(minSample)} 人的匿名组“${group}”打的分，所以只公开等次，不显示总分和名次`;

/** Why a group is not shown. */
export const groupKeptBackWords = (
  { minSample }: Pick<Cycle, 'minSample'>,
  { why, protects }: Reason,
): string => {
  switch (why) {
    case 'few':
      return `评分的不足 ${String(minSample)} 人，不显示本组得分`;
    case 'range':
      return `一起标准化的对象里，有人的本组评分不足 ${String(minSample)} 人，各人得分可以互相推算，本组得分都不显示`;
    case 'cover':
      return `“${protects}”不显示得分，为了不让人从总分和其余各组推算出来，本组得分也不显示`;
  }
};

/** The rows of a cycle as a reader may see them. All of its rows, or too little is kept back. */
export const shownRows = (plan: Plan, rows: readonly ResultRow[], seesNames: boolean): ResultRow[] => {
  const kept = keptBackBySubject(plan, rows, seesNames);
  return rows.map((row): ResultRow => {
    const own = kept.get(row.subject.id);
    if (!own || row.outcome.kind !== 'graded') return row;
    const { figures } = row.outcome;
    return {
      ...row,
      outcome:
        own.total === ''
          ? { ...row.outcome, figures: shownFigures(figures, own) }
          : { kind: 'concealed', grade: figures.grade, reason: totalKeptBackWords(plan, own.total) },
    };
  });
};
