import { z } from 'zod';
import {
  channels,
  type ChannelInput,
  type ChannelName,
  type ChannelOutput,
  type Channels,
} from '../shared/channels.ts';
import type { ChannelSpec, OutputOf } from '../shared/kernel/channel.ts';
import { envelopeSchema, type ErrorCode, type Failure, type FieldIssue } from '../shared/kernel/result.ts';

/** What the preload script exposes in the desktop window: one function, nothing else. */
interface DesktopHost {
  call(channel: string, input: unknown): Promise<unknown>;
}

declare global {
  interface Window {
    readonly mingze?: DesktopHost;
  }
}

/** `unreachable` is the one failure that the data side cannot tell us itself: nobody answered. */
export type CallErrorCode = ErrorCode | 'unreachable';

/** A refused or failed call. `message` is Chinese and ready to be shown; `fields` has dotted paths as in the input. */
export class CallError extends Error {
  readonly code: CallErrorCode;
  readonly fields: readonly FieldIssue[];
  readonly article: string | undefined;

  constructor(
    code: CallErrorCode,
    message: string,
    detail: {
      fields?: readonly FieldIssue[] | undefined;
      article?: string | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: detail.cause });
    this.name = 'CallError';
    this.code = code;
    this.fields = detail.fields ?? [];
    this.article = detail.article;
  }
}

const fromFailure = (failure: Failure): CallError =>
  new CallError(failure.code, failure.message, { fields: failure.fields, article: failure.article });

const unreachable = (cause: unknown): CallError =>
  new CallError(
    'unreachable',
    '与明责的数据程序失去联系，刚才的操作可能没有完成。请稍候重试；如仍不行，请关闭后重新打开明责。',
    { cause },
  );

const overHttp = async (channel: string, input: unknown): Promise<unknown> => {
  const response = await fetch(`/call/${channel}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return response.json();
};

const ask = (channel: string, input: unknown): Promise<unknown> =>
  window.mingze ? window.mingze.call(channel, input) : overHttp(channel, input);

const readAnswer = <S extends ChannelSpec>(spec: S, value: unknown): z.ZodSafeParseResult<OutputOf<S>> =>
  z.safeParse<S['output']>(spec.output, value);

/**
 * Calls the data side and returns the channel's checked answer.
 *
 * @throws CallError for every refusal, and `unreachable` when the host does not answer.
 */
export const call = async <C extends ChannelName>(
  channel: C,
  input: ChannelInput<C>,
): Promise<ChannelOutput<C>> => {
  let raw: unknown;
  try {
    raw = await ask(channel, input);
  } catch (cause) {
    throw unreachable(cause);
  }
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) throw unreachable(envelope.error);
  if (!envelope.data.ok) throw fromFailure(envelope.data.error);
  const value = readAnswer<Channels[C]>(channels[channel], envelope.data.value);
  if (!value.success) {
    throw new CallError('internal', '程序各部分的版本不一致，无法读取这项数据。请关闭后重新打开明责。', {
      cause: value.error,
    });
  }
  return value.data;
};

/**
 * The bytes of an opened file from `from` up to but without `to`, as they lie beside the screens on either host.
 *
 * @throws CallError `not-found` when the file is open no more or the host does not answer.
 */
export const fetchPart = async (
  address: string,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const answer = await fetch(address, {
      credentials: 'same-origin',
      headers: { range: `bytes=${String(from)}-${String(to - 1)}` },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.byteLength !== to - from) throw new Error('shorter than it was');
    return bytes;
  } catch (cause) {
    throw new CallError('not-found', '这份文件已经关闭，或者连接断开了。请关上再打开一次。', { cause });
  }
};
