import type { z } from 'zod';
import type { AppealCheck } from '../../../shared/features/appeals/channels.ts';
import type {
  AppealDraft,
  decideAppealInput,
  recordResultInput,
} from '../../../shared/features/appeals/inputs.ts';
import type { PanelMember } from '../../../shared/features/appeals/panel.ts';
import { involvedHandlers, involvedIn } from '../../../shared/features/appeals/rules.ts';
import type { Appeal, AppealDecision } from '../../../shared/features/appeals/schema.ts';
import { hasQuorum, tallyOf, tallyText, type Tally } from '../../../shared/features/cases/meeting.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { demandLawful, findingsOf, type LawFinding, type LawOverride } from '../../../shared/law/findings.ts';
import { appealChecks } from '../../../shared/law/rules/appeal.ts';
import type { Reader } from '../../store/types.ts';
import { requireCase } from '../cases/index.ts';
import type { CallContext, NewId } from '../context.ts';
import { requireStaff } from '../organisation/index.ts';
import { peekNumber } from '../papers/index.ts';
import { demandNotBefore, demandPast } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeAppeal, demandOpen, requireAppealFor } from './change.ts';
import { effectsOf } from './effects.ts';
import { keepFile } from '../file-content.ts';
import { seriesOf } from './numbers.ts';
import { heavierBy, planOutcome, type Plan } from './plan.ts';
import { concluded } from './outcome.ts';
import { quorumWords, sittingMembers, sittingOf } from './sitting.ts';

const handlingDue = ({ clocks }: Appeal): string | null =>
  clocks.find(({ kind, endedOn }) => kind === 'handling' && endedOn === null)?.dueOn ?? null;

/** Those who sit and those who write it down, as far as they are known. */
const takingPart = (
  reader: Reader,
  appeal: Appeal,
  draft: AppealDraft,
): Pick<PanelMember, 'person' | 'outside'>[] => {
  const members = appeal.panel?.members ?? [];
  const present = members.filter(({ person }) =>
    draft.members.some(({ memberId, attendance }) => memberId === person.id && attendance !== 'recused'),
  );
  const recorder = members.find(({ person }) => person.id === draft.recorderId);
  return recorder || draft.recorderId === ''
    ? present
    : [
        ...present,
        {
          person: { id: draft.recorderId, name: requireStaff(reader, draft.recorderId).name },
          outside: false,
        },
      ];
};

const lawOf = (reader: Reader, appeal: Appeal, draft: AppealDraft, plan: Plan | null): LawFinding[] => {
  const heavier = plan === null ? undefined : heavierBy(appeal, plan);
  const dueOn = handlingDue(appeal);
  return findingsOf(readLawPack(reader), appealChecks, {
    pupil: appeal.kind === 'pupil-appeal',
    involved: involvedHandlers(
      involvedIn(requireCase(reader, appeal.case.id), appeal),
      takingPart(reader, appeal, draft),
    ),
    late: null,
    heavier: heavier ? [heavier] : [],
    handling: dueOn === null ? null : { dueOn, decidedOn: draft.decidedOn },
  });
};

/** A plan while the form is still being filled in; null where it does not hang together yet. */
const planOrNull = (reader: Reader, newId: NewId, appeal: Appeal, draft: AppealDraft): Plan | null => {
  try {
    return planOutcome(reader, newId, appeal, draft);
  } catch (cause) {
    if (cause instanceof AppError) return null;
    throw cause;
  }
};

/** What the rules say of a decision while it is typed, how the votes came out, what it will do. Changes nothing. */
export const checkDecision = (
  { id, decision }: { id: string; decision: AppealDraft },
  context: CallContext,
): AppealCheck => {
  const { store, newId } = context;
  const appeal = requireAppealFor(context, id);
  const members = sittingMembers(appeal, decision);
  const tally = tallyOf(members, decision.votes);
  const plan = planOrNull(store, newId, appeal, decision);
  const series = seriesOf(store, 'decision', appeal.kind, decision.decidedOn);
  return {
    findings: lawOf(store, appeal, decision, plan),
    quorum: quorumWords(members),
    tally: tallyText(tally),
    passed: tally.passed,
    effects: plan === null ? [] : effectsOf(appeal, decision, plan),
    nextNumber: series === null ? '' : peekNumber(store, series),
  };
};

const demandOrderly = (appeal: Appeal, draft: AppealDraft, today: string): void => {
  demandPast('decision.decidedOn', '决定日期', draft.decidedOn, today);
  demandNotBefore(
    'decision.decidedOn',
    '决定日期',
    draft.decidedOn,
    appeal.looks
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? appeal.receivedOn,
    '最近一次查核的日期',
  );
};

const demandCarried = (tally: Tally, members: ReturnType<typeof sittingMembers>): void => {
  const words = quorumWords(members);
  if (!hasQuorum(members))
    throw new AppError('illegal-step', `会议${words}，不能作出决定。`, {
      fields: [{ path: 'decision.members', message: words }],
    });
  if (tally.missing > 0)
    throw invalidField('decision.votes', `还有 ${String(tally.missing)} 名出席人员没有表决。`);
  if (!tally.passed)
    throw new AppError(
      'illegal-step',
      `这一处理意见没有通过（${tallyText(tally)}），不能据此作出决定。请改为会议通过的处理意见。`,
    );
};

const keptOverrides = (
  findings: readonly LawFinding[],
  overrides: readonly LawOverride[],
): AppealDecision['overrides'] =>
  findings.flatMap(({ ruleId, level, message, article }) => {
    const override = overrides.find((each) => each.ruleId === ruleId);
    return level === 'warn' && override ? [{ ruleId, message, article, reason: override.reason }] : [];
  });

/**
 * Decides on an appeal: the appeal, the case, what stands of it for the person and the numbers of its papers, all at once
 * or not at all. The outcome is what the votes carried.
 *
 * @throws AppError `unlawful` for handlers who had a part and for an outcome that is heavier than before, `illegal-step`
 * without a quorum or a majority, `forbidden` for a caller who had a part in the decision.
 */
export const decideAppeal = (
  { decision: draft, overrides, ...target }: z.output<typeof decideAppealInput>,
  context: CallContext,
): Promise<Appeal> =>
  changeAppeal(context, 'decide', target, (appeal, tx) => {
    demandOrderly(appeal, draft, context.today);
    const plan = planOutcome(tx, context.newId, appeal, draft);
    const findings = lawOf(tx, appeal, draft, plan);
    demandLawful(findings, overrides);
    const members = sittingMembers(appeal, draft);
    demandCarried(tallyOf(members, draft.votes), members);
    return concluded(tx, context, appeal, draft, {
      sitting: sittingOf(tx, appeal, draft),
      number: '',
      file: null,
      overrides: keptOverrides(findings, overrides),
    });
  });

/** Keeps what the authority decided and carries it out: what it changed is changed here in the same breath. */
export const recordResult = async (
  input: z.output<typeof recordResultInput>,
  context: CallContext,
): Promise<Appeal> => {
  const seen = requireAppealFor(context, input.id);
  demandOpen(seen, 'recordResult', input.rev);
  demandPast('decidedOn', '决定日期', input.decidedOn, context.today);
  demandNotBefore('decidedOn', '决定日期', input.decidedOn, seen.receivedOn, '收到申请的日期');
  const file = input.file && (await keepFile(context.store, input.file, 'file'));
  return changeAppeal(context, 'recordResult', input, (appeal, tx) =>
    concluded(tx, context, appeal, input, { sitting: null, number: input.number, file, overrides: [] }),
  );
};
