import type { z } from 'zod';
import type { Stamp } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { actLabels } from '../../../shared/features/cases/acts.ts';
import { isPaperOut, type CasePaper } from '../../../shared/features/cases/carrying-out.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { isOthersTerm, stopClocks } from '../../../shared/features/cases/clocks.ts';
import type {
  closeInput,
  mergeInput,
  reopenInput,
  splitInput,
  withdrawInput,
} from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { entryOf } from '../../../shared/features/cases/workflow.ts';
import type { Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { supersedePaper, voidNumber } from '../papers/index.ts';
import { stampOf } from '../record-acts.ts';
import { changeCase, changeCaseIn, demandOpenTo, demandSeenCase, requireCase } from './change.ts';
import { caseCollection } from './collections.ts';
import { peopleInTitle } from './notice-words.ts';
import { caseNumber } from './register.ts';
import { annulSanctions } from './sanctions.ts';
import { caseView } from './views.ts';

export const closeCase = (input: z.output<typeof closeInput>, context: CallContext): Promise<CaseView> =>
  changeCase(context, 'close', input, (record, tx) => ({
    // A term to object goes on after the file is closed.
    record: {
      ...record,
      closing: { ...stampOf(tx), note: input.note },
      clocks: stopClocks(record.clocks, context.today, ({ kind }) => !isOthersTerm(kind)),
    },
    note: input.note,
  }));

/** Papers of a decision that counts no more: their numbers are void, issued ones stay in the register as superseded. */
export const voidPapers = (tx: Tx, papers: readonly CasePaper[], reason: string): CasePaper[] =>
  papers.map((paper) => {
    if (paper.void || paper.itemIds.length === 0) return paper;
    if (paper.issuedPaperId !== null) supersedePaper(tx, paper.issuedPaperId, reason);
    // What was served stays what it was; a number that nobody has seen is made void.
    if (paper.numberId !== null && !isPaperOut(paper)) voidNumber(tx, paper.numberId, reason);
    return { ...paper, void: true };
  });

/** The record with its decision set aside, kept with those that went before. */
export const withoutDecision = (record: CaseRecord): CaseRecord => ({
  ...record,
  decision: null,
  formerDecisions: record.decision ? [...record.formerDecisions, record.decision] : record.formerDecisions,
});

/** Takes a matter back. A decision already made counts nowhere from then on, and its numbers are void. */
export const withdrawCase = (
  input: z.output<typeof withdrawInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'withdraw', input, (record, tx) => {
    const reason = `事项撤销：${input.reason}`;
    annulSanctions(tx, record.id, input.reason);
    for (const paper of record.papers)
      if (!paper.void && paper.itemIds.length > 0 && paper.numberId !== null && isPaperOut(paper))
        voidNumber(tx, paper.numberId, reason);
    return {
      record: {
        ...withoutDecision(record),
        papers: voidPapers(tx, record.papers, reason),
        withdrawal: { ...stampOf(tx), reason: input.reason },
        clocks: stopClocks(record.clocks, context.today, () => true),
      },
      note: input.reason,
    };
  });

/** The record with everything that followed from its decision set aside, ready to be gone through again. */
export const takenUpAgain = (record: CaseRecord, made: Stamp, reason: string): CaseRecord => {
  const { report } = record.investigation;
  return {
    ...withoutDecision(record),
    papers: record.papers.map((paper) => (paper.itemIds.length > 0 ? { ...paper, void: true } : paper)),
    rectification: [],
    tasks: [],
    submission: null,
    closing: null,
    withdrawal: null,
    round: record.round + 1,
    investigation: { ...record.investigation, report: report && { ...report, adoption: null } },
    reopenings: [...record.reopenings, { ...made, reason }],
  };
};

/**
 * Takes a case up again. Its former decision stays in force for the people until the new one replaces it, and all its
 * papers are kept.
 */
export const reopenCase = (input: z.output<typeof reopenInput>, context: CallContext): Promise<CaseView> =>
  changeCase(context, 'reopen', input, (record, tx) => ({
    record: takenUpAgain(record, stampOf(tx), input.reason),
    note: input.reason,
  }));

const link = ({ id, number }: CaseRecord): { caseId: string; number: string } => ({ caseId: id, number });

/** Two cases become one: people, evidence and records of the first go into the second, which goes on from its facts. */
export const mergeCases = async (
  input: z.output<typeof mergeInput>,
  context: CallContext,
): Promise<CaseView> => {
  if (input.into.id === input.id) throw invalidField('into', '不能并入事项自身。');
  const merged = await context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const absorbed = requireCase(tx, input.id);
    const into = requireCase(tx, input.into.id);
    if (absorbed.route !== into.route)
      throw new AppError('invalid', '办理方式不同的事项不能并案，请先改变其中一件的办理方式。');
    changeCaseIn(tx, 'merge', input, (record) => ({
      record: {
        ...record,
        links: { ...record.links, mergedInto: link(into) },
        clocks: stopClocks(record.clocks, context.today, () => true),
      },
      note: `并入 ${into.number}：${input.reason}`,
    }));
    return changeCaseIn(tx, 'absorb', input.into, (record) => ({
      record: {
        ...record,
        subjects: [
          ...record.subjects,
          ...absorbed.subjects.filter(
            ({ personId }) => !record.subjects.some((subject) => subject.personId === personId),
          ),
        ],
        evidence: [...record.evidence, ...absorbed.evidence],
        conflicts: [...record.conflicts, ...absorbed.conflicts],
        caps: [...record.caps, ...absorbed.caps],
        investigation: {
          ...record.investigation,
          interviews: [...record.investigation.interviews, ...absorbed.investigation.interviews],
          report: record.investigation.report && { ...record.investigation.report, adoption: null },
        },
        facts: [record.facts, absorbed.facts]
          .filter((text) => text !== '')
          .join('\n')
          .slice(0, 5000),
        links: {
          ...record.links,
          leadIds: [...new Set([...record.links.leadIds, ...absorbed.links.leadIds])],
          mergedFrom: [...record.links.mergedFrom, link(absorbed)],
        },
      },
      note: `并入 ${absorbed.number}：${input.reason}`,
    }));
  });
  return caseView(merged, context);
};

/** Some people of a case get one of their own, with everything known so far. */
export const splitCase = async (
  input: z.output<typeof splitInput>,
  context: CallContext,
): Promise<CaseView> => {
  const { store, newId, today } = context;
  const leaving = new Set(input.personIds);
  const fresh = await store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireCase(tx, input.id);
    demandSeenCase(before, input.rev);
    demandOpenTo(before, 'split');
    const goes = before.subjects.filter(({ personId }) => leaving.has(personId));
    const stays = before.subjects.filter(({ personId }) => !leaving.has(personId));
    if (goes.length < leaving.size) throw invalidField('personIds', '只能分出本事项的当事人。');
    if (stays.length === 0) throw invalidField('personIds', '原事项至少要留一名当事人。');
    const id = newId();
    const title = `${peopleInTitle({ subjects: goes })}：${before.matter.name}`;
    const numbered = caseNumber(tx, newId, id, today, title);
    const draft: CaseRecord = {
      ...before,
      id,
      ...numbered,
      subjects: goes,
      registeredOn: today,
      registeredBy: tx.actor,
      investigation: {
        ...before.investigation,
        findings: before.investigation.findings.filter(({ personId }) => leaving.has(personId)),
        report: null,
      },
      notifications: [],
      statements: [],
      hearings: [],
      papers: [],
      services: [],
      clocks: before.clocks
        .filter(({ kind, endedOn }) => endedOn === null && (kind === 'handling' || kind === 'investigation'))
        .map((clock) => ({ ...clock, id: newId() })),
      links: { ...before.links, mergedFrom: [], splitFrom: link(before), splitInto: [] },
      history: [],
    };
    const entry = entryOf('split', draft);
    if (!entry.ok) throw new AppError('illegal-step', `${before.number}目前不能${actLabels.split}。`);
    const { rev, ...unsaved } = draft;
    const split = tx.insert(caseCollection, {
      ...unsaved,
      state: entry.to,
      history: [
        {
          made: stampOf(tx),
          act: actLabels.split,
          state: entry.to,
          note: `由 ${before.number} 分出：${input.reason}`,
        },
      ],
    });
    changeCaseIn(tx, 'split', input, (record) => ({
      record: {
        ...record,
        subjects: stays,
        notifications: record.notifications.filter(({ personId }) => !leaving.has(personId)),
        statements: record.statements.filter(({ personId }) => !leaving.has(personId)),
        hearings: record.hearings.filter(({ personId }) => !leaving.has(personId)),
        investigation: {
          ...record.investigation,
          findings: record.investigation.findings.filter(({ personId }) => !leaving.has(personId)),
        },
        clocks: stopClocks(
          record.clocks,
          today,
          ({ personId }) => personId !== null && leaving.has(personId),
        ),
        links: { ...record.links, splitInto: [...record.links.splitInto, link(split)] },
      },
      note: `分出 ${split.number}（${goes.map(({ name }) => name).join('、')}）：${input.reason}`,
    }));
    return split;
  });
  return caseView(fresh, context);
};
