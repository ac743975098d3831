import type { AppealDraft } from '../../../shared/features/appeals/inputs.ts';
import { outcomeLabels } from '../../../shared/features/appeals/kinds.ts';
import type { Appeal, AppealDecision } from '../../../shared/features/appeals/schema.ts';
import { serviceClock, stopClocks } from '../../../shared/features/appeals/terms.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Tx } from '../../store/types.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { stampOf } from '../record-acts.ts';
import { applyPlan } from './apply.ts';
import { type Edit } from './change.ts';
import { placePaper } from './numbers.ts';
import { planOutcome, type Plan } from './plan.ts';
import { decisionTitle, kindWord, publicPerson } from './words.ts';

/** Whether all that is complained of is 处分. */
const isSanction = ({ record }: Plan, appeal: Appeal): boolean =>
  appeal.items.every(({ itemId }) =>
    record.decision?.items.some(({ id, measure }) => id === itemId && measure.kind === 'sanction'),
  );

/** The appeal with its outcome, its papers placed and the case changed, all in the caller's transaction. */
export const concluded = (
  tx: Tx,
  context: CallContext,
  appeal: Appeal,
  draft: Pick<AppealDecision, 'outcome' | 'redo' | 'itemIds' | 'flaws' | 'facts' | 'reason' | 'decidedOn'> &
    Pick<AppealDraft, 'replacements'>,
  own: Pick<AppealDecision, 'sitting' | 'number' | 'file' | 'overrides'>,
): Edit => {
  const { newId, today } = context;
  const school = readSchool(tx);
  const plan = planOutcome(tx, newId, appeal, draft);
  const paper = appeal.inside
    ? placePaper(tx, newId, appeal, {
        form: 'decision',
        title: decisionTitle(school.name, appeal, draft.outcome, isSanction(plan, appeal)),
        datedOn: draft.decidedOn,
      })
    : null;
  const number = paper?.number ?? (own.number === '' ? null : own.number);
  const applied = applyPlan(tx, context, appeal, draft, plan, {
    decidedOn: draft.decidedOn,
    decidedBy: appeal.inside ? school.name : appeal.organ,
    number,
  });
  const minutes = appeal.inside
    ? [
        placePaper(tx, newId, appeal, {
          form: 'minutes',
          title: `${kindWord(appeal)}集体研究记录（${publicPerson(appeal.person)}）`,
          datedOn: draft.decidedOn,
        }),
      ]
    : [];
  const { outcome, redo, flaws, facts, reason, decidedOn } = draft;
  return {
    appeal: {
      ...appeal,
      decision: {
        outcome,
        redo,
        itemIds: plan.dropped.map(({ id }) => id),
        replacements: applied.replacements,
        flaws: outcome === 'uphold' ? [] : flaws,
        facts,
        reason,
        decidedOn,
        ...own,
        effects: applied.effects,
        decided: stampOf(tx),
      },
      papers: [...appeal.papers, ...minutes, ...(paper ? [paper] : []), ...applied.corrections],
      restorations: applied.restorations,
      clocks: [
        ...stopClocks(appeal.clocks, today, ['handling', 'authority', 'admission']),
        ...(paper || applied.corrections.length > 0
          ? [{ id: newId(), ...serviceClock(calendarOf(tx), decidedOn) }]
          : []),
      ],
    },
    note: `${formatDay(decidedOn)}${outcomeLabels[outcome]}${number === null ? '' : `，文号 ${number}`}`,
  };
};
