import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** When the writer is killed: so many milliseconds after it has said that it is there. */
export interface Fate {
  readonly after: 'opening' | 'open' | 'closing';
  readonly ms: number;
  /** After so many commits the writer closes the store by itself. */
  readonly commits: number;
}

export interface Saved {
  readonly number: number;
  readonly file: string | undefined;
}

export interface Round {
  /** The commits that were answered before the process died. */
  readonly saved: readonly Saved[];
  /** Set when the process ended by itself with an error: what it said. */
  readonly failure: string | undefined;
}

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

/** Lets a writer loose on a folder, kills it, and reads to the end what it had told. */
export const killOnce = (dir: string, fate: Fate): Promise<Round> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, dir, String(fate.commits)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const saved: Saved[] = [];
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    createInterface(child.stdout).on('line', (line) => {
      const [word, number, file] = line.split(' ');
      if (word === 'saved') saved.push({ number: Number(number), file: file === '-' ? undefined : file });
      else if (word === fate.after) setTimeout(() => child.kill('SIGKILL'), fate.ms);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ saved, failure: code === null || code === 0 ? undefined : complaint });
    });
  });
