import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFilePackage, PackageEntry } from './model.ts';
import { packZip, type PackOptions } from './pack-zip.ts';
import { writePackage } from './to-file.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const entry = (name: string, bytes: Uint8Array, more: Partial<PackageEntry> = {}): PackageEntry => ({
  path: ['02 证据', name],
  title: name.replace(/\.[^.]*$/, ''),
  read: async () => bytes,
  ...more,
});

/** Bytes that cannot be packed any smaller, the same in every run. */
const big = Buffer.concat(
  Array.from({ length: 22_000 }, (_, index) => createHash('sha256').update(String(index)).digest()),
);
const source: CaseFilePackage = {
  title: '关于教学常规检查有关问题的问责案卷',
  issuer: '青禾市文苑初级中学',
  number: '2026-3',
  createdAt: '2026-11-24T01:00:00.000Z',
  entries: [
    entry('登记表.txt', Buffer.from('登记'), {
      path: ['01 登记', '登记表.txt'],
      author: '办公室',
      number: '文苑中〔2026〕3号',
      day: '2026-11-20',
      pages: 2,
    }),
    entry('照片.jpg', big, { pages: 1 }),
    entry('照片.jpg', Buffer.from('另一张'), { note: '复制件' }),
    entry('空.txt', new Uint8Array()),
  ],
};

const packed = async (given: CaseFilePackage, options?: PackOptions): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of packZip(given, options).bytes) pieces.push(piece);
  return Buffer.concat(pieces);
};

const fileIn = async (zip: JSZip, path: string): Promise<Buffer> => {
  const file = zip.file(path);
  if (!file) throw new Error(`no ${path}`);
  return file.async('nodebuffer');
};

const held = async (read: ReturnType<PackageEntry['read']>): Promise<Uint8Array> => {
  if (Symbol.asyncIterator in read) throw new Error('comes in pieces');
  return read;
};

describe('a case file as one zip', () => {
  it('holds every file as it is, under its own name', async () => {
    const zip = await JSZip.loadAsync(await packed(source), { checkCRC32: true });
    expect(Object.keys(zip.files)).toEqual([
      '01 登记/登记表.txt',
      '02 证据/照片.jpg',
      '02 证据/照片（2）.jpg',
      '02 证据/空.txt',
      '目录.docx',
      '目录.xlsx',
      '清单.txt',
    ]);
    expect((await fileIn(zip, '02 证据/照片.jpg')).equals(big)).toBe(true);
    expect((await fileIn(zip, '02 证据/照片（2）.jpg')).toString()).toBe('另一张');
    expect(await fileIn(zip, '02 证据/空.txt')).toHaveLength(0);
  });

  it('lists the hash and size of all but the list itself, sorted, in lines of Windows', async () => {
    const zip = await JSZip.loadAsync(await packed(source));
    const text = (await fileIn(zip, '清单.txt')).toString('utf8');
    const lines = text.split('\r\n').filter((line) => /^[0-9a-f]{64}/.test(line));
    expect(lines).toHaveLength(6);
    const paths: string[] = [];
    for (const line of lines) {
      const [, hash = '', size = '', path = ''] = /^(\w{64}) +(\d+) {2}(.+)$/.exec(line) ?? [];
      const bytes = await fileIn(zip, path);
      expect({ hash, size }).toEqual({ hash: sha256(bytes), size: String(bytes.length) });
      paths.push(path);
    }
    expect(paths).toEqual([...paths].sort());
    expect(text).toContain('导出时间：2026年11月24日 09:00');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('has a list of contents for people, with page numbers as far as pages are known', async () => {
    const zip = await JSZip.loadAsync(await packed(source));
    const word = await JSZip.loadAsync(await fileIn(zip, '目录.docx'));
    const text = (await fileIn(word, 'word/document.xml')).toString().replace(/<[^>]+>/g, '|');
    for (const part of [
      '卷内文件目录',
      '编号：2026-3',
      '文苑中〔2026〕3号',
      '2026年11月20日',
      '1—2',
      '复制件',
    ])
      expect(text).toContain(part);

    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(await fileIn(zip, '目录.xlsx')).buffer);
    const rows: string[][] = [];
    book.worksheets[0]?.eachRow((row) => {
      const texts: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text));
      rows.push(texts);
    });
    expect(
      rows.slice(-4).map(([number, , , title, , pages, , path]) => [number, title, pages, path]),
    ).toEqual([
      ['1', '登记表', '1—2', '01 登记/登记表.txt'],
      ['2', '照片', '3', '02 证据/照片.jpg'],
      ['3', '照片', '4', '02 证据/照片（2）.jpg'],
      ['4', '空', '', '02 证据/空.txt'],
    ]);
    expect(rows.at(-3)?.at(-1)).toBe(sha256(big));
  });

  it('is byte for byte the same at another time', async () => {
    const first = await packed(source);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await packed(source)).equals(first)).toBe(true);
    for (const { date } of Object.values((await JSZip.loadAsync(first)).files))
      expect(date.getUTCFullYear()).toBe(1980);
  });

  it('reads one file at a time, and none before it is wanted', async () => {
    let read = 0;
    const entries = Array.from({ length: 50 }, (_blank, index) =>
      entry(`${String(index)}.bin`, big, {
        read: async () => {
          read += 1;
          return big;
        },
      }),
    );
    const { bytes } = packZip({ ...source, entries });
    expect(read).toBe(0);
    const reader = bytes[Symbol.asyncIterator]();
    await reader.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(read).toBe(1);
    await reader.return?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(read).toBe(1);
  });

  it('refuses a file that is not what was registered', async () => {
    const entries = [entry('记录.txt', Buffer.from('改过的'), { hash: sha256(Buffer.from('原来的')) })];
    await expect(packed({ ...source, entries })).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('02 证据/记录.txt') as unknown,
    });
  });

  it('tells how far it is', async () => {
    const told: [number, number][] = [];
    await packed(source, { onProgress: (done, total) => void told.push([done, total]) });
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7].map((done) => [done, 7]));
  });
});

describe('a case file on the disk', () => {
  let dir: string;
  beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'mingze-package-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('is the package, with its size and hash', async () => {
    const path = join(dir, '案卷.zip');
    const written = await writePackage(path, source);
    const bytes = await readFile(path);
    expect(bytes.equals(await packed(source))).toBe(true);
    expect(written).toMatchObject({ size: bytes.length, hash: sha256(bytes) });
    expect(written.files).toHaveLength(7);
  });

  it.each([
    [
      'by progress',
      { onProgress: (done: number) => done === 2 && Promise.reject(new Error('stop')) },
      'stop',
    ],
    ['by signal', { signal: AbortSignal.abort(new Error('stop')) }, 'stop'],
  ])(
    'leaves nothing when it is cancelled %s, and what stood there before stays',
    async (_how, options, why) => {
      const path = join(dir, '案卷.zip');
      await writeFile(path, 'older');
      const stopped = writePackage(path, source, {
        ...('signal' in options
          ? options
          : {
              onProgress: async (done) => {
                await options.onProgress(done);
              },
            }),
      });
      await expect(stopped).rejects.toThrow(why);
      expect(await readdir(dir)).toEqual(['案卷.zip']);
      expect(await readFile(path, 'utf8')).toBe('older');
    },
  );

  it('leaves nothing when it is cancelled in the midst of a file', async () => {
    const stop = new AbortController();
    const entries = source.entries.map((each) => ({
      ...each,
      read: async () => {
        if (each.title === '空') stop.abort(new Error('stop'));
        return held(each.read());
      },
    }));
    await expect(
      writePackage(join(dir, '案卷.zip'), { ...source, entries }, { signal: stop.signal }),
    ).rejects.toThrow('stop');
    expect(await readdir(dir)).toEqual([]);
  });

  it('passes a large file through, the same each time, and is stopped in the middle of it', async () => {
    const bytes = Buffer.alloc(5 * 1024 * 1024, 'ab');
    let given = 0;
    async function* read(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.byteLength; at += 1024 * 1024) {
        given += 1;
        yield bytes.subarray(at, at + 1024 * 1024);
      }
    }
    const large: PackageEntry = { path: ['录像.mp4'], title: '录像', large: true, read };
    const whole = { ...source, entries: [...source.entries, large] };
    const [one, other] = [join(dir, '一.zip'), join(dir, '二.zip')];
    expect((await writePackage(one, whole)).hash).toBe((await writePackage(other, whole)).hash);
    const zip = await JSZip.loadAsync(await readFile(one));
    expect((await zip.file('录像.mp4')?.async('nodebuffer'))?.equals(bytes)).toBe(true);
    given = 0;
    const beat = (): void => {
      if (given === 2) throw new Error('stop');
    };
    await expect(writePackage(join(dir, '三.zip'), whole, { beat })).rejects.toThrow('stop');
    expect(given).toBe(2);
    expect((await readdir(dir)).sort()).toEqual(['一.zip', '二.zip'].sort());
  });

  it('leaves nothing when a file cannot be read', async () => {
    const broken = entry('坏.txt', new Uint8Array(), { read: () => Promise.reject(new Error('unreadable')) });
    await expect(
      writePackage(join(dir, '案卷.zip'), { ...source, entries: [...source.entries, broken] }),
    ).rejects.toThrow('unreadable');
    expect(await readdir(dir)).toEqual([]);
  });
});
