import type { z } from 'zod';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CaseView, DecisionCheck } from '../../../shared/features/cases/channels.ts';
import {
  rectificationClock,
  replyClock,
  serviceClock,
  stopClocks,
} from '../../../shared/features/cases/clocks.ts';
import type { RectificationItem } from '../../../shared/features/cases/carrying-out.ts';
import type { Decision } from '../../../shared/features/cases/decision.ts';
import type { decideInput, DecisionDraft } from '../../../shared/features/cases/inputs.ts';
import { tallyText } from '../../../shared/features/cases/meeting.ts';
import { payBlanks } from '../../../shared/features/cases/pay.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { demandLawful, findingsOf, type LawFinding, type LawOverride } from '../../../shared/law/findings.ts';
import { decisionChecks } from '../../../shared/law/rules/decision.ts';
import { isMeeting } from '../../../shared/law/vocabulary.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { calendarOf } from '../calendar/index.ts';
import { readSchool } from '../organisation/index.ts';
import { peekNumber } from '../papers/index.ts';
import { stampOf } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeCase, requireCaseFor } from './change.ts';
import {
  chosenItems,
  decidedMeasure,
  decisionItem,
  meetingOf,
  membersOf,
  passedItems,
  quorumText,
  type ChosenItem,
} from './decision-items.ts';
import { demandOrderly } from './decide-order.ts';
import { decisionPapersOf, paperGroups, paperNumberOf, paperSeries } from './decision-papers.ts';
import { payTermsOf } from './pay-terms.ts';
import { personRef } from './people.ts';
import { precedentsOf } from './precedents.ts';
import { citationOf, decisionProposal } from './proposal.ts';
import { annulSanctions, insertSanctions } from './sanctions.ts';
import { executionTasks } from './tasks.ts';

const lawOf = (
  reader: Reader,
  record: CaseRecord,
  draft: DecisionDraft,
  items: readonly ChosenItem[],
): LawFinding[] =>
  findingsOf(readLawPack(reader), decisionChecks, decisionProposal(reader, record, draft, items));

/** What the law pack says of a decision while it is being typed, how the votes came out, what is blank. Changes nothing. */
export const checkDecision = (
  { id, decision }: { id: string; decision: DecisionDraft },
  context: CallContext,
): DecisionCheck => {
  const { store } = context;
  const record = requireCaseFor(context, id);
  const items = chosenItems(store, record, decision);
  const passed = passedItems(items);
  const collective = isMeeting(decision.body);
  return {
    findings: items.length > 0 ? lawOf(store, record, decision, items) : [],
    nextNumbers: paperGroups(passed.map((item) => ({ ...item, measure: decidedMeasure(item.measure) }))).map(
      ({ numberSuffix }) => peekNumber(store, paperSeries(store, numberSuffix, decision.decidedOn)),
    ),
    missing: [
      ...(decision.items.length === 0 || items.length < decision.items.length ? ['措施'] : []),
      ...items.flatMap(({ at, content }) =>
        content.kind === 'pay' ? payBlanks(decision.items[at]?.pay ?? null) : [],
      ),
      ...(decision.grounds.length > 0 ? [] : ['依据']),
      ...(decision.reason === '' ? ['认定与处理理由'] : []),
      ...(decision.requirements.some(({ text }) => text === '') ? ['整改要求'] : []),
    ],
    tallies: items.flatMap(({ tally }) =>
      tally === null ? [] : [{ passed: tally.passed, text: tallyText(tally) }],
    ),
    quorum: collective ? quorumText(membersOf(store, decision)) : '',
    proposal: passed.some(({ proposal }) => proposal),
    precedents: precedentsOf(store, record),
  };
};

/** Only the ordinary route leads to the authority. @throws AppError `illegal-step` with the way that is open. */
const demandOrdinary = (tx: Tx, { route }: CaseRecord, passed: readonly ChosenItem[]): void => {
  const beyond = passed.find(({ proposal }) => proposal);
  if (!beyond || route === 'ordinary') return;
  throw new AppError(
    'illegal-step',
    `“${beyond.content.name}”由${readSchool(tx).authority}决定，学校不能自行作出。${
      route === 'pupil' ? '确有必要的，请移送有关机关办理。' : '请先改为一般程序，立案调查以后报送处分建议。'
    }`,
  );
};

/** Warnings that were gone past with a reason, as they read on that day. */
const keptOverrides = (
  findings: readonly LawFinding[],
  overrides: readonly LawOverride[],
): Decision['overrides'] =>
  findings.flatMap(({ ruleId, level, message, article }) => {
    const override = overrides.find((each) => each.ruleId === ruleId);
    return level === 'warn' && override ? [{ ruleId, message, article, reason: override.reason }] : [];
  });

const rectificationItems = (tx: Tx, newId: () => string, draft: DecisionDraft): RectificationItem[] =>
  draft.requirements.map(({ text, dueOn, responsibleId, checkerId }, at) => {
    if (dueOn === null || responsibleId === null || checkerId === null)
      throw invalidField(`decision.requirements.${String(at)}`, '请写明期限、责任人和复查人。');
    return {
      id: newId(),
      text,
      dueOn,
      responsible: personRef(tx, responsibleId),
      checker: personRef(tx, checkerId),
      reports: [],
      checks: [],
    };
  });

const summaryOf = (record: CaseRecord, items: readonly ChosenItem[]): string =>
  items
    .map(
      ({ personId, content }) =>
        `${record.subjects.find((subject) => subject.personId === personId)?.name ?? ''}${content.name}`,
    )
    .join('、');

/** The clocks that a decision stops and starts. */
const clocksOf = (
  tx: Tx,
  { newId, today }: Pick<CallContext, 'newId' | 'today'>,
  record: CaseRecord,
  draft: DecisionDraft,
  rectification: readonly RectificationItem[],
  { toAuthority, hasPapers }: { toAuthority: boolean; hasPapers: boolean },
): CaseRecord['clocks'] => {
  const calendar = calendarOf(tx);
  const kept = stopClocks(
    record.clocks,
    today,
    ({ kind }) => kind === 'handling' || kind === 'statement' || (kind === 'investigation' && !toAuthority),
  );
  if (toAuthority) return [...kept, { id: newId(), ...replyClock(calendar, draft.decidedOn) }];
  return [
    ...kept,
    ...(hasPapers ? [{ id: newId(), ...serviceClock(calendar, draft.decidedOn) }] : []),
    ...rectification.map((item) => ({
      id: newId(),
      ...rectificationClock(draft.decidedOn, item.dueOn, item.id),
    })),
  ];
};

/**
 * Decides: the case, what it does to each person and the numbers of its papers, all at once or not at all. Where a meeting
 * decides, the decision is what passed its votes. What is beyond the school's power becomes a proposal to the authority
 * and does nothing to anybody before the authority has decided.
 *
 * @throws AppError `unlawful` with the article that stands in the way, `invalid` for days out of order, `illegal-step`
 * without a quorum or where nothing passed.
 */
export const decide = (
  { decision: draft, overrides, ...target }: z.output<typeof decideInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'decide', target, (record, tx) => {
    const { newId, today } = context;
    const chosen = chosenItems(tx, record, draft);
    demandOrderly(record, draft, chosen, today);
    const findings = lawOf(tx, record, draft, chosen);
    demandLawful(findings, overrides);
    const meeting = meetingOf(tx, draft, chosen, newId);
    const passed = passedItems(chosen);
    if (passed.length === 0) throw new AppError('illegal-step', '没有一项处理意见获得通过，不能作出决定。');
    const toAuthority = passed.some(({ proposal }) => proposal);
    demandOrdinary(tx, record, passed);
    const decision: Decision = {
      items: passed.map((item) => decisionItem(item, payTermsOf(tx, draft, item), newId)),
      grounds: draft.grounds.map((ground) => citationOf(tx, ground)),
      body: draft.body,
      decider: draft.deciderId === null ? null : personRef(tx, draft.deciderId),
      meeting,
      decidedOn: draft.decidedOn,
      reason: draft.reason,
      addressee: draft.addressee,
      overrides: keptOverrides(findings, overrides),
      decided: stampOf(tx),
    };
    const rectification = toAuthority ? [] : rectificationItems(tx, newId, draft);
    const school = readSchool(tx);
    const papers = decisionPapersOf(tx, newId, record, decision);
    // A case decided anew: what the former decision did gives way to this one.
    annulSanctions(tx, record.id, '本事项另作决定');
    if (!toAuthority)
      insertSanctions(tx, newId, record, decision, {
        decidedBy: school.name,
        decidedOn: draft.decidedOn,
        paperNumberOf: paperNumberOf(papers),
      });
    const carrying = toAuthority ? { tasks: [], clocks: [] } : executionTasks(newId, record, decision);
    const numbers = papers.flatMap(({ number }) => number ?? []).join('、');
    const done = toAuthority ? '拟报请' : '决定';
    return {
      record: {
        ...record,
        decision,
        rectification,
        tasks: carrying.tasks,
        papers: [...record.papers, ...papers],
        submission: toAuthority
          ? {
              kind: 'proposal',
              organ: draft.organ === '' ? school.authority : draft.organ,
              sentOn: draft.decidedOn,
              reason: draft.reason.slice(0, 1000),
              sent: stampOf(tx),
              reply: null,
            }
          : record.submission,
        clocks: [
          ...clocksOf(tx, context, record, draft, rectification, {
            toAuthority,
            hasPapers: papers.length > 0,
          }),
          ...carrying.clocks,
        ],
      },
      note: `${formatDay(draft.decidedOn)}${done}${summaryOf(record, passed)}${numbers === '' ? '' : `，文号 ${numbers}`}`,
    };
  });

/** @throws AppError `illegal-step` while nothing is decided. */
export const requireDecision = (record: CaseRecord): Decision => {
  if (!record.decision) throw new AppError('illegal-step', '作出决定后才有文书可看。');
  return record.decision;
};
