import { Worker } from 'node:worker_threads';
import type { Paper } from '../word/model.ts';
import type { Done, Task } from './messages.ts';
import { workerScript } from './script.ts';

/** Told after each finished paper. May throw, e.g. because a person cancelled: the rest is then not rendered. */
export type PaperProgress = (done: number, total: number) => void | Promise<void>;

const THREADS = 2;

/** Papers sent ahead to a thread, so that it never waits for the next one. */
const AHEAD = 2;

/** Milliseconds that idle threads are kept for the next batch: starting one costs as much as dozens of papers. */
const KEPT = 20_000;

let idle: Worker[] = [];
let dismissal: NodeJS.Timeout | undefined;

const takeWorker = (): Worker => idle.pop() ?? new Worker(workerScript(), { execArgv: [] });

const dismissLater = (): void => {
  clearTimeout(dismissal);
  dismissal = setTimeout(() => void dismissWorkers(), KEPT);
  dismissal.unref();
};

const giveBack = (worker: Worker): void => {
  worker.removeAllListeners();
  // A thread that waits must not keep the program from ending.
  worker.unref();
  // One that dies while idle is simply not used again.
  const forget = (): void => void (idle = idle.filter((each) => each !== worker));
  worker.once('error', forget);
  worker.once('exit', forget);
  idle.push(worker);
  dismissLater();
};

/** Ends the threads that wait for work. */
export const dismissWorkers = async (): Promise<void> => {
  clearTimeout(dismissal);
  const leaving = idle;
  idle = [];
  await Promise.all(leaving.map((worker) => worker.terminate()));
};

/**
 * Renders papers in worker threads, in the order given; each file is byte for byte what `renderWord` makes.
 *
 * @throws what `onProgress` throws, or an Error when a paper cannot be rendered; nothing is returned then.
 */
export const renderMany = (
  papers: readonly Paper[],
  onProgress: PaperProgress = () => undefined,
): Promise<Uint8Array[]> => {
  if (papers.length === 0) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    const files: Uint8Array[] = Array.from(papers, () => new Uint8Array());
    const busy = new Map<Worker, number>();
    let next = 0;
    let done = 0;
    let failed = false;
    let telling: Promise<void> = Promise.resolve();

    const fail = (cause: unknown): void => {
      if (failed) return;
      failed = true;
      for (const worker of busy.keys()) {
        worker.removeAllListeners();
        worker.on('error', () => undefined);
        void worker.terminate();
      }
      reject(cause instanceof Error ? cause : new Error(String(cause)));
    };

    const feed = (worker: Worker): void => {
      let sent = busy.get(worker) ?? 0;
      for (let paper = papers[next]; sent < AHEAD && paper; paper = papers[next]) {
        const task: Task = { index: next, paper };
        worker.postMessage(task);
        next += 1;
        sent += 1;
      }
      busy.set(worker, sent);
    };

    const receive = (worker: Worker, answer: Done): void => {
      if (failed) return;
      if ('problem' in answer) {
        fail(new Error(`paper ${String(answer.index)}: ${answer.problem}`));
        return;
      }
      files[answer.index] = answer.bytes;
      done += 1;
      busy.set(worker, (busy.get(worker) ?? 1) - 1);
      try {
        feed(worker);
      } catch (cause) {
        fail(cause);
        return;
      }
      const reached = done;
      telling = telling.then(async () => {
        if (!failed) await onProgress(reached, papers.length);
      });
      telling.catch(fail);
      if (done < papers.length) return;
      void telling.then(() => {
        for (const each of busy.keys()) giveBack(each);
        resolve(files);
      }, fail);
    };

    const hire = (): void => {
      const worker = takeWorker();
      worker.removeAllListeners();
      worker.ref();
      worker.on('message', (answer: Done) => receive(worker, answer));
      worker.once('error', fail);
      worker.once('exit', (code) => fail(new Error(`a paper worker ended with code ${String(code)}`)));
      busy.set(worker, 0);
      feed(worker);
    };

    try {
      for (let each = 0; each < Math.min(THREADS, papers.length); each += 1) hire();
    } catch (cause) {
      fail(cause);
    }
  });
};
