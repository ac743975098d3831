import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What is bundled: the screens, everything that runs in Node, and the preload script of the window. */
const targets = ['renderer', 'node', 'preload'] as const;
type Target = (typeof targets)[number];

const projectDir = fileURLToPath(new URL('../../', import.meta.url));

/** What each bundle is made of; a change in any of it makes the bundle old. */
const sources: Readonly<Record<Target, readonly string[]>> = {
  renderer: ['renderer', 'shared', 'resources/icons'],
  node: ['electron', 'shared'],
  preload: ['electron/preload.ts'],
};
const common = ['vite.config.ts', 'package-lock.json'];

const stampOf = (target: Target): string => join(projectDir, 'dist', 'built', target);

const modifiedAt = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
};

const newestIn = async (path: string): Promise<number> => {
  const own = await modifiedAt(path);
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const times = await Promise.all(entries.map((entry) => modifiedAt(join(entry.parentPath, entry.name))));
  return times.reduce((newest, time) => Math.max(newest, time), own);
};

const isOld = async (target: Target): Promise<boolean> => {
  const built = await modifiedAt(stampOf(target));
  if (built === 0) return true;
  const times = await Promise.all(
    [...sources[target], ...common].map((path) => newestIn(join(projectDir, path))),
  );
  return times.some((time) => time > built);
};

const buildOne = async (target: Target): Promise<void> => {
  const { build } = await import('vite');
  // What is saved while the bundle is being made has to count as newer than it.
  const started = new Date();
  await build({ configFile: join(projectDir, 'vite.config.ts'), mode: target, logLevel: 'warn' });
  await mkdir(dirname(stampOf(target)), { recursive: true });
  await writeFile(stampOf(target), started.toISOString());
  await utimes(stampOf(target), started, started);
};

const { force } = parseArgs({ options: { force: { type: 'boolean', default: false } } }).values;
// A test runner's own environment must not make a development build of the screens.
process.env['NODE_ENV'] = 'production';
process.chdir(projectDir);

for (const target of targets) {
  if (!force && !(await isOld(target))) continue;
  process.stderr.write(`正在生成程序（${target}）…\n`);
  await buildOne(target);
}
