import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the worker's script lies beside this code: next to it as source, and in the folder of the entry points once
 * bundled (this code may then stand in a chunk one folder below).
 *
 * @throws Error when it is not there: rendering in this thread instead would freeze the program without a word.
 */
export const workerScript = (from: string = import.meta.url): string => {
  const names = from.endsWith('.ts') ? ['./paper-worker.ts'] : ['./paper-worker.js', '../paper-worker.js'];
  const paths = names.map((name) => fileURLToPath(new URL(name, from)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`the paper worker is missing: ${paths.join(', ')}`);
  return found;
};
