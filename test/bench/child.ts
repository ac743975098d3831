import { fork } from 'node:child_process';

/**
 * Runs a module in a process of its own, with a fresh heap, and returns what it sends with `process.send`.
 * Rejects when the process ends without having sent anything.
 */
export const inChild = (module: string, args: readonly string[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = fork(module, args, {
      execArgv: process.execArgv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let answer: { readonly value: unknown } | undefined;
    child.once('message', (value) => (answer = { value }));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (answer && code === 0) resolve(answer.value);
      else reject(new Error(`${module} ${args.join(' ')} ended with code ${String(code)}`));
    });
  });

/** Answers the parent that started this process with `inChild`. */
export const answerParent = (value: unknown): void => {
  if (!process.send) throw new Error('this module is started by the bench');
  process.send(value, () => process.disconnect());
};
