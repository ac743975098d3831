import { describe, expect, it } from 'vitest';
import { endingOf, fileKindOf, sizeText } from './file-kind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('what a file is', () => {
  it.each([
    ['说明.pdf', 'not a pdf', 'pdf'],
    ['没有后缀', '%PDF-1.4', 'pdf'],
    ['照片.txt', '\x89PNG\r\n\x1a\n', 'image'],
    ['a.jpg', '', 'image'],
    ['a.MP3', '', 'audio'],
    ['a.b.mp4', '', 'video'],
    ['a.webp', 'RIFFxxxxWAVE', 'audio'],
    ['笔录.DOCX', 'PK', 'word'],
    ['名单.xlsx', 'PK', 'sheet'],
    ['网页.html', '<script>', 'text'],
    ['图.svg', '<svg onload=…>', 'other'],
    ['程序.exe', 'MZ', 'other'],
    ['照片.jpg', '\0\0\0\x18ftypheic', 'other'],
    ['没有后缀', '', 'other'],
  ])('%s is seen by its first bytes, then by its name', (name, head, view) => {
    expect(fileKindOf(name, bytes(head)).view).toBe(view);
  });

  it('says why what is not shown is not', () => {
    for (const name of ['a.heic', 'a.doc', 'a.avi', 'a.zip', 'a.exe', 'a'])
      expect(fileKindOf(name, bytes('')).reason).toMatch(/[。]$/);
    expect(fileKindOf('a.pdf', bytes('')).reason).toBeUndefined();
  });

  it('takes no ending from a folder', () => {
    expect(endingOf('材料.v2/说明')).toBe('');
    expect(endingOf('说明.TXT')).toBe('txt');
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 字节'],
    [1023, '1023 字节'],
    [1024, '1 KB'],
    [1_048_576, '1.0 MB'],
    [20_971_520, '20.0 MB'],
  ])('%i bytes', (size, text) => expect(sizeText(size)).toBe(text));
});
