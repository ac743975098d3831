import { afterAll, describe, expect, it } from 'vitest';
import type { DownwardPaper } from '../word/model.ts';
import { renderWord } from '../word/pack.ts';
import { dismissWorkers, renderMany } from './paper-pool.ts';
import { workerScript } from './script.ts';

const notice = (sequence: number): DownwardPaper => ({
  form: 'official',
  issuer: '青禾市第一中学',
  number: `青一中〔2026〕${String(sequence)}号`,
  title: `关于第${String(sequence)}号事项的通报`,
  addressee: '各部门',
  body: [{ kind: 'paragraph', text: '经核实,现将有关情况通报如下。' }],
  signature: { issuer: '青禾市第一中学', day: '2026-11-24' },
  sealed: true,
  draft: false,
  properties: { title: `第${String(sequence)}号`, createdAt: '2026-11-24T01:00:00.000Z' },
});

const notices = Array.from({ length: 12 }, (_, index) => notice(index + 1));

afterAll(dismissWorkers);

describe('papers rendered in worker threads', () => {
  it('are the same files, in the order asked for', async () => {
    const seen: number[] = [];
    const files = await renderMany(notices, (done, total) => {
      expect(total).toBe(notices.length);
      seen.push(done);
    });
    const expected = await Promise.all(notices.map((paper) => renderWord(paper)));
    expect(files.map((file) => Buffer.from(file).toString('base64'))).toEqual(
      expected.map((file) => Buffer.from(file).toString('base64')),
    );
    expect(seen).toEqual(notices.map((_, index) => index + 1));
  });

  it('stop where the progress is told to stop, and the next batch is whole', async () => {
    let told = 0;
    const stopped = renderMany(notices, async (done) => {
      told = done;
      if (done === 3) throw new Error('cancelled');
    });
    await expect(stopped).rejects.toThrow('cancelled');
    expect(told).toBe(3);
    expect(await renderMany(notices.slice(0, 3))).toHaveLength(3);
  });

  it('fail as a whole when one cannot be rendered', async () => {
    const broken = { ...notice(1), signature: { issuer: '校', day: 'no day' } };
    await expect(renderMany([notice(1), broken, notice(2)])).rejects.toThrow(/paper 1/);
  });

  it('need nothing for nothing', async () => expect(await renderMany([])).toEqual([]));
});

describe('the script of the worker', () => {
  it('is named when it is missing', () =>
    expect(() => workerScript('paper-worker', 'file:///nowhere/dist/electron/main.js')).toThrow(
      /nowhere.*paper-worker\.js/,
    ));
});
