import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../feedback/problem.ts';
import { fileKindOf } from './viewer/file-kind.ts';

/** One file on its way in. */
export interface IntakeItem {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly state: 'waiting' | 'sending' | 'saving' | 'done' | 'failed';
  /** Share that has arrived, 0 … 1. */
  readonly sent: number;
  /** Why it failed, and what to do. */
  readonly message: string;
  /** False when trying again would fail again. */
  readonly retriable: boolean;
}

/** A file whose bytes have arrived, and which nothing on record names yet. */
export interface SentFile {
  /** As the command names it that takes it. */
  readonly upload: string;
  readonly hash: string;
  readonly name: string;
  /** Takes it away again. Never rejects. */
  readonly drop: () => Promise<void>;
}

/** Brings a file in, telling the share that has arrived. Rejects with a problem ready to be shown, or when aborted. */
export type SendFile = (file: File, tell: (share: number) => void, signal: AbortSignal) => Promise<SentFile>;

export interface IntakeOptions {
  readonly send: SendFile;
  /** Puts a file that has arrived on record. Rejects with a problem ready to be shown. */
  readonly keep: (file: SentFile) => Promise<unknown>;
  /** What stands on record under these bytes already, e.g. `第 3 号“教案照片”`. */
  readonly known: (hash: string) => string | undefined;
  readonly maxMegabytes: number;
}

export interface Intake {
  readonly items: readonly IntakeItem[];
  readonly busy: boolean;
  /** Takes files in, one after the other. */
  readonly add: (files: readonly File[]) => void;
  readonly retry: (key: number) => void;
  /** Gives up what waits or is on its way; nothing of it is left. */
  readonly cancel: (key: number) => void;
  /** Forgets what has ended. */
  readonly clear: () => void;
}

/** 20 MB, 2 GB */
export const limitText = (megabytes: number): string =>
  megabytes >= 1024 && megabytes % 1024 === 0 ? `${String(megabytes / 1024)} GB` : `${String(megabytes)} MB`;

/** Why a file is not even read: empty or too large. Undefined when it may come in. */
export const refusalOf = (file: Pick<File, 'name' | 'size'>, maxMegabytes: number): string | undefined => {
  if (file.size === 0) return '这个文件是空的，没有登记。请核对后重新选择。';
  if (file.size <= maxMegabytes * 1024 * 1024) return undefined;
  const limit = `超过 ${limitText(maxMegabytes)}，程序里存不下。`;
  const { view } = fileKindOf(file.name, new Uint8Array());
  if (view === 'audio' || view === 'video')
    return `${limit}请截取与事项有关的片段登记；完整的原始载体（光盘、U 盘）另行封存，并登记一条写明存放处。`;
  return view === 'image'
    ? `${limit}请另存为较小的 .jpg 再登记，原始照片另行保存。`
    : `${limit}请分成几个文件再登记。`;
};

const CANCELLED = '已取消，没有登记。';

/** A queue of files to be brought in and put on record one by one. */
export const useIntake = (options: IntakeOptions): Intake => {
  const [items, setItems] = useState<readonly IntakeItem[]>([]);
  const [busy, setBusy] = useState(false);
  const files = useRef(new Map<number, File>());
  const waiting = useRef<number[]>([]);
  const running = useRef(false);
  const sending = useRef<{ readonly key: number; readonly stop: AbortController } | null>(null);
  const made = useRef(0);
  // What is on record changes while the queue works: each file is compared with what stands there by then.
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const change = (key: number, next: Partial<IntakeItem>): void =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...next } : item)));
  const fail = (key: number, message: string, retriable: boolean): void =>
    change(key, { state: 'failed', message, retriable });

  const takeIn = async (key: number, file: File): Promise<void> => {
    change(key, { state: 'sending', sent: 0, message: '' });
    const stop = new AbortController();
    sending.current = { key, stop };
    try {
      const sent = await latest.current.send(file, (share) => change(key, { sent: share }), stop.signal);
      sending.current = null;
      const double = latest.current.known(sent.hash);
      if (double !== undefined) {
        await sent.drop();
        fail(key, `与${double}内容完全相同，没有重复登记。`, false);
        return;
      }
      change(key, { state: 'saving', sent: 1 });
      try {
        await latest.current.keep(sent);
      } catch (cause) {
        await sent.drop();
        throw cause;
      }
      files.current.delete(key);
      change(key, { state: 'done' });
    } catch (cause) {
      fail(key, stop.signal.aborted ? CANCELLED : problemOf(cause).message, true);
    } finally {
      sending.current = null;
    }
  };

  const work = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    for (let key = waiting.current.shift(); key !== undefined; key = waiting.current.shift()) {
      const file = files.current.get(key);
      if (file) await takeIn(key, file);
    }
    running.current = false;
    setBusy(false);
  };

  return {
    items,
    busy,
    add(added) {
      const fresh = added.map((file): IntakeItem => {
        made.current += 1;
        const refused = refusalOf(file, options.maxMegabytes);
        const item = { key: made.current, name: file.name, size: file.size, sent: 0, retriable: false };
        if (refused !== undefined) return { ...item, state: 'failed', message: refused };
        files.current.set(item.key, file);
        waiting.current.push(item.key);
        return { ...item, state: 'waiting', message: '' };
      });
      setItems((all) => [...all, ...fresh]);
      void work();
    },
    retry(key) {
      change(key, { state: 'waiting', message: '' });
      waiting.current.push(key);
      void work();
    },
    cancel(key) {
      if (sending.current?.key === key) sending.current.stop.abort();
      else if (waiting.current.includes(key)) {
        waiting.current = waiting.current.filter((other) => other !== key);
        fail(key, CANCELLED, true);
      }
    },
    clear: () => setItems((all) => all.filter(({ state }) => state !== 'done' && state !== 'failed')),
  };
};
