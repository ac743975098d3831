import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const answers = (program: string, argument: string): Promise<boolean> =>
  run(program, [argument], { timeout: 60_000 }).then(
    () => true,
    () => false,
  );

/** Why papers cannot be laid out here; undefined when they can: it takes LibreOffice, pdftotext and a Chinese font. */
export const whyNoOffice = async (): Promise<string | undefined> => {
  if (!(await answers('soffice', '--version'))) return 'LibreOffice (soffice) is not installed';
  if (!(await answers('pdftotext', '-v'))) return 'pdftotext (poppler-utils) is not installed';
  const fonts = await run('fc-list', [':lang=zh-cn', 'family']).catch(() => ({ stdout: '' }));
  return fonts.stdout.trim() === '' ? 'no font with Chinese characters is installed' : undefined;
};

/** One piece of text of a page and how far its box lies below the upper edge of the sheet, in millimetres. */
export interface LaidOutWord {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}

/** A paper as LibreOffice lays it out. */
export interface LaidOut {
  /** The lines of each page, without their page numbers. */
  readonly pages: readonly (readonly string[])[];
  readonly words: readonly (readonly LaidOutWord[])[];
}

const millimetres = (points: string | undefined): number => (Number(points) / 72) * 25.4;

const wordsIn = (page: string): LaidOutWord[] =>
  [...page.matchAll(/<word xMin="[^"]*" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">([^<]*)<\/word>/g)].map(
    ([, top, bottom, text]) => ({ text: text ?? '', top: millimetres(top), bottom: millimetres(bottom) }),
  );

export const laidOut = async (docx: Uint8Array): Promise<LaidOut> => {
  const dir = await mkdtemp(join(tmpdir(), 'mingze-office-'));
  const named = (ending: string): string => join(dir, `paper.${ending}`);
  try {
    await writeFile(named('docx'), docx);
    const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`;
    const convert = ['--headless', '--convert-to', 'pdf', '--outdir', dir, named('docx')];
    await run('soffice', [profile, ...convert], { timeout: 170_000 });
    await run('pdftotext', ['-layout', named('pdf'), named('txt')]);
    await run('pdftotext', ['-bbox', named('pdf'), named('html')]);
    const pages = (await readFile(named('txt'), 'utf8'))
      .split('\f')
      .map((page) => page.split('\n').map((line) => line.trim()))
      .map((lines) => lines.filter((line) => line !== '' && !/^— ?\d+ ?—$/.test(line)))
      .filter((lines) => lines.length > 0);
    const words = (await readFile(named('html'), 'utf8')).split('<page ').slice(1).map(wordsIn);
    return { pages, words };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
