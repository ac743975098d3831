import type { z } from 'zod';
import { formatDay, yearOf } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CasePaper } from '../../../shared/features/cases/carrying-out.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { replyClock, serviceClock, stopClocks } from '../../../shared/features/cases/clocks.ts';
import {
  replyOutcomeLabels,
  type Decision,
  type DecisionItem,
  type Submission,
} from '../../../shared/features/cases/decision.ts';
import type { recordReplyInput, referInput } from '../../../shared/features/cases/investigation-inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { mergedEnd, periodEnd } from '../../../shared/law/periods.ts';
import type { FileRef } from '../../../shared/kernel/entity.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { keepFile } from '../file-content.ts';
import { calendarOf } from '../calendar/index.ts';
import { readSchool } from '../organisation/index.ts';
import { allocateNumber } from '../papers/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { requireMeasure } from '../standards/index.ts';
import { changeCase, demandOpenTo, demandSeenCase, requireCaseFor } from './change.ts';
import { decidedMeasure } from './decision-items.ts';
import { paperSeries } from './decision-papers.ts';
import { voidPapers, withoutDecision } from './end.ts';
import { insertSanctions, runningSanctions } from './sanctions.ts';
import { executionTasks } from './tasks.ts';

/** Hands a matter to the organ that has to deal with it, with a numbered 移送函. */
export const refer = (input: z.output<typeof referInput>, context: CallContext): Promise<CaseView> => {
  demandPast('sentOn', '移送日期', input.sentOn, context.today);
  return changeCase(context, 'refer', input, (record, tx) => {
    demandNotBefore('sentOn', '移送日期', input.sentOn, record.establishedOn ?? '', '核实日期');
    const title = `${readSchool(tx).name}关于移送${record.matter.name}线索的函`;
    const number = allocateNumber(tx, context.newId, paperSeries(tx, '移', input.sentOn), {
      title,
      caseId: record.id,
    });
    const paper: CasePaper = {
      id: context.newId(),
      form: 'referral',
      title,
      personIds: record.subjects.map(({ personId }) => personId),
      itemIds: [],
      aboutId: null,
      numberId: number.id,
      number: number.number,
      issuedPaperId: null,
      external: null,
      void: false,
    };
    const submission: Submission = {
      kind: 'referral',
      organ: input.organ,
      sentOn: input.sentOn,
      reason: input.reason,
      sent: stampOf(tx),
      reply: null,
    };
    return {
      record: {
        ...record,
        route: 'transferred',
        submission,
        papers: [...record.papers, paper],
        clocks: [
          ...stopClocks(record.clocks, context.today, () => true),
          { id: context.newId(), ...replyClock(calendarOf(tx), input.sentOn) },
        ],
      },
      note: `移送${input.organ}，文号 ${number.number}`,
    };
  });
};

type Reply = z.output<typeof recordReplyInput>;

/** The items as the authority decided them: as proposed, or those of its own choice. */
const decidedItems = (
  reader: Reader,
  record: CaseRecord,
  decision: Decision,
  input: Reply,
  newId: () => string,
): DecisionItem[] => {
  const effectiveOn = input.effectiveOn ?? input.repliedOn;
  const chosen =
    input.outcome === 'changed'
      ? input.changedItems.map(({ personId, measureCode, days }) => ({
          personId,
          measure: decidedMeasure(requireMeasure(reader, measureCode)),
          days,
          pay: null,
        }))
      : decision.items;
  return chosen.map(({ personId, measure, days, pay }, at) => {
    if (!record.subjects.some((subject) => subject.personId === personId))
      throw invalidField(`changedItems.${String(at)}.personId`, '只能是本事项的当事人。');
    const { periodMonths } = measure;
    const running = runningSanctions(reader, personId, effectiveOn, record.id).flatMap(
      ({ endsOn }) => endsOn ?? [],
    );
    return {
      id: newId(),
      personId,
      measure,
      days,
      effectiveOn,
      endsOn:
        periodMonths === null
          ? null
          : measure.kind === 'sanction'
            ? mergedEnd(effectiveOn, periodMonths, running)
            : periodEnd(effectiveOn, periodMonths),
      proposal: false,
      pay,
    };
  });
};

/** The authority's own decisions as papers of the case: one for each person, as they came. */
const externalPapers = (
  items: readonly DecisionItem[],
  record: CaseRecord,
  submission: Submission,
  input: Reply,
  file: FileRef,
  newId: () => string,
): CasePaper[] =>
  [...new Set(items.map(({ personId }) => personId))].map((personId) => ({
    id: newId(),
    form: 'decision',
    title: `${submission.organ}对${record.subjects.find((subject) => subject.personId === personId)?.name ?? ''}的处分决定`,
    personIds: [personId],
    itemIds: items.filter((item) => item.personId === personId).map(({ id }) => id),
    aboutId: null,
    numberId: null,
    number: input.number === '' ? null : input.number,
    issuedPaperId: null,
    external: file,
    void: false,
  }));

/** What the authority decided becomes the decision of the case, and only now does something to the people. */
const carryOut = (
  tx: Tx,
  context: CallContext,
  record: CaseRecord,
  submission: Submission,
  input: Reply,
  file: FileRef | null,
): CaseRecord => {
  const { newId, today } = context;
  const { decision } = record;
  if (!decision) throw new AppError('illegal-step', '没有报请的处分建议。');
  if (file === null) throw invalidField('file', '请添加主管部门决定的扫描件，送达时要用。');
  if (input.outcome === 'changed' && input.changedItems.length === 0)
    throw invalidField('changedItems', '请填写主管部门另作的决定。');
  const items = decidedItems(tx, record, decision, input, newId);
  const decided: Decision = { ...decision, items };
  insertSanctions(tx, newId, record, decided, {
    decidedBy: submission.organ,
    decidedOn: input.repliedOn,
    paperNumberOf: () => (input.number === '' ? null : input.number),
  });
  const { tasks, clocks } = executionTasks(newId, record, decided);
  return {
    ...record,
    decision: decided,
    formerDecisions: [...record.formerDecisions, decision],
    papers: [...record.papers, ...externalPapers(items, record, submission, input, file, newId)],
    tasks,
    clocks: [
      ...stopClocks(record.clocks, today, ({ kind }) => kind === 'reply' || kind === 'investigation'),
      ...clocks,
      { id: newId(), ...serviceClock(calendarOf(tx), input.repliedOn) },
    ],
  };
};

/**
 * Keeps what the authority or another organ answered. A decision of the authority takes effect with it; a proposal that was
 * given back is decided anew; the answer to a referral is kept with the case.
 */
export const recordReply = async (input: Reply, context: CallContext): Promise<CaseView> => {
  const { store, today } = context;
  const seen = requireCaseFor(context, input.id);
  demandSeenCase(seen, input.rev);
  demandOpenTo(seen, 'recordReply');
  demandPast('repliedOn', '批复（反馈）日期', input.repliedOn, today);
  const file = input.file === null ? null : await keepFile(store, input.file, 'file');
  return changeCase(context, 'recordReply', input, (record, tx) => {
    const { submission } = record;
    if (!submission) throw new AppError('illegal-step', '没有报请或移送的记录。');
    demandNotBefore('repliedOn', '批复（反馈）日期', input.repliedOn, submission.sentOn, '报送日期');
    const answered: CaseRecord = {
      ...record,
      submission: {
        ...submission,
        reply: {
          repliedOn: input.repliedOn,
          outcome: input.outcome,
          number: input.number,
          text: input.text,
          file,
          recorded: stampOf(tx),
        },
      },
    };
    const note = `${formatDay(input.repliedOn)}${submission.organ}：${replyOutcomeLabels[submission.kind][input.outcome]}`;
    if (submission.kind === 'referral')
      return {
        record: {
          ...answered,
          clocks: stopClocks(record.clocks, today, ({ kind }) => kind === 'reply'),
        },
        note,
      };
    if (input.outcome === 'returned')
      return {
        record: {
          ...withoutDecision(answered),
          papers: voidPapers(tx, record.papers, `${String(yearOf(input.repliedOn))}年建议未获采纳`),
          clocks: stopClocks(record.clocks, today, ({ kind }) => kind === 'reply'),
        },
        note,
      };
    return { record: carryOut(tx, context, answered, submission, input, file), note };
  });
};
