import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = fileURLToPath(new URL('../../', import.meta.url));

/** Runs one of the scripts beside this one. Its words go to stderr: the first line of stdout may be meant for a program. */
const runBeside = (script: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const path = fileURLToPath(new URL(script, import.meta.url));
    const child = spawn(process.execPath, [path], { stdio: ['ignore', 2, 2], cwd: projectDir });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Makes the bundles that are missing or older than their sources. Ends the process when that fails. */
export const buildWhatIsOld = async (): Promise<void> => {
  const code = await runBeside('./build.ts');
  if (code === 0) return;
  process.stderr.write('程序没有生成成功，原因见上。\n');
  process.exit(code);
};

/** The bundled host for browsers, which reads the command line itself. */
export const loopbackBundle = new URL('../../dist/electron/loopback.js', import.meta.url).href;

export const electronDir = join(projectDir, 'node_modules', 'electron');
