import { Worker } from 'node:worker_threads';
import type { Done, Task } from './messages.ts';
import { workerScript, type WorkerName } from './script.ts';

/** Told after each finished task. May throw, e.g. because a person cancelled: the rest is then not done. */
export type PoolProgress = (done: number, total: number) => void | Promise<void>;

const THREADS = 2;

/** Tasks sent ahead to a thread, so that it never waits for the next one. */
const AHEAD = 2;

/** Milliseconds that idle threads are kept for the next batch: starting one costs as much as dozens of tasks. */
const KEPT = 20_000;

/** Threads that do the same kind of work. */
export interface Pool<Body, Result> {
  /**
   * Does the tasks, and gives what `take` makes of their results, in the order of the tasks. A result is taken as soon as
   * it is there, while the threads go on: nothing of it is kept but what `take` returns.
   *
   * @throws what `take` or `onProgress` throws, or an Error when a task cannot be done; nothing is returned then.
   */
  run<Taken>(
    bodies: readonly Body[],
    take: (result: Result, index: number) => Taken,
    onProgress?: PoolProgress,
  ): Promise<Taken[]>;
  /** Ends the threads that wait for work. */
  dismiss(): Promise<void>;
}

/**
 * @param name the script of the threads
 * @param what a task is called in the developer's log
 */
export const createPool = <Body extends object, Result>(
  name: WorkerName,
  what: string,
): Pool<Body, Result> => {
  let idle: Worker[] = [];
  let dismissal: NodeJS.Timeout | undefined;

  const takeWorker = (): Worker => idle.pop() ?? new Worker(workerScript(name), { execArgv: [] });

  const dismissLater = (): void => {
    clearTimeout(dismissal);
    dismissal = setTimeout(() => void dismiss(), KEPT);
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

  const dismiss = async (): Promise<void> => {
    clearTimeout(dismissal);
    const leaving = idle;
    idle = [];
    await Promise.all(leaving.map((worker) => worker.terminate()));
  };

  const run = <Taken>(
    bodies: readonly Body[],
    take: (result: Result, index: number) => Taken,
    onProgress: PoolProgress = () => undefined,
  ): Promise<Taken[]> => {
    if (bodies.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      const results = new Map<number, Taken>();
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
        for (let body = bodies[next]; sent < AHEAD && body; body = bodies[next]) {
          const task: Task<Body> = { index: next, body };
          worker.postMessage(task);
          next += 1;
          sent += 1;
        }
        busy.set(worker, sent);
      };

      const receive = (worker: Worker, answer: Done<Result>): void => {
        if (failed) return;
        if ('problem' in answer) {
          fail(new Error(`${what} ${String(answer.index)}: ${answer.problem}`));
          return;
        }
        done += 1;
        busy.set(worker, (busy.get(worker) ?? 1) - 1);
        try {
          feed(worker);
          results.set(answer.index, take(answer.result, answer.index));
        } catch (cause) {
          fail(cause);
          return;
        }
        const reached = done;
        telling = telling.then(async () => {
          if (!failed) await onProgress(reached, bodies.length);
        });
        telling.catch(fail);
        if (done < bodies.length) return;
        void telling.then(() => {
          for (const each of busy.keys()) giveBack(each);
          resolve([...results].sort(([a], [b]) => a - b).map(([, result]) => result));
        }, fail);
      };

      const hire = (): void => {
        const worker = takeWorker();
        worker.removeAllListeners();
        worker.ref();
        worker.on('message', (answer: Done<Result>) => receive(worker, answer));
        worker.once('error', fail);
        worker.once('exit', (code) => fail(new Error(`a ${name} ended with code ${String(code)}`)));
        busy.set(worker, 0);
        feed(worker);
      };

      try {
        for (let each = 0; each < Math.min(THREADS, bodies.length); each += 1) hire();
      } catch (cause) {
        fail(cause);
      }
    });
  };

  return { run, dismiss };
};
