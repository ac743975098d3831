import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The scripts of threads; each is an entry point of the build. */
export type WorkerName = 'paper-worker' | 'workbook-worker';

/**
 * Where a worker's script lies beside this code: next to it as source, and in the folder of the entry points once
 * bundled (this code may then stand in a chunk one folder below).
 *
 * @throws Error when it is not there: working in this thread instead would freeze the program without a word.
 */
export const workerScript = (name: WorkerName, from: string = import.meta.url): string => {
  const names = from.endsWith('.ts') ? [`./${name}.ts`] : [`./${name}.js`, `../${name}.js`];
  const paths = names.map((name) => fileURLToPath(new URL(name, from)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`the ${name} is missing: ${paths.join(', ')}`);
  return found;
};
