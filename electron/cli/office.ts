import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Minutes for a run of LibreOffice: a hundred papers on a slow PC. */
const PATIENCE = 15 * 60_000;

const answers = (program: string, argument: string): Promise<boolean> =>
  run(program, [argument], { timeout: 60_000 }).then(
    () => true,
    () => false,
  );

/** Which of the two programs that turn Word files into pages and pictures are here. */
export const officeHere = async (): Promise<{ readonly pdf: boolean; readonly png: boolean }> => {
  const pdf = await answers('soffice', '--version');
  return { pdf, png: pdf && (await answers('pdftoppm', '-v')) };
};

/**
 * Turns Word files into PDF by LibreOffice, in one run with a profile of its own, so that an open window of it does not
 * stand in the way. Returns the paths of the PDF files.
 */
export const toPdf = async (files: readonly string[], outDir: string): Promise<string[]> => {
  const profile = await mkdtemp(join(tmpdir(), 'mingze-office-'));
  try {
    await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        outDir,
        ...files,
      ],
      { timeout: PATIENCE, maxBuffer: 64 * 1024 * 1024 },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return files.map((file) => join(outDir, `${basename(file, extname(file))}.pdf`));
};

/** Draws each page of a PDF file beside it as `name-1.png`, `name-2.png`…, 96 dots to the inch. */
export const toPng = async (pdf: string): Promise<void> => {
  await run('pdftoppm', ['-r', '96', '-png', pdf, pdf.slice(0, -extname(pdf).length)], { timeout: PATIENCE });
};
