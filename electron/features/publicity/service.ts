import type { z } from 'zod';
import type { PublicityView } from '../../../shared/features/publicity/channels.ts';
import type {
  addProofInput,
  answerObjectionInput,
  createPublicityInput,
  editPublicityInput,
  finishInput,
  publicityDraftInput,
  recordObjectionInput,
  showPublicityInput,
  takeDownInput,
} from '../../../shared/features/publicity/inputs.ts';
import type { Publicity, PublicityContent } from '../../../shared/features/publicity/schema.ts';
import { missingToFinish } from '../../../shared/features/publicity/workflow.ts';
import { formatDay, yearOf } from '../../../shared/kernel/dates.ts';
import type { FileRef, Target } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { demandLawful } from '../../../shared/law/findings.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { PlainForm } from '../../documents/word/model.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import { bytesOf, DOCX } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { allocateNumber, voidNumber } from '../papers/index.ts';
import { changePublicity, demandOpen, requirePublicity, stampOf } from './change.ts';
import { publicityCollection } from './collections.ts';
import { lawOf } from './law.ts';
import { noticePaper, resultPaper } from './papers.ts';
import { publicityView } from './views.ts';

type Draft = z.output<typeof publicityDraftInput>;

/** The lines with an id each, in the order given. */
export const contentOf = (draft: Draft, newId: () => string): PublicityContent => ({
  ...draft,
  items: draft.items.map((item) => ({ ...item, id: item.id === '' ? newId() : item.id })),
});

/** Drafts a publicity and gives it its number. */
export const createPublicity = async (
  { content }: z.output<typeof createPublicityInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, actor, channel, newId, today } = context;
  const created = await store.transact({ actor, act: channel }, (tx) => {
    const id = newId();
    const number = allocateNumber(
      tx,
      newId,
      { kind: 'publicity', prefix: '公示', year: yearOf(today) },
      { title: content.title, caseId: id },
    );
    return tx.insert(publicityCollection, {
      id,
      number: number.number,
      numberId: number.id,
      state: 'draft',
      content: contentOf(content, newId),
      createdBy: tx.actor,
      createdOn: today,
      run: null,
      overrides: [],
      objections: [],
      takedown: null,
      result: null,
      proofs: [],
      papers: { notice: null, result: null },
      history: [{ made: stampOf(tx), what: '草拟公示', note: number.number }],
    });
  });
  return publicityView(created, context);
};

export const editPublicity = (
  { content, ...target }: z.output<typeof editPublicityInput>,
  context: CallContext,
): Promise<PublicityView> =>
  changePublicity(context, 'edit', target, (record) => ({
    record: { ...record, content: contentOf(content, context.newId) },
    note: content.title,
  }));

/** Freezes a paper: its bytes under their hash, with a name that names nobody. */
const freeze = async (
  { store }: Pick<CallContext, 'store'>,
  record: Publicity,
  kind: string,
  model: PlainForm,
): Promise<FileRef> => {
  const bytes = await renderWord(model);
  return {
    hash: await store.putFile(bytes),
    name: `${record.number} ${kind}.docx`,
    mime: DOCX,
    size: bytes.byteLength,
  };
};

/**
 * Puts a publicity up: from its first day its term of working days runs, and its paper is frozen as it hangs.
 *
 * @throws AppError `unlawful` where the law does not let it be shown so.
 */
export const showPublicity = async (
  input: z.output<typeof showPublicityInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, today } = context;
  const seen = requirePublicity(store, input.id);
  demandOpen(seen, 'show', input.rev);
  if (input.startsOn > today) throw invalidField('startsOn', '请在张贴当天登记，开始日期不能晚于今天。');
  if (input.startsOn < seen.createdOn)
    throw invalidField('startsOn', `开始日期不能早于草拟日期${formatDay(seen.createdOn)}。`);
  const findings = lawOf(store, seen.content);
  demandLawful(findings, input.overrides);
  const due = calendarOf(store).afterWorkdays(input.startsOn, seen.content.workdays);
  const run: Publicity['run'] = {
    startsOn: input.startsOn,
    endsOn: due.day,
    estimated: due.estimated,
    place: input.place,
  };
  const paper = await freeze(context, seen, '公示', noticePaper(readSchool(store), { ...seen, run }, false));
  return changePublicity(context, 'show', input, (record) => ({
    record: {
      ...record,
      state: 'shown',
      run,
      papers: { ...record.papers, notice: paper },
      overrides: findings.flatMap(({ ruleId, level, message, article }) => {
        const override = input.overrides.find((each) => each.ruleId === ruleId);
        return level === 'warn' && override ? [{ ruleId, message, article, reason: override.reason }] : [];
      }),
    },
    note: `${formatDay(run.startsOn)}至${formatDay(run.endsOn)}，${input.place}`,
  }));
};

/** Larger pictures belong on a disk of their own. */
const LARGEST = 20 * 1024 * 1024;

export const addProof = async (
  input: z.output<typeof addProofInput>,
  context: CallContext,
): Promise<PublicityView> => {
  demandOpen(requirePublicity(context.store, input.id), 'addProof', input.rev);
  const bytes = bytesOf(input.file);
  if (bytes.byteLength === 0) throw invalidField('file', `“${input.file.name}”是空文件，请重新选择。`);
  if (bytes.byteLength > LARGEST)
    throw invalidField('file', `“${input.file.name}”超过 20 MB，请压缩后再添加。`);
  const { name, mime } = input.file;
  const ref = { hash: await context.store.putFile(bytes), name, mime, size: bytes.byteLength };
  return changePublicity(context, 'addProof', input, (record) => ({
    record: { ...record, proofs: [...record.proofs, ref] },
    note: '',
  }));
};

export const recordObjection = (
  input: z.output<typeof recordObjectionInput>,
  context: CallContext,
): Promise<PublicityView> => {
  if (input.receivedOn > context.today) throw invalidField('receivedOn', '收到日期不能晚于今天。');
  return changePublicity(context, 'recordObjection', input, (record, tx) => {
    if (record.run && input.receivedOn < record.run.startsOn)
      throw invalidField('receivedOn', '收到日期不能早于公示开始日期。');
    const { receivedOn, way, by, text } = input;
    return {
      record: {
        ...record,
        objections: [
          ...record.objections,
          { id: context.newId(), receivedOn, way, by, text, recorded: stampOf(tx), answer: null },
        ],
      },
      note: formatDay(receivedOn),
    };
  });
};

export const answerObjection = (
  input: z.output<typeof answerObjectionInput>,
  context: CallContext,
): Promise<PublicityView> => {
  if (input.answeredOn > context.today) throw invalidField('answeredOn', '答复日期不能晚于今天。');
  return changePublicity(context, 'answerObjection', input, (record, tx) => {
    const objection = record.objections.find(({ id }) => id === input.objectionId);
    if (!objection) throw new AppError('not-found', '找不到这条异议。');
    if (objection.answer) throw new AppError('illegal-step', '这条异议已经答复。');
    if (input.answeredOn < objection.receivedOn)
      throw invalidField('answeredOn', '答复日期不能早于收到日期。');
    const { answeredOn, founded, text } = input;
    return {
      record: {
        ...record,
        objections: record.objections.map((each) =>
          each.id === objection.id
            ? { ...each, answer: { answeredOn, founded, text, answered: stampOf(tx) } }
            : each,
        ),
      },
      note: founded ? '异议属实' : '异议不属实',
    };
  });
};

/** Takes a publicity down before its time; it stays on record with the reason. */
export const takeDown = (
  input: z.output<typeof takeDownInput>,
  context: CallContext,
): Promise<PublicityView> => {
  if (input.on > context.today) throw invalidField('on', '撤下日期不能晚于今天。');
  return changePublicity(context, 'takeDown', input, (record, tx) => {
    if (record.run && input.on < record.run.startsOn)
      throw invalidField('on', '撤下日期不能早于公示开始日期。');
    return {
      record: {
        ...record,
        state: 'takenDown',
        takedown: { ...stampOf(tx), on: input.on, reason: input.reason },
      },
      note: input.reason,
    };
  });
};

/** Ends a publicity whose term is over and whose objections are all answered, with the report of its result. */
export const finish = async (
  input: z.output<typeof finishInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, today } = context;
  const seen = requirePublicity(store, input.id);
  demandOpen(seen, 'finish', input.rev);
  const missing = missingToFinish(seen, today);
  if (missing.length > 0)
    throw new AppError('illegal-step', `还不能结束公示，还需要：${missing.join('、')}。`);
  const pending = {
    ...seen,
    result: { at: '', by: context.actor, on: today, text: input.text },
  };
  const paper = await freeze(context, seen, '公示结果报告', resultPaper(readSchool(store), pending, false));
  return changePublicity(context, 'finish', input, (record, tx) => ({
    record: {
      ...record,
      state: 'finished',
      result: { ...stampOf(tx), on: today, text: input.text },
      papers: { ...record.papers, result: paper },
    },
    note: input.text,
  }));
};

/** Removes a draft that nobody has seen; its number stays in the register as void. */
export const discard = async (target: Target, context: CallContext): Promise<{ number: string }> => {
  const { store, actor, channel } = context;
  return store.transact({ actor, act: channel }, (tx) => {
    const record = requirePublicity(tx, target.id);
    demandOpen(record, 'discard', target.rev);
    voidNumber(tx, record.numberId, '草稿删除，未公示');
    tx.remove(publicityCollection, record.id, record.rev);
    return { number: record.number };
  });
};
