import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../electron/cli/build.ts', import.meta.url));

/** Runs once before the end-to-end tests: they drive what is shipped, so the bundles have to be new. */
const buildOnce = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`building ended with code ${String(code)}`));
    });
  });

export default buildOnce;
