import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paperSamples } from '../../electron/demo/paper-samples.ts';
import { renderWord } from '../../electron/documents/word/pack.ts';

const script = fileURLToPath(new URL('../../electron/cli/papers.ts', import.meta.url));

describe('npm run papers', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingze-papers-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('has samples of different names, each with its title in Chinese', () => {
    const names = paperSamples.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, title } of paperSamples) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/\p{Script=Han}/u);
    }
  });

  it('writes every sample to Word, and says in one line that LibreOffice is missing where it is', async () => {
    // With an empty PATH none of the programs for pages and pictures is found.
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [script, '--out', dir, '--samples'],
      { env: { ...process.env, PATH: dir } },
    );
    expect(JSON.parse(stdout)).toEqual({ word: paperSamples.length, pdf: 0, png: 0 });
    expect(stderr.trim().split('\n')).toEqual([
      '没有安装 LibreOffice，只生成 Word 文件。(LibreOffice is not installed: Word files only.)',
    ]);
    const written = await readdir(join(dir, 'word'));
    expect(written.sort()).toEqual(paperSamples.map(({ name }) => `${name}.docx`).sort());
    const [first] = paperSamples;
    if (!first) throw new Error('no samples');
    const bytes = await readFile(join(dir, 'word', `${first.name}.docx`));
    expect(new Uint8Array(bytes)).toEqual(await renderWord(await first.paper()));
  });
});
