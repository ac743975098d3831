import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDemo } from '../demo/build-demo.ts';
import { exportDemo } from '../demo/export-demo.ts';
import { projectDir } from './project.ts';

const { out, at } = parseArgs({ options: { out: { type: 'string' }, at: { type: 'string' } } }).values;

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const outDir = resolve(out ?? fail('请用 --out 指明输出文件夹，例如 npm run demo -- --out 演示'));
const dataDir = join(outDir, 'data');
await mkdir(dataDir, { recursive: true });
if ((await readdir(dataDir)).length > 0) fail(`${dataDir} 里已有内容，请换一个空文件夹。`);

/** A fixed present (`--at 2026-11-24`) makes two demo schools comparable. */
const present = at === undefined ? Date.now() : Date.parse(`${at}T10:00:00.000Z`);
const task = {
  dataDir,
  resourcesDir: join(projectDir, 'resources'),
  clock: { now: () => present },
  log: {
    error: (message: string, cause?: unknown) => process.stderr.write(`${message} ${String(cause)}\n`),
    info: () => undefined,
  },
};

let said = '';
const logins = await buildDemo({
  ...task,
  report: async (_done, _total, note) => {
    if (note !== said) process.stderr.write(`${note}…\n`);
    said = note;
  },
});
const exported = await exportDemo({ ...task, outDir });
const summary = { ...exported, logins };
await writeFile(join(outDir, 'summary.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
process.stdout.write(`${JSON.stringify(summary.counts)}\n`);
