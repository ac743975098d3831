import { useEffect, useRef, useState } from 'react';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { problemOf } from '../feedback/problem.ts';
import { sha256Of } from './digest.ts';
import { fileContentOf } from './file-content.ts';
import { fileKindOf } from './viewer/file-kind.ts';

/** One file on its way in. */
export interface IntakeItem {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly state: 'waiting' | 'reading' | 'saving' | 'done' | 'failed';
  /** Share read so far, 0 … 1. */
  readonly read: number;
  /** Why it failed, and what to do. */
  readonly message: string;
  /** False when trying again would fail again. */
  readonly retriable: boolean;
}

export interface IntakeOptions {
  /** Keeps a file for good. Rejects with a problem ready to be shown. */
  readonly keep: (file: FileContent, hash: string) => Promise<unknown>;
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
  /** Forgets what has ended. */
  readonly clear: () => void;
}

/** Why a file is not even read: empty or too large. Undefined when it may come in. */
export const refusalOf = (file: Pick<File, 'name' | 'size'>, maxMegabytes: number): string | undefined => {
  if (file.size === 0) return '这个文件是空的，没有登记。请核对后重新选择。';
  if (file.size <= maxMegabytes * 1024 * 1024) return undefined;
  const limit = `超过 ${String(maxMegabytes)} MB，程序里存不下。`;
  const { view } = fileKindOf(file.name, new Uint8Array());
  if (view === 'audio' || view === 'video')
    return `${limit}请截取与事项有关的片段登记；完整的原始载体（光盘、U 盘）另行封存，并登记一条写明存放处。`;
  return view === 'image'
    ? `${limit}请另存为较小的 .jpg 再登记，原始照片另行保存。`
    : `${limit}请分成几个文件再登记。`;
};

const readBytes = (file: File, onShare: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    reader.addEventListener('error', () => reject(new Error('unreadable', { cause: reader.error })));
    reader.addEventListener('load', () => {
      if (reader.result instanceof ArrayBuffer) resolve(new Uint8Array(reader.result));
      else reject(new Error('unreadable'));
    });
    reader.readAsArrayBuffer(file);
  });

/** A queue of files to be read, reckoned and kept one by one, so that memory holds one at a time. */
export const useIntake = (options: IntakeOptions): Intake => {
  const [items, setItems] = useState<readonly IntakeItem[]>([]);
  const [busy, setBusy] = useState(false);
  const files = useRef(new Map<number, File>());
  const waiting = useRef<number[]>([]);
  const running = useRef(false);
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
    change(key, { state: 'reading', read: 0, message: '' });
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = await readBytes(file, (read) => change(key, { read }));
    } catch {
      fail(key, '读不出来，可能正被别的程序打开。请关闭那个程序后重试。', true);
      return;
    }
    const hash = await sha256Of(bytes);
    const double = latest.current.known(hash);
    if (double !== undefined) {
      fail(key, `与${double}内容完全相同，没有重复登记。`, false);
      return;
    }
    change(key, { state: 'saving', read: 1 });
    try {
      await latest.current.keep(fileContentOf(file, bytes), hash);
      files.current.delete(key);
      change(key, { state: 'done' });
    } catch (cause) {
      fail(key, problemOf(cause).message, true);
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
        const item = { key: made.current, name: file.name, size: file.size, read: 0, retriable: false };
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
    clear: () => setItems((all) => all.filter(({ state }) => state !== 'done' && state !== 'failed')),
  };
};
