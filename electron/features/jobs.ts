import { AppError, type Failure } from '../../shared/kernel/result.ts';

/** Progress of long work, as the screen polls it. */
export interface JobView {
  readonly id: string;
  readonly title: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 … 1 */
  readonly progress: number;
  /** What is being done, in Chinese. */
  readonly note: string;
  readonly error: Failure | undefined;
}

/** Handed to long work: it reports, and stops where it learns that it was cancelled. */
export interface JobHandle {
  /** `done` of `total`, with what is being done in Chinese. Gives other calls a turn. Throws once cancelled. */
  report(done: number, total: number, note: string): Promise<void>;
}

export interface Jobs {
  /** Starts work and returns at once. `owner` is the session that may look and cancel. */
  start(title: string, owner: string, work: (job: JobHandle) => Promise<void>): string;
  view(id: string, owner: string): JobView;
  cancel(id: string, owner: string): JobView;
  /** Cancels what runs and waits until it has stopped. */
  drain(): Promise<void>;
}

class Cancelled extends Error {}

interface Running {
  view: JobView;
  readonly owner: string;
  cancelled: boolean;
  finished: Promise<void>;
}

/** How many finished jobs are remembered for a screen that polls late. */
const REMEMBERED = 50;

export const createJobs = (newId: () => string, onDefect: (cause: unknown) => Failure): Jobs => {
  const jobs = new Map<string, Running>();

  const find = (id: string, owner: string): Running => {
    const job = jobs.get(id);
    if (job?.owner !== owner) throw new AppError('not-found', '找不到这项任务，它可能已经结束。');
    return job;
  };

  const forgetOld = (): void => {
    const ended = [...jobs].filter(([, job]) => job.view.state !== 'running');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) jobs.delete(id);
  };

  return {
    start(title, owner, work) {
      forgetOld();
      const id = newId();
      const job: Running = {
        view: { id, title, state: 'running', progress: 0, note: '', error: undefined },
        owner,
        cancelled: false,
        finished: Promise.resolve(),
      };
      const handle: JobHandle = {
        async report(done, total, note) {
          job.view = { ...job.view, progress: total > 0 ? Math.min(1, done / total) : 0, note };
          await new Promise<void>((resolve) => setImmediate(resolve));
          if (job.cancelled) throw new Cancelled();
        },
      };
      job.finished = (async () => {
        try {
          await work(handle);
          job.view = { ...job.view, state: 'done', progress: 1 };
        } catch (cause) {
          if (cause instanceof Cancelled) job.view = { ...job.view, state: 'cancelled' };
          else {
            const error = cause instanceof AppError ? cause.toFailure() : onDefect(cause);
            job.view = { ...job.view, state: 'failed', error };
          }
        }
      })();
      jobs.set(id, job);
      return id;
    },
    view: (id, owner) => find(id, owner).view,
    cancel(id, owner) {
      const job = find(id, owner);
      job.cancelled = true;
      return job.view;
    },
    async drain() {
      for (const job of jobs.values()) job.cancelled = true;
      await Promise.all([...jobs.values()].map((job) => job.finished));
    },
  };
};
