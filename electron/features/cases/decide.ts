import type { MeasureContent } from '../../../shared/features/standards/measure.ts';
import type { z } from 'zod';
import { addDays, addMonths, formatDay, yearOf } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { standardCalendar } from '../../../shared/kernel/workdays.ts';
import type { CaseView, DecisionCheck } from '../../../shared/features/cases/channels.ts';
import { rectificationClock, serviceClock, stopClocks } from '../../../shared/features/cases/clocks.ts';
import type { decideInput, DecisionDraft } from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord, Decision, RectificationItem } from '../../../shared/features/cases/schema.ts';
import type { NumberSeries } from '../../../shared/features/papers/numbers.ts';
import { inForce, type Measure } from '../../../shared/features/standards/schema.ts';
import { demandLawful, findingsOf, type LawFinding, type LawOverride } from '../../../shared/law/findings.ts';
import { decisionChecks } from '../../../shared/law/rules/decision.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { allocateNumber, peekNumber } from '../papers/index.ts';
import { readLawPack, requireMeasure } from '../standards/index.ts';
import { changeCase, requireCase, stampOf } from './change.ts';
import { sanctionCollection } from './collections.ts';
import { demandNotBefore, demandPast } from './days.ts';
import { noticeTitle } from './notice-words.ts';
import { citationOf, decisionProposal } from './proposal.ts';
import { personRef, personRefs } from './register.ts';

/** The series that the paper of a measure is numbered in: the school's 代字, what stands for the kind, the year. */
export const paperSeries = (reader: Reader, numberSuffix: string, decidedOn: string): NumberSeries => ({
  kind: 'document',
  prefix: `${readSchool(reader).documentCode}${numberSuffix}`,
  year: yearOf(decidedOn),
});

const lawOf = (
  reader: Reader,
  record: CaseRecord,
  draft: DecisionDraft,
  measure: MeasureContent,
): LawFinding[] =>
  findingsOf(readLawPack(reader), decisionChecks, decisionProposal(reader, record, draft, measure));

/** What the law pack says of a decision while it is being typed, and what is still blank. Changes nothing. */
export const checkDecision = (
  { id, decision }: { id: string; decision: DecisionDraft },
  { store }: CallContext,
): DecisionCheck => {
  const record = requireCase(store, id);
  const measure =
    decision.measureCode === '' ? undefined : inForce(requireMeasure(store, decision.measureCode)).content;
  return {
    findings: measure ? lawOf(store, record, decision, measure) : [],
    nextNumber: measure?.paper
      ? peekNumber(store, paperSeries(store, measure.numberSuffix, decision.decidedOn))
      : null,
    missing: [
      ...(measure ? [] : ['措施']),
      ...(decision.grounds.length > 0 ? [] : ['依据']),
      ...(decision.reason === '' ? ['认定与处理理由'] : []),
      ...(decision.requirements.some(({ text }) => text === '') ? ['整改要求'] : []),
    ],
  };
};

/** Plain rules that need no law: days in order, and nothing that nobody could carry out. */
const demandOrderly = (record: CaseRecord, draft: DecisionDraft, measure: Measure, today: string): void => {
  const { content } = inForce(measure);
  if (!measure.enabled) throw invalidField('decision.measureCode', `“${content.name}”已停用，请另选措施。`);
  demandPast('decision.decidedOn', '决定日期', draft.decidedOn, today);
  const { establishedOn } = record;
  if (establishedOn !== null)
    demandNotBefore('decision.decidedOn', '决定日期', draft.decidedOn, establishedOn, '核实日期');
  demandNotBefore('decision.effectiveOn', '生效日期', draft.effectiveOn, draft.decidedOn, '决定日期');
  if (content.paper === null && draft.requirements.length > 0)
    throw invalidField(
      'decision.requirements',
      `“${content.name}”不出具文书，不能附整改事项；需要整改的，请改用责令整改。`,
    );
  for (const [at, { dueOn }] of draft.requirements.entries())
    if (dueOn !== null)
      demandNotBefore(
        `decision.requirements.${String(at)}.dueOn`,
        '整改期限',
        dueOn,
        draft.decidedOn,
        '决定日期',
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

const decisionOf = (
  tx: Tx,
  draft: DecisionDraft,
  measure: Measure,
  overrides: Decision['overrides'],
): Decision => {
  const { version, content } = inForce(measure);
  const { periodMonths } = content;
  return {
    measure: {
      code: measure.id,
      version,
      name: content.name,
      kind: content.kind,
      targets: [...content.targets],
      paper: content.paper,
      numberSuffix: content.numberSuffix,
      effects: content.effects,
      periodMonths,
    },
    grounds: draft.grounds.map((chosen) => citationOf(tx, chosen)),
    body: draft.body,
    decidedOn: draft.decidedOn,
    place: draft.place,
    attendees: personRefs(tx, draft.attendeeIds),
    reason: draft.reason,
    effectiveOn: draft.effectiveOn,
    endsOn: periodMonths === null ? null : addDays(addMonths(draft.effectiveOn, periodMonths), -1),
    addressee: draft.addressee,
    overrides,
    decided: stampOf(tx),
  };
};

/** Writes what the decision does to each person. */
const insertSanctions = (
  tx: Tx,
  newId: () => string,
  record: CaseRecord,
  decision: Decision,
  paperNumber: string | null,
): void => {
  for (const { staffId } of record.subjects)
    tx.insert(sanctionCollection, {
      id: newId(),
      caseId: record.id,
      caseNumber: record.number,
      staffId,
      matterCode: record.matter.code,
      matterName: record.matter.name,
      occurredOn: record.occurredOn,
      measureCode: decision.measure.code,
      measureVersion: decision.measure.version,
      measureName: decision.measure.name,
      decidedOn: decision.decidedOn,
      effectiveOn: decision.effectiveOn,
      endsOn: decision.endsOn,
      paperNumber,
      summary: record.summary,
      annulled: null,
    });
};

/**
 * Decides: the case, what it does to each person and the number of its paper, all at once or not at all.
 *
 * @throws AppError `unlawful` with the article that stands in the way, `invalid` for days out of order.
 */
export const decide = (
  { decision: draft, overrides, ...target }: z.output<typeof decideInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'decide', target, (record, tx) => {
    const { newId, today } = context;
    const measure = requireMeasure(tx, draft.measureCode);
    const { content } = inForce(measure);
    demandOrderly(record, draft, measure, today);
    const findings = lawOf(tx, record, draft, content);
    demandLawful(findings, overrides);
    const decision = decisionOf(tx, draft, measure, keptOverrides(findings, overrides));
    const rectification = rectificationItems(tx, newId, draft);
    const number =
      content.paper === null
        ? null
        : allocateNumber(tx, newId, paperSeries(tx, content.numberSuffix, draft.decidedOn), {
            title: noticeTitle(readSchool(tx).name, record, decision),
            caseId: record.id,
          });
    insertSanctions(tx, newId, record, decision, number?.number ?? null);
    return {
      record: {
        ...record,
        decision,
        rectification,
        paper: number && { numberId: number.id, number: number.number, issuedPaperId: null },
        clocks: [
          ...stopClocks(record.clocks, today, ({ kind }) => kind === 'handling' || kind === 'statement'),
          ...(number ? [{ id: newId(), ...serviceClock(standardCalendar, draft.decidedOn) }] : []),
          ...rectification.map((item) => ({
            id: newId(),
            ...rectificationClock(draft.decidedOn, item.dueOn, item.id),
          })),
        ],
      },
      note: `${formatDay(draft.decidedOn)}决定${content.name}${number ? `，文号 ${number.number}` : ''}`,
    };
  });

/** @throws AppError `illegal-step` while nothing is decided. */
export const requireDecision = (record: CaseRecord): Decision => {
  if (!record.decision) throw new AppError('illegal-step', '作出决定后才有文书可看。');
  return record.decision;
};
