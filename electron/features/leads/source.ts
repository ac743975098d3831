import type { z } from 'zod';
import type { ChannelOutput } from '../../../shared/channels.ts';
import type { SourceState } from '../../../shared/features/leads/channels.ts';
import type { answerSourceInput, requestSourceInput } from '../../../shared/features/leads/inputs.ts';
import type { LeadSource, SourceRequest } from '../../../shared/features/leads/source-schema.ts';
import type { Lead } from '../../../shared/features/leads/schema.ts';
import { isAlive, mayAnswer, mayOpen, openUntil } from '../../../shared/features/leads/source-rules.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { stampOf } from '../record-acts.ts';
import { concealerOf, requireLead } from './change.ts';
import {
  leadCollection,
  leadSourceCollection,
  sourceLookCollection,
  sourceRequestCollection,
} from './collections.ts';
import { storedFile } from '../file-content.ts';
import { visibleTo } from './recusal.ts';

/** What was opened, for the record of looks. */
const IDENTITY = '来源信息';

/** The one place where a source is read. @throws AppError `illegal-step` when none was registered. */
const requireSource = (reader: Reader, leadId: string): LeadSource => {
  const [source] = reader.by(leadSourceCollection, 'lead', leadId);
  if (!source) throw new AppError('illegal-step', '这条线索没有登记来源。');
  return source;
};

/**
 * Asks to see who reported a lead.
 *
 * @throws AppError `forbidden` for whoever the lead is about, `conflict` while an earlier request still stands.
 */
export const requestSource = (
  { id, reason }: z.output<typeof requestSourceInput>,
  context: CallContext,
): Promise<Lead> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const lead = requireLead(tx, id, context);
    requireSource(tx, id);
    const waiting = tx
      .by(sourceRequestCollection, 'lead', id)
      .some((each) => each.requested.by.userId === tx.actor.userId && isAlive(each, tx.now));
    if (waiting) throw new AppError('conflict', '您已经申请过，正等另一人同意，或者还在可以查看的时间内。');
    tx.insert(sourceRequestCollection, {
      id: context.newId(),
      leadId: id,
      reason: concealerOf(tx, id)(reason),
      requested: stampOf(tx),
      answer: null,
    });
    return lead;
  });

/**
 * A second person's consent or refusal.
 *
 * @throws AppError `forbidden` for the one who asked and for whoever the lead is about, `illegal-step` when it was answered.
 */
export const answerSource = (
  { requestId, rev, granted, note }: z.output<typeof answerSourceInput>,
  context: CallContext,
): Promise<Lead> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const request = tx.require(sourceRequestCollection, requestId, '查看来源的申请');
    const lead = requireLead(tx, request.leadId, context);
    if (request.answer) throw new AppError('illegal-step', '这份申请已经有人答复。');
    if (!mayAnswer(request, tx.actor.userId))
      throw new AppError('forbidden', '申请人不能同意自己的申请，请由另一名有权限的同事答复。');
    tx.replace(sourceRequestCollection, {
      ...request,
      rev,
      answer: {
        granted,
        note: concealerOf(tx, lead.id)(note),
        made: stampOf(tx),
        openUntil: granted ? openUntil(tx.now) : null,
      },
    });
    return lead;
  });

/** Puts a look on record and gives what was looked at: without the record there is no look. */
const look = (
  context: CallContext,
  leadId: string,
  whatOf: (source: LeadSource) => string,
): Promise<{ source: LeadSource; until: string }> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const lead = requireLead(tx, leadId, context);
    const source = requireSource(tx, leadId);
    const request = tx
      .by(sourceRequestCollection, 'lead', leadId)
      .find((each) => mayOpen(each, tx.actor.userId, tx.now));
    if (!request?.answer?.openUntil)
      throw new AppError('forbidden', '查看来源要先申请，并经另一名同事同意；同意后须在限定时间内查看。');
    tx.insert(sourceLookCollection, {
      id: context.newId(),
      leadId: lead.id,
      requestId: request.id,
      at: instantOfMs(tx.now),
      by: tx.actor,
      reason: request.reason,
      what: whatOf(source),
    });
    return { source, until: request.answer.openUntil };
  });

/** Opens a source. @throws AppError `forbidden` without the consent of another, or once its time is up. */
export const openSource = async (
  { id }: { id: string },
  context: CallContext,
): Promise<ChannelOutput<'leads.openSource'>> => {
  const { source, until } = await look(context, id, () => IDENTITY);
  return {
    name: source.name,
    contact: source.contact,
    note: source.note,
    files: source.files.map(({ id: fileId, file }) => ({ id: fileId, name: file.name })),
    openUntil: until,
  };
};

/** One of the papers kept with a source. Each look counts by itself. */
export const openSourceFile = async (
  { id, fileId }: { id: string; fileId: string },
  context: CallContext,
): Promise<FileContent> => {
  const { source } = await look(context, id, ({ files }) => {
    const at = files.findIndex((each) => each.id === fileId);
    if (at < 0) throw new AppError('not-found', '找不到这份材料。');
    return `第 ${String(at + 1)} 份材料`;
  });
  const found = source.files.find((each) => each.id === fileId);
  if (!found) throw new AppError('not-found', '找不到这份材料。');
  return storedFile(context.store, found.file);
};

const requestView = (
  request: SourceRequest,
  { actor, clock, can }: Pick<CallContext, 'actor' | 'clock' | 'can'>,
): SourceState['requests'][number] => ({
  id: request.id,
  rev: request.rev,
  reason: request.reason,
  requestedAt: request.requested.at,
  requestedBy: request.requested.by.name,
  answer: request.answer && {
    granted: request.answer.granted,
    note: request.answer.note,
    at: request.answer.made.at,
    by: request.answer.made.by.name,
    openUntil: request.answer.openUntil,
  },
  mayAnswer: can('leads.source') && mayAnswer(request, actor.userId),
  mayOpen: can('leads.source') && mayOpen(request, actor.userId, clock.now()),
});

/** That there is a source, who asked for it, and who looked: all that is ever shown without opening it. */
export const sourceState = (reader: Reader, leadId: string, context: CallContext): SourceState => {
  const [source] = reader.by(leadSourceCollection, 'lead', leadId);
  const requests = reader.by(sourceRequestCollection, 'lead', leadId);
  const asked = requests.some(
    (each) => each.requested.by.userId === context.actor.userId && isAlive(each, context.clock.now()),
  );
  return {
    held: source !== undefined,
    files: source?.files.length ?? 0,
    mayRequest: source !== undefined && context.can('leads.source') && !asked,
    requests: requests.map((request) => requestView(request, context)).reverse(),
    looks: reader
      .by(sourceLookCollection, 'lead', leadId)
      .map(({ id, at, by, reason, what }) => ({ id, at, by: by.name, reason, what }))
      .reverse(),
  };
};

/** Requests that wait for the caller's consent. */
export const requestsWaiting = (
  context: CallContext,
): { leadId: string; number: string; requestedBy: string }[] => {
  const { store, actor } = context;
  if (!context.can('leads.source')) return [];
  const visible = new Map(
    visibleTo(store, store.all(leadCollection), context).map((lead) => [lead.id, lead]),
  );
  return store.all(sourceRequestCollection).flatMap((request) => {
    const lead = visible.get(request.leadId);
    return lead && mayAnswer(request, actor.userId)
      ? [{ leadId: lead.id, number: lead.number, requestedBy: request.requested.by.name }]
      : [];
  });
};
