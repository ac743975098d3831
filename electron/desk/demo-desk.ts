import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoProgress } from '../../shared/features/setup/channels.ts';
import type { Failure } from '../../shared/kernel/result.ts';
import type { Clock, Log } from '../features/context.ts';
import { createJobs, type JobHandle } from '../features/jobs.ts';
import type { Folders } from './folders.ts';

export interface DemoTask {
  /** An empty folder in which the school is built; it is closed again when the promise resolves. */
  readonly dataDir: string;
  readonly resourcesDir: string;
  /** The present: the school's two years end here. */
  readonly clock: Clock;
  readonly log: Log;
  report: JobHandle['report'];
}

/** Builds a demo school and tells whom a visitor may log in as. Stops where `report` throws. */
export type BuildDemo = (task: DemoTask) => Promise<DemoProgress['logins']>;

interface DemoOptions {
  readonly newId: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly resourcesDir: string;
  readonly buildDemo: BuildDemo;
  readonly demoParent?: string;
}

/** The demo school of a desk: built once at a time, in a folder of its own, gone when it is left. */
export interface DemoDesk {
  start(): DemoProgress;
  progress(): DemoProgress;
  cancel(): Promise<DemoProgress>;
  /** Stops building, and removes the folder of a demo school that is no longer shown. */
  close(): Promise<void>;
}

/** The jobs of a desk have one owner: the desk itself. */
const OWNER = 'desk';

const idle: DemoProgress = { state: 'idle', progress: 0, note: '', problem: null, logins: [] };

export const createDemoDesk = (
  options: DemoOptions,
  folders: Folders,
  failureOf: (cause: unknown) => Failure,
): DemoDesk => {
  const jobs = createJobs(options.newId, failureOf);
  let jobId: string | undefined;
  let folder: string | undefined;
  let logins: DemoProgress['logins'] = [];

  const removeFolder = async (): Promise<void> => {
    const leaving = folder;
    folder = undefined;
    if (leaving === undefined) return;
    // A leftover in the folder for temporary files harms nobody; the system removes it in its time.
    await rm(leaving, { recursive: true, force: true, maxRetries: 3 }).catch((cause: unknown) =>
      options.log.error('the folder of the demo school could not be removed', cause),
    );
  };

  const build = async (job: JobHandle): Promise<void> => {
    await removeFolder();
    const made = await mkdtemp(join(options.demoParent ?? tmpdir(), 'mingze-demo-'));
    folder = made;
    try {
      const { resourcesDir, clock, log } = options;
      const built = await options.buildDemo({
        dataDir: made,
        resourcesDir,
        clock,
        log,
        report: (done, total, note) => job.report(done, total, note),
      });
      await job.report(1, 1, '正在打开演示学校');
      await folders.showDemo(made);
      logins = built;
    } catch (cause) {
      await removeFolder();
      throw cause;
    }
  };

  const progress = (): DemoProgress => {
    if (jobId === undefined) return idle;
    const view = jobs.view(jobId, OWNER);
    return {
      state: view.state,
      progress: view.progress,
      note: view.note,
      problem: view.error ?? null,
      logins: view.state === 'done' ? logins : [],
    };
  };

  return {
    start() {
      const { state } = progress();
      const shown = state === 'done' && folders.isDemo();
      if (state !== 'running' && !shown) jobId = jobs.start('生成演示学校', OWNER, build);
      return progress();
    },
    progress,
    async cancel() {
      if (jobId !== undefined) {
        jobs.cancel(jobId, OWNER);
        if (progress().state === 'running') await jobs.drain();
      }
      return progress();
    },
    async close() {
      await jobs.drain();
      if (folders.isDemo()) await folders.close();
      await removeFolder();
      jobId = undefined;
      logins = [];
    },
  };
};
