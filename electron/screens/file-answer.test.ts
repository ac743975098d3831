import { describe, expect, it } from 'vitest';
import { answerFile, ticketIn } from './file-answer.ts';

const file = (name: string, text: string) => ({
  name,
  size: text.length,
  async *read(from: number, to: number) {
    yield Buffer.from(text.slice(from, to));
  },
});
const textOf = async (body: AsyncIterable<Uint8Array> | null): Promise<string> => {
  let text = '';
  for await (const piece of body ?? []) text += Buffer.from(piece).toString();
  return text;
};
const ask = (range: string | undefined, text = '0123456789') =>
  answerFile(file('录像.mp4', text), { method: 'GET', range });

describe('a stored file', () => {
  it.each([
    [undefined, 200, '0123456789', undefined],
    ['bytes=0-', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=3-5', 206, '345', 'bytes 3-5/10'],
    ['bytes=7-99', 206, '789', 'bytes 7-9/10'],
    ['bytes=-4', 206, '6789', 'bytes 6-9/10'],
    ['bytes=-40', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=5-3', 200, '0123456789', undefined],
    ['bytes=1-2,4-5', 200, '0123456789', undefined],
    ['bytes=-', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('asked for %s answers %i', async (range, status, text, where) => {
    const answer = ask(range);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-range']).toBe(where);
    expect(answer.headers['content-length']).toBe(String(text.length));
    expect(await textOf(answer.body)).toBe(text);
  });

  it('that is empty has no range', () => {
    expect(ask('bytes=0-', '').status).toBe(416);
    expect(ask(undefined, '').headers['content-length']).toBe('0');
  });

  it('sends its head alone when that is asked for, and takes nothing', () => {
    const head = answerFile(file('a.mp3', 'abc'), { method: 'HEAD', range: null });
    expect(head).toMatchObject({ status: 200, body: null, headers: { 'content-length': '3' } });
    expect(answerFile(file('a.mp3', 'abc'), { method: 'PUT', range: null }).status).toBe(405);
    expect(answerFile(undefined, { method: 'GET', range: null })).toMatchObject({ status: 404, body: null });
  });

  it.each([
    ['监控.MP4', 'video/mp4'],
    ['录音.m4a', 'audio/mp4'],
    ['页面.html', 'application/octet-stream'],
    ['图.svg', 'application/octet-stream'],
    ['没有后缀', 'application/octet-stream'],
  ])('%s is told as %s and can run nothing', (name, kind) => {
    const { headers } = answerFile(file(name, 'x'), { method: 'GET', range: null });
    expect(headers['content-type']).toBe(kind);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  });

  it('is known by its path', () => {
    expect(ticketIn('/files/abc')).toBe('abc');
    expect(ticketIn('/assets/files/abc')).toBeUndefined();
  });
});
