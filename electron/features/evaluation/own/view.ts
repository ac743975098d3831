import type { OwnResult, OwnRow } from '../../../../shared/features/evaluation/own/channels.ts';
import type { Feedback } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { feedbackState } from '../../../../shared/features/evaluation/feedback/state.ts';
import { possibleActs, whyNot } from '../../../../shared/features/evaluation/feedback/acts.ts';
import type { FeedbackAct, FeedbackView } from '../../../../shared/features/evaluation/feedback/views.ts';
import { gradeIn, UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import { subjectSourceOf, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { ExplainedResult } from '../../../../shared/features/evaluation/views.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import { accountCollection } from '../../accounts/index.ts';
import type { CallContext } from '../../context.ts';
import { cycleCollection } from '../collections.ts';
import { currentResults } from '../results.ts';
import { explainTo } from '../results/explained.ts';
import { standingFeedback, viewFeedback } from '../feedback/change.ts';
import { feedbackCollection } from '../feedback/collections.ts';

/** The member of staff to whom the caller's account belongs; undefined where it belongs to none. */
export const ownStaffId = (reader: Reader, { user }: CallContext['session']): string | undefined =>
  (user && reader.get(accountCollection, user.userId)?.staffId) ?? undefined;

const isOf = (cycle: Cycle, staffId: string): boolean =>
  subjectSourceOf(cycle.kind) === 'staff' && cycle.subjects.some(({ id }) => id === staffId);

/** True when the person may see what he got: once he was told, or once results were made known to all. */
const isShown = (cycle: Cycle, held: Feedback | undefined): boolean =>
  cycle.state === 'confirmed' && ((held?.told ?? null) !== null || cycle.published !== null);

export interface OwnPlace {
  readonly cycle: Cycle;
  readonly staffId: string;
  /** The feedback about the result that stands. */
  readonly held: Feedback | undefined;
}

/**
 * The caller's own place in a cycle.
 *
 * @throws AppError `not-found`, in the same words whether the cycle is of others or he has not been told: who was evaluated
 *   and how far it is with them is not for everybody.
 */
export const requireOwn = (
  reader: Reader,
  cycleId: string,
  { session }: Pick<CallContext, 'session'>,
): OwnPlace => {
  const staffId = ownStaffId(reader, session);
  const cycle = reader.get(cycleCollection, cycleId);
  const held = staffId !== undefined && cycle ? standingFeedback(reader, cycle, staffId) : undefined;
  if (staffId === undefined || !cycle || !isOf(cycle, staffId) || !isShown(cycle, held))
    throw new AppError('not-found', '没有可以查看的本人结果：不是这次考核的对象，或者结果还没有告知。');
  return { cycle, staffId, held };
};

/** The last day on which the person can still object himself; null when he cannot, or when no term is set. */
const objectByOf = (held: Feedback | undefined, today: string): string | null => {
  const dueOn = held?.told?.limit?.dueOn ?? null;
  return dueOn !== null && dueOn >= today && whyNot('fileReview', held) === '' ? dueOn : null;
};

const rowOf = (reader: Reader, cycle: Cycle, staffId: string, today: string): OwnRow => {
  const held = standingFeedback(reader, cycle, staffId);
  const shown = isShown(cycle, held);
  const toldBefore = reader
    .by(feedbackCollection, 'cycle', cycle.id)
    .some((one) => one.subjectId === staffId && one.told !== null);
  const row = shown
    ? currentResults(reader, cycle).rows.find(({ subject }) => subject.id === staffId)
    : undefined;
  return {
    cycleId: cycle.id,
    cycleName: cycle.name,
    startsOn: cycle.startsOn,
    endsOn: cycle.endsOn,
    stand: shown ? 'shown' : toldBefore ? 'withdrawn' : cycle.state === 'confirmed' ? 'waiting' : 'running',
    grade: row ? (gradeIn(row) ?? UNGRADED) : '',
    state: feedbackState(shown ? held : undefined),
    toSign: shown && held !== undefined && whyNot('sign', held) === '',
    objectBy: shown ? objectByOf(held, today) : null,
  };
};

/** All evaluations of the caller himself, the latest first. */
export const ownResults = (
  _input: unknown,
  { store, session, today }: CallContext,
): { linked: boolean; rows: OwnRow[] } => {
  const staffId = ownStaffId(store, session);
  if (staffId === undefined) return { linked: false, rows: [] };
  const cycles = store
    .all(cycleCollection)
    .filter((cycle) => cycle.state !== 'draft' && isOf(cycle, staffId))
    .toSorted((a, b) => b.endsOn.localeCompare(a.endsOn) || a.name.localeCompare(b.name, 'zh'));
  return { linked: true, rows: cycles.map((cycle) => rowOf(store, cycle, staffId, today)) };
};

/** What stands in place of the single marks of others. */
const AVERAGED = '评分人所评的平均，不逐个列出';
const NOT_LISTED = '本组得分不单独列出（评分人较少，或者由其他各组可以推算）';

/** Averages of the groups he may see; single marks only where he gave them himself. */
const explainedToHim = (reader: Reader, { cycle, staffId }: OwnPlace): ExplainedResult => {
  const result = explainTo(reader, cycle, staffId, () => ({
    raterName: (group) => (group.kind === 'self' ? '本人' : ''),
    seesNames: false,
  }));
  if (result.explanation === null) return result;
  const kindOf = new Map(cycle.groups.map(({ id, kind }) => [id, kind]));
  const groups = result.explanation.groups.map((group) => ({
    ...group,
    hidden: group.hidden === '' ? '' : NOT_LISTED,
    dimensions: group.dimensions.map((dimension) => ({
      ...dimension,
      indicators: dimension.indicators.map((indicator) =>
        kindOf.get(group.groupId) === 'self' || indicator.formula !== null
          ? indicator
          : { ...indicator, scores: [], sum: AVERAGED },
      ),
    })),
  }));
  return { ...result, explanation: { ...result.explanation, groups } };
};

const ownActs: readonly FeedbackAct[] = ['sign', 'fileReview', 'withdrawReview'];

/** Without proposals, which are for those who decide about them, and without the office's record of its acts. */
const withoutOthers = (view: FeedbackView, { held }: OwnPlace, today: string): FeedbackView => ({
  ...view,
  feedback: view.feedback && { ...view.feedback, proposals: [], history: [] },
  earlier: [],
  acts: possibleActs(held)
    .filter((act) => ownActs.includes(act))
    .filter((act) => {
      const dueOn = held?.told?.limit?.dueOn ?? null;
      return act !== 'fileReview' || dueOn === null || dueOn >= today;
    }),
});

/** The caller's own result of a cycle. @throws AppError `not-found`, see `requireOwn`. */
export const ownResult = ({ cycleId }: { readonly cycleId: string }, context: CallContext): OwnResult => {
  const { store, today } = context;
  const place = requireOwn(store, cycleId, context);
  const view = viewFeedback(store, { cycleId, subjectId: place.staffId }, context);
  return {
    view: withoutOthers(view, place, today),
    explained: explainedToHim(store, place),
    told: (place.held?.told ?? null) !== null,
    objectBy: objectByOf(place.held, today),
  };
};
