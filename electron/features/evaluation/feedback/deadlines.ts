import type { Feedback } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { answerLimit, objectionLimit } from '../../../../shared/features/evaluation/feedback/terms.ts';
import { openReview } from '../../../../shared/features/evaluation/feedback/state.ts';
import { subjectSourceOf, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { maskName } from '../../../../shared/kernel/masking.ts';
import type { WorkCalendar } from '../../../../shared/kernel/workdays.ts';
import type { Reader, Tx } from '../../../store/types.ts';
import type { Deadline, DeadlineContext, Recompute, Recounted } from '../../deadline-source.ts';
import { cycleCollection } from '../collections.ts';
import { feedbackCollection } from './collections.ts';
import { runningTerms, type FeedbackTerm } from './terms.ts';

const labels: Readonly<Record<FeedbackTerm['kind'], string>> = {
  objection: '提出异议期限',
  answer: '复核答复期限',
  goal: '改进目标',
  plan: '改进计划检查',
};

/** Feedback about results that stand. */
const standing = (reader: Reader): { held: Feedback; cycle: Cycle }[] =>
  reader.all(feedbackCollection).flatMap((held) => {
    const cycle = reader.get(cycleCollection, held.cycleId);
    return cycle?.state === 'confirmed' && cycle.confirmations === held.confirmation ? [{ held, cycle }] : [];
  });

/** Terms of feedback: to object, to answer, to improve. */
export const feedbackDeadlines = (reader: Reader, today: string, { can }: DeadlineContext): Deadline[] => {
  if (!can('evaluation.manage')) return [];
  return standing(reader).flatMap(({ held, cycle }) => {
    const name = cycle.subjects.find(({ id }) => id === held.subjectId)?.name ?? '';
    const shown = subjectSourceOf(cycle.kind) === 'pupils' && !can('pupils.read') ? maskName(name) : name;
    return runningTerms(held, today).map((term): Deadline => ({
      key: term.key,
      kind: `feedback-${term.kind}`,
      label: labels[term.kind],
      title: term.title,
      ground: term.limit.ground,
      startedOn: term.startedOn,
      dueOn: term.limit.dueOn,
      rolledFrom: term.limit.rolledFrom,
      estimated: term.limit.estimated,
      recordPath: `/evaluation/cycles/${cycle.id}/feedback/${held.subjectId}`,
      recordNumber: '',
      recordTitle: cycle.name,
      people: [shown],
      permission: 'evaluation.manage',
      responsible: term.othersTerm ? null : { permission: 'evaluation.manage' },
      othersTerm: term.othersTerm,
    }));
  });
};

/** A counted term as the present calendar gives it; undefined for one that is not estimated or was laid down. */
const recounted = (term: FeedbackTerm, calendar: WorkCalendar): Recounted | undefined => {
  const { limit, kind, key, startedOn } = term;
  if (!limit.estimated || !limit.counted) return undefined;
  const after =
    kind === 'objection'
      ? objectionLimit(calendar, true, startedOn, null)
      : kind === 'answer'
        ? answerLimit(calendar, true, startedOn, null)
        : null;
  return after === null
    ? undefined
    : {
        key,
        before: limit.dueOn,
        after: { day: after.dueOn, rolledFrom: after.rolledFrom, estimated: after.estimated },
      };
};

/** Estimated terms of feedback, counted again. The day printed on a sheet that was handed over stays there. */
export const feedbackRecompute: Recompute = {
  preview: (reader, calendar) =>
    standing(reader).flatMap(({ held }) =>
      runningTerms(held, '').flatMap((term) => recounted(term, calendar) ?? []),
    ),
  apply(tx: Tx, calendar, keys) {
    let written = 0;
    for (const { held } of standing(tx)) {
      const due = new Map(
        runningTerms(held, '').flatMap((term) => {
          const after = keys.has(term.key) ? recounted(term, calendar)?.after : undefined;
          return after
            ? [
                [
                  term.kind,
                  { dueOn: after.day, rolledFrom: after.rolledFrom, estimated: after.estimated },
                ] as const,
              ]
            : [];
        }),
      );
      if (due.size === 0) continue;
      written += due.size;
      const { told } = held;
      const [objection, answer] = [due.get('objection'), due.get('answer')];
      const open = openReview(held);
      tx.replace(feedbackCollection, {
        ...held,
        told: told?.limit && objection ? { ...told, limit: { ...told.limit, ...objection } } : told,
        reviews: held.reviews.map((review) =>
          review === open && answer ? { ...review, reply: { ...review.reply, ...answer } } : review,
        ),
      });
    }
    return written;
  },
};
