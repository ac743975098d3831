import { possibleActs, whyNot } from '../../../../shared/features/evaluation/feedback/acts.ts';
import type { Feedback } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { feedbackState, feedbackWay } from '../../../../shared/features/evaluation/feedback/state.ts';
import type { FeedbackAct, FeedbackView } from '../../../../shared/features/evaluation/feedback/views.ts';
import { subjectSourceOf, type Cycle, type Subject } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import type { FileContent, FileRef } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Draft, Reader, Store, Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { keepFile } from '../../file-content.ts';
import { stampOf } from '../../record-acts.ts';
import { confirmedResultCollection } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { feedbackCollection, feedbackKeyOf } from './collections.ts';
import { confirmedCycle, rowIn, sheetFacts, type ConfirmedCycle } from './facts.ts';

export interface FeedbackPlace {
  readonly cycleId: string;
  readonly subjectId: string;
}
export type FeedbackTarget = FeedbackPlace & { readonly rev: number };

/** A subject of a cycle whose results stand, with the feedback there is. */
export interface Found {
  readonly confirmed: ConfirmedCycle;
  readonly cycle: Cycle;
  readonly subject: Subject;
  readonly row: ResultRow;
  readonly held: Feedback | undefined;
}

/** The feedback about the result that stands; undefined before anything was recorded. */
export const standingFeedback = (reader: Reader, cycle: Cycle, subjectId: string): Feedback | undefined =>
  reader.by(feedbackCollection, 'place', feedbackKeyOf(cycle.id, cycle.confirmations, subjectId))[0];

/** @throws AppError `illegal-step` unless the results stand, `not-found` for somebody who is no subject. */
export const findFeedback = (reader: Reader, { cycleId, subjectId }: FeedbackPlace): Found => {
  const cycle = requireCycle(reader, cycleId);
  const confirmed = confirmedCycle(reader, cycle);
  const row = rowIn(confirmed, subjectId);
  return { confirmed, cycle, subject: row.subject, row, held: standingFeedback(reader, cycle, subjectId) };
};

const gradeThen = (
  reader: Reader,
  { cycleId, confirmation, subjectId }: Feedback,
): { grade: string; at: string } => {
  const [result] = reader.by(
    confirmedResultCollection,
    'place',
    feedbackKeyOf(cycleId, confirmation, subjectId),
  );
  const outcome = result?.outcome;
  const grade =
    outcome?.kind === 'graded'
      ? outcome.figures.grade
      : outcome?.kind === 'assigned'
        ? outcome.grade
        : '不定等次';
  return { grade, at: result?.withdrawn?.at ?? result?.confirmed.at ?? '' };
};

/** What a person who runs the evaluation sees of the feedback to one subject. @throws AppError `not-found`. */
export const viewFeedback = (
  reader: Reader,
  { cycleId, subjectId }: FeedbackPlace,
  { today, can }: Pick<CallContext, 'today' | 'can'>,
): FeedbackView => {
  const cycle = requireCycle(reader, cycleId);
  const subject = cycle.subjects.find(({ id }) => id === subjectId);
  if (!subject) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
  const confirmed = cycle.state === 'confirmed' ? confirmedCycle(reader, cycle) : null;
  const held = confirmed === null ? undefined : standingFeedback(reader, cycle, subjectId);
  const earlier = reader
    .by(feedbackCollection, 'cycle', cycleId)
    .filter((one) => one.subjectId === subjectId && one !== held)
    .toSorted((a, b) => b.confirmation - a.confirmation);
  const mayAct = (act: FeedbackAct): boolean => act !== 'proposeLead' || can('leads.register');
  return {
    cycleId,
    cycleName: cycle.name,
    subject,
    ofPeople: ['staff', 'pupils'].includes(subjectSourceOf(cycle.kind)),
    bands: confirmed?.results.content.bands ?? [],
    sheet: confirmed === null ? null : sheetFacts(reader, confirmed, subject, held?.told?.limit ?? null),
    feedback: held ?? null,
    rev: held?.rev ?? 0,
    state: feedbackState(held),
    way: feedbackWay(held, today),
    acts: confirmed === null ? [] : possibleActs(held).filter(mayAct),
    earlier: earlier.map((feedback) => {
      const { grade, at } = gradeThen(reader, feedback);
      return { feedback, grade, state: feedbackState(feedback), withdrawnAt: at };
    }),
  };
};

/** Keeps the files that came with a form, in their order. @throws AppError `invalid` at the file. */
export const keepFiles = async (store: Store, files: readonly FileContent[]): Promise<FileRef[]> => {
  const kept: FileRef[] = [];
  for (const [at, file] of files.entries()) kept.push(await keepFile(store, file, `files.${String(at)}`));
  return kept;
};

/** @throws AppError `illegal-step` where the record does not allow the act, `conflict` when it was changed meanwhile. */
export const demandAct = (held: Feedback | undefined, act: FeedbackAct, rev: number): void => {
  if ((held?.rev ?? 0) !== rev) throw new AppError('conflict', '这份反馈刚刚由别人登记过，请刷新后再办理。');
  const why = whyNot(act, held);
  if (why !== '') throw new AppError('illegal-step', why);
};

type Changed = Omit<Draft<Feedback>, 'id' | 'cycleId' | 'subjectId' | 'confirmation' | 'history'>;

const blank: Changed = { told: null, talk: null, signed: null, reviews: [], plan: null, proposals: [] };

/**
 * Changes the feedback about one result in one transaction, or makes the first entry in it.
 *
 * @param what the act in words, for the record's history
 * @throws AppError `illegal-step`, `conflict`, `not-found`.
 */
export const changeFeedback = (
  target: FeedbackTarget,
  act: FeedbackAct,
  what: string,
  context: CallContext,
  change: (held: Changed, tx: Tx, found: Found) => { readonly next: Partial<Changed>; readonly note: string },
): Promise<FeedbackView> => {
  const { store, actor, channel, newId } = context;
  return store.transact({ actor, act: channel }, (tx) => {
    const found = findFeedback(tx, target);
    const { held, cycle, subject } = found;
    demandAct(held, act, target.rev);
    const { next, note } = change(held ?? blank, tx, found);
    const event = { ...stampOf(tx), what, note };
    if (held) tx.replace(feedbackCollection, { ...held, ...next, history: [...held.history, event] });
    else
      tx.insert(feedbackCollection, {
        id: newId(),
        cycleId: cycle.id,
        subjectId: subject.id,
        confirmation: found.cycle.confirmations,
        ...blank,
        ...next,
        history: [event],
      });
    return viewFeedback(tx, target, context);
  });
};
