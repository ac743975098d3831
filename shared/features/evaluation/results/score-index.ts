import type { IndicatorContent } from '../indicators.ts';
import { rates, type SheetScores } from '../rating.ts';
import type { RaterGroup } from '../schema.ts';
import { pointsOf } from '../scores.ts';
import type { Compared } from './comparison.ts';
import { groupPlan, type GroupPlan } from './group-plan.ts';

/** Where the sheets of a cycle belong: laid out once, so that reckoning goes by number and not by name. */
export interface ScoreIndex {
  readonly content: IndicatorContent;
  readonly groups: readonly RaterGroup[];
  readonly subjects: readonly Compared[];
  readonly plans: readonly GroupPlan[];
  /** By group, then by subject: the places of the raters who rate him. */
  readonly due: readonly (readonly Int32Array[])[];
  readonly subjectAt: ReadonlyMap<string, number>;
  readonly groupAt: ReadonlyMap<string, number>;
  readonly raterAt: readonly ReadonlyMap<string, number>[];
}

/** A sheet in its place. */
export interface Seat {
  readonly index: ScoreIndex;
  /** `subject × number of groups + group`; -1: of nobody who is evaluated here. */
  readonly cell: number;
  /** Among the raters of the group, 0 for the subject himself in a `self` group; -1: none of them. */
  readonly rater: number;
  /** By place among the rated indicators of the group, in hundredths; -1 where no score was given. */
  readonly points: Int32Array;
  /** How many indicators have no score yet. */
  readonly open: number;
}

const placesOf = (entries: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(entries.map(({ id }, place) => [id, place]));

const dueIn = (group: RaterGroup, subjects: readonly Compared[]): Int32Array[] => {
  if (group.kind === 'self') return subjects.map(() => Int32Array.of(0));
  if (group.kind === 'data') return subjects.map(() => new Int32Array(0));
  const lists = group.raters.map(({ subjectIds }) => subjectIds && new Set(subjectIds));
  return subjects.map(({ id }) =>
    Int32Array.from(
      group.raters.flatMap((rater, place) => {
        const list = lists[place];
        return (list ? list.has(id) : rates(rater, id)) ? [place] : [];
      }),
    ),
  );
};

const indexes = new WeakMap<readonly Compared[], ScoreIndex>();

/** The index of a cycle; kept for as long as the very same records are asked about. */
export const scoreIndex = (
  content: IndicatorContent,
  groups: readonly RaterGroup[],
  subjects: readonly Compared[],
): ScoreIndex => {
  const held = indexes.get(subjects);
  if (held?.content === content && held.groups === groups) return held;
  const index: ScoreIndex = {
    content,
    groups,
    subjects,
    plans: groups.map((group) => groupPlan(content, group)),
    due: groups.map((group) => dueIn(group, subjects)),
    subjectAt: placesOf(subjects),
    groupAt: placesOf(groups),
    raterAt: groups.map(({ raters }) => placesOf(raters)),
  };
  indexes.set(subjects, index);
  return index;
};

const NOBODY = new Int32Array(0);

const takeSeat = (index: ScoreIndex, { subjectId, groupId, raterId, scores }: SheetScores): Seat => {
  const [subject, at] = [index.subjectAt.get(subjectId), index.groupAt.get(groupId)];
  const plan = at === undefined ? undefined : index.plans[at];
  if (subject === undefined || at === undefined || !plan)
    return { index, cell: -1, rater: -1, points: NOBODY, open: 0 };
  const points = new Int32Array(plan.rated.length);
  let open = 0;
  for (const [column, place] of plan.rated.entries()) {
    const indicator = plan.indicators[place];
    const score = indicator && Object.hasOwn(scores, indicator.id) ? scores[indicator.id] : undefined;
    if (!indicator || !score) open += 1;
    points[column] = indicator && score ? pointsOf(indicator, score) : -1;
  }
  const self = plan.group.kind === 'self';
  const rater = self ? (raterId === subjectId ? 0 : -1) : (index.raterAt[at]?.get(raterId) ?? -1);
  return { index, cell: subject * index.groups.length + at, rater, points, open };
};

const seats = new WeakMap<SheetScores, Seat>();

/** The place of a sheet. Records never change: after a keystroke only the row that was typed in is laid out anew. */
export const seatOf = (index: ScoreIndex, sheet: SheetScores): Seat => {
  const held = seats.get(sheet);
  if (held?.index === index) return held;
  const seat = takeSeat(index, sheet);
  seats.set(sheet, seat);
  return seat;
};
