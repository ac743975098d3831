import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from './inspect.ts';
import { killOnce, type Fate, type Saved } from './round.ts';

export interface CrashReport {
  readonly rounds: number;
  /** Commits that were answered before a kill. */
  readonly acknowledged: number;
  readonly attachments: number;
  /** Of those, how many were not there afterwards. */
  readonly lost: number;
  readonly attachmentsLost: number;
  /** Times that a store did not open again. */
  readonly unopenable: number;
  readonly faults: readonly string[];
  readonly killedWhile: Readonly<Record<Fate['after'], number>>;
  readonly seconds: number;
}

/** Rounds in one folder before a fresh one is taken. */
const ROUNDS_PER_FOLDER = 25;
/** Half of the kills are followed by the next writer instead of a look, so that damage could pile up. */
const LOOK_CHANCE = 0.5;

const fateOf = (): Fate => {
  const dice = Math.random();
  if (dice < 0.2) return { after: 'opening', ms: Math.random() * 25, commits: 1_000_000 };
  if (dice < 0.4) return { after: 'closing', ms: Math.random() * 8, commits: 10 + Math.random() * 40 };
  return { after: 'open', ms: Math.random() * 90, commits: 1_000_000 };
};

/** Kills writers `rounds` times on `lanes` folders at once and looks at what they leave. */
export const runCrash = async (rounds: number, lanes: number): Promise<CrashReport> => {
  const from = performance.now();
  const total = { acknowledged: 0, attachments: 0, lost: 0, attachmentsLost: 0, unopenable: 0 };
  const killedWhile = { opening: 0, open: 0, closing: 0 };
  const faults: string[] = [];
  let left = rounds;

  const useFolder = async (): Promise<void> => {
    const dir = await mkdtemp(join(tmpdir(), 'mingze-crash-'));
    try {
      let unseen: Saved[] = [];
      for (let round = 1; round <= ROUNDS_PER_FOLDER && left > 0; round += 1) {
        left -= 1;
        const fate = fateOf();
        const { saved, failure } = await killOnce(dir, fate);
        killedWhile[fate.after] += 1;
        total.acknowledged += saved.length;
        total.attachments += saved.filter(({ file }) => file !== undefined).length;
        unseen.push(...saved);
        if (failure !== undefined) {
          total.unopenable += 1;
          faults.push(failure.slice(0, 2000));
          break;
        }
        const last = round === ROUNDS_PER_FOLDER || left === 0;
        if (!last && Math.random() >= LOOK_CHANCE) continue;
        const found = await inspect(dir, unseen);
        total.lost += found.lost;
        total.attachmentsLost += found.attachmentsLost;
        faults.push(...found.faults);
        unseen = [];
      }
    } catch (cause) {
      total.unopenable += 1;
      faults.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };

  const lane = async (): Promise<void> => {
    while (left > 0) await useFolder();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = Math.round(performance.now() - from) / 1000;
  return { rounds, ...total, faults, killedWhile, seconds };
};

/** True when everything that was promised was there. */
export const isClean = (report: CrashReport): boolean =>
  report.lost === 0 && report.attachmentsLost === 0 && report.unopenable === 0 && report.faults.length === 0;
