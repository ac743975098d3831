import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildWhatIsOld, electronDir, loopbackBundle, projectDir } from './project.ts';

/** Milliseconds that fetching Electron's binary may take; the browser is there meanwhile. */
const FETCH_PATIENCE = 30_000;
/** Milliseconds before fetching is tried again after it failed: a school's network will not have changed sooner. */
const TRY_AGAIN = 24 * 60 * 60 * 1000;

const failedStamp = join(projectDir, 'dist', 'electron-not-fetched');

/** Where Electron's own program lies, or undefined when npm has not brought it. */
const electronBinary = async (): Promise<string | undefined> => {
  try {
    const name = (await readFile(join(electronDir, 'path.txt'), 'utf8')).trim();
    const path = join(electronDir, 'dist', name);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

const failedLately = async (): Promise<boolean> => {
  try {
    return Date.now() - (await stat(failedStamp)).mtimeMs < TRY_AGAIN;
  } catch {
    return false;
  }
};

const fetchElectron = async (): Promise<void> => {
  const script = join(electronDir, 'install.js');
  if (!existsSync(script) || (await failedLately())) return;
  const code = await new Promise<number>((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: FETCH_PATIENCE });
    child.once('error', () => resolve(1));
    child.once('exit', (exit) => resolve(exit ?? 1));
  });
  if (code === 0) return;
  await mkdir(dirname(failedStamp), { recursive: true });
  await writeFile(failedStamp, '');
};

/** A Linux machine without a screen has nowhere to show a window. */
const hasScreen =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;

/** Runs the desktop app until it is closed. False when it could not be started at all. */
const runDesktop = (binary: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(binary, [projectDir], { stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      process.exitCode = code ?? 0;
      resolve(true);
    });
  });

await buildWhatIsOld();

let binary = await electronBinary();
if (binary === undefined && hasScreen) {
  await fetchElectron();
  binary = await electronBinary();
}
if (binary === undefined || !hasScreen || !(await runDesktop(binary))) {
  process.stderr.write(
    '这台电脑上没有可用的桌面窗口程序（Electron），改为在浏览器中打开明责（只在本机 127.0.0.1 上）。\n',
  );
  await import(loopbackBundle);
}
