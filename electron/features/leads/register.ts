import type { z } from 'zod';
import { leadClocks } from '../../../shared/features/leads/deadlines.ts';
import type { amendLeadInput, registerLeadInput } from '../../../shared/features/leads/inputs.ts';
import { channelLabels, type Lead, type LeadPerson } from '../../../shared/features/leads/schema.ts';
import { actLabels } from '../../../shared/features/leads/acts.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import type { FileContent, FileRef } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { Draft, Reader, Tx } from '../../store/types.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import { pupilCollection, readSchool, requireStaff } from '../organisation/index.ts';
import { allocateNumber } from '../papers/index.ts';
import { demandPast, stampOf } from '../record-acts.ts';
import { requireMatter } from '../standards/index.ts';
import { changeLead, conceal } from './change.ts';
import { leadCollection, leadSourceCollection } from './collections.ts';
import { DOCX, keepFile, fileOf } from '../file-content.ts';
import { receiptSlip } from './papers.ts';
import { giveReceipt } from './receipts.ts';

type RegisterInput = z.output<typeof registerLeadInput>;
type PeopleInput = Pick<RegisterInput, 'staffIds' | 'pupilIds' | 'others' | 'minors'>;

const once = (values: readonly string[]): string[] => [...new Set(values)];

/** Each person once, staff before pupils before the others. @throws AppError `not-found`. */
export const peopleOf = (reader: Reader, input: PeopleInput): LeadPerson[] => [
  ...once(input.staffIds).map((id) => ({ kind: 'staff' as const, id, name: requireStaff(reader, id).name })),
  ...once(input.pupilIds).map((id) => ({
    kind: 'pupil' as const,
    id,
    name: reader.require(pupilCollection, id, '学生').name,
  })),
  ...once(input.others).map((name) => ({ kind: 'other' as const, name, minor: false })),
  ...once(input.minors).map((name) => ({ kind: 'other' as const, name, minor: true })),
];

/** The matter as it stands now. @throws AppError `invalid` when it is no longer in use. */
const matterOf = (reader: Reader, code: string | null, before: Lead['matter']): Lead['matter'] => {
  if (code === null) return null;
  if (code === before?.code) return before;
  const matter = requireMatter(reader, code);
  if (!matter.enabled) throw invalidField('matterCode', '这一类事项已停用，请另选。');
  const { version, content } = inForce(matter);
  return { code, version, name: content.name };
};

const demandSound = (input: RegisterInput, today: string): void => {
  demandPast('receivedOn', '收到日期', input.receivedOn, today);
  demandPast('occurredOn', '事发日期', input.occurredOn, input.receivedOn);
  if (input.answerBy !== null && input.answerBy < input.receivedOn)
    throw invalidField('answerBy', '要求答复的日期不能早于收到日期。');
  const { name, contact } = input.source;
  const known = name !== '' || contact !== '';
  if (input.replyTo === 'source' && !known)
    throw invalidField('source.name', '要向来源本人答复的，请填写姓名或联系方式。');
  if (input.replyTo === 'code' && known)
    throw invalidField('source.name', '凭查询码答复的不登记来源。愿意留下姓名的，请改为“答复本人”。');
  if (input.channel === 'anonymous' && known)
    throw invalidField('source.name', '匿名线索不登记来源。愿意留下姓名的，请改选来源渠道。');
  const revealing = input.files.findIndex(({ reveals }) => reveals);
  if (revealing >= 0 && input.replyTo === 'code')
    throw invalidField(
      `files.${String(revealing)}`,
      '匿名线索没有来源可以存放这份材料，请先遮去能看出身份的部分。',
    );
};

export interface Registered {
  readonly lead: Lead;
  /** True when the source's name stood in a text and was taken out of it. */
  readonly concealed: boolean;
  /** The only place where the code ever is. */
  readonly receipt: { readonly code: string; readonly slip: FileContent } | null;
}

type KeptLeadFile = { readonly file: FileRef; readonly reveals: boolean };

/** What a transaction makes of a registration; `code`: where an answer is fetched by one. */
interface InsertedLead {
  readonly lead: Lead;
  readonly concealed: boolean;
  readonly code: string | null;
}

const insertLead = (
  tx: Tx,
  input: Omit<RegisterInput, 'files'>,
  kept: readonly KeptLeadFile[],
  { newId, today }: Pick<CallContext, 'newId' | 'today'>,
): InsertedLead => {
  const id = newId();
  const number = allocateNumber(
    tx,
    newId,
    { kind: 'lead', prefix: '线索', year: yearOf(today) },
    { title: `线索（${channelLabels[input.channel]}）`, caseId: id },
  );
  const sourceFiles = kept.flatMap(({ file, reveals }) => (reveals ? [{ id: newId(), file }] : []));
  const { name, contact, note } = input.source;
  if (name !== '' || contact !== '' || note !== '' || sourceFiles.length > 0)
    tx.insert(leadSourceCollection, {
      id: newId(),
      leadId: id,
      ...input.source,
      files: sourceFiles,
      added: stampOf(tx),
    });
  const typed: Draft<Lead> = {
    id,
    number: number.number,
    numberId: number.id,
    state: 'received',
    channel: input.channel,
    way: input.way,
    receivedOn: input.receivedOn,
    content: input.content,
    occurredOn: input.occurredOn,
    occurredNote: input.occurredNote,
    people: peopleOf(tx, input),
    matter: matterOf(tx, input.matterCode, null),
    attachments: kept.flatMap(({ file, reveals }) =>
      reveals ? [] : [{ id: newId(), file, added: stampOf(tx) }],
    ),
    replyTo: input.replyTo,
    registered: stampOf(tx),
    acknowledgement: null,
    triage: null,
    replies: [],
    closing: null,
    merged: null,
    related: [],
    redactions: [],
    clocks: leadClocks(calendarOf(tx), input.receivedOn, input.replyTo, input.answerBy).map((clock) => ({
      id: newId(),
      ...clock,
    })),
    history: [{ made: stampOf(tx), act: actLabels.register, state: 'received', note: number.number }],
  };
  const nameless = conceal(tx, { ...typed, rev: 1 });
  const lead = tx.insert(leadCollection, nameless);
  return {
    lead,
    concealed: lead.content !== input.content,
    code: input.replyTo === 'code' ? giveReceipt(tx, newId, id) : null,
  };
};

/**
 * Registers what another feature found, in that feature's own transaction: both stand or neither. Nobody reported it, so
 * there is no source and nobody to answer.
 *
 * @throws AppError `invalid` at the field at fault.
 */
export const registerFoundLead = (
  tx: Tx,
  found: Pick<RegisterInput, 'channel' | 'content' | 'staffIds' | 'pupilIds'>,
  context: Pick<CallContext, 'newId' | 'today'>,
): Lead =>
  insertLead(
    tx,
    {
      ...found,
      way: 'found',
      receivedOn: context.today,
      occurredOn: null,
      occurredNote: '',
      others: [],
      minors: [],
      matterCode: null,
      replyTo: 'nobody',
      answerBy: null,
      source: { name: '', contact: '', note: '' },
    },
    [],
    context,
  ).lead;

/**
 * Registers a lead, gives it its number and starts its terms. Who reported it goes into a collection of its own in the
 * same transaction; where an answer is fetched by code, the code is in this answer alone.
 *
 * @throws AppError `invalid` at the field at fault.
 */
export const registerLead = async (input: RegisterInput, context: CallContext): Promise<Registered> => {
  const { store, actor, channel, today } = context;
  demandSound(input, today);
  const kept: KeptLeadFile[] = [];
  for (const [at, { file, reveals }] of input.files.entries())
    kept.push({ file: await keepFile(store, file, `files.${String(at)}`), reveals });

  const made = await store.transact({ actor, act: channel }, (tx) => insertLead(tx, input, kept, context));
  return {
    lead: made.lead,
    concealed: made.concealed,
    receipt:
      made.code === null
        ? null
        : {
            code: made.code,
            slip: fileOf(
              `${made.lead.number} 查询凭条.docx`,
              DOCX,
              await renderWord(receiptSlip(readSchool(store), made.lead, made.code)),
            ),
          },
  };
};

/** Puts right what was registered. What stood there before is in the journal, not in the record. */
export const amendLead = (input: z.output<typeof amendLeadInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'amend', input, (lead, tx) => {
    demandPast('occurredOn', '事发日期', input.occurredOn, lead.receivedOn);
    return {
      lead: {
        ...lead,
        content: input.content,
        occurredOn: input.occurredOn,
        occurredNote: input.occurredNote,
        people: peopleOf(tx, input),
        matter: matterOf(tx, input.matterCode, lead.matter),
      },
      note: input.reason,
    };
  });

/** Keeps a source that became known later. @throws AppError `illegal-step` when there is one already. */
export const addSource = (
  input: { id: string; rev: number; source: RegisterInput['source'] },
  context: CallContext,
): Promise<Lead> =>
  changeLead(context, 'addSource', input, (lead, tx) => {
    const [held] = tx.by(leadSourceCollection, 'lead', lead.id);
    if (held && (held.name !== '' || held.contact !== ''))
      throw new AppError(
        'illegal-step',
        '这条线索已经登记过来源。补充的联系方式请写成材料，勾选“会暴露来源”后添加。',
      );
    if (held) tx.replace(leadSourceCollection, { ...held, ...input.source });
    else
      tx.insert(leadSourceCollection, {
        id: context.newId(),
        leadId: lead.id,
        ...input.source,
        files: [],
        added: stampOf(tx),
      });
    return {
      lead: { ...lead, replyTo: lead.replyTo === 'nobody' ? 'source' : lead.replyTo },
      note: '',
    };
  });
