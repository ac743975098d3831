import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDemo } from '../demo/build-demo.ts';
import { exportDemo } from '../demo/export-demo.ts';
import { paperSamples } from '../demo/paper-samples.ts';
import { renderWord } from '../documents/word/pack.ts';
import { officeHere, toPdf, toPng } from './office.ts';
import { projectDir } from './project.ts';

const { out, samples } = parseArgs({
  options: { out: { type: 'string' }, samples: { type: 'boolean', default: false } },
}).values;

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const say = (message: string): void => void process.stderr.write(`${message}\n`);

const outDir = resolve(out ?? fail('请用 --out 指明输出文件夹，例如 npm run papers -- --out 文书'));
const wordDir = join(outDir, 'word');
const pagesDir = join(outDir, 'pages');
await mkdir(wordDir, { recursive: true });

for (const { name, paper } of paperSamples)
  await writeFile(join(wordDir, `${name}.docx`), await renderWord(await paper()));

/** The papers that the demo school issued, its case files and dossiers. */
const demoPapers = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mingze-papers-'));
  const present = Date.now();
  const task = {
    dataDir,
    resourcesDir: join(projectDir, 'resources'),
    clock: { now: () => present },
    log: {
      error: (message: string, cause?: unknown) => say(`${message} ${String(cause)}`),
      info: () => undefined,
    },
  };
  try {
    await buildDemo({ ...task, report: () => Promise.resolve() });
    await exportDemo({ ...task, outDir });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};

if (!samples) {
  say('正在建立演示学校……');
  await demoPapers();
}

const files = (await readdir(wordDir)).filter((name) => name.endsWith('.docx')).sort();
const here = await officeHere();
if (here.pdf) {
  await mkdir(pagesDir, { recursive: true });
  const pdfs = await toPdf(
    files.map((name) => join(wordDir, name)),
    pagesDir,
  );
  if (here.png) for (const pdf of pdfs) await toPng(pdf);
}
if (!here.pdf)
  say('没有安装 LibreOffice，只生成 Word 文件。(LibreOffice is not installed: Word files only.)');
else if (!here.png)
  say('没有安装 poppler-utils，只生成 Word 和 PDF。(pdftoppm is not installed: no pictures.)');

const pictures = here.png ? (await readdir(pagesDir)).filter((name) => name.endsWith('.png')).length : 0;
process.stdout.write(
  `${JSON.stringify({ word: files.length, pdf: here.pdf ? files.length : 0, png: pictures })}\n`,
);
