import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fontNames, type ReadAt } from './font-names.ts';
import { fontFolders, installedFontNames, judgeFonts } from './fonts-present.ts';

interface Name {
  readonly platform: number;
  readonly encoding: number;
  readonly id: number;
  readonly bytes: Uint8Array;
}

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1)
    new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at));
  return bytes;
};

const windows = (id: number, text: string): Name => ({ platform: 3, encoding: 1, id, bytes: utf16(text) });

const nameTable = (names: readonly Name[]): Uint8Array => {
  const strings = names.flatMap(({ bytes }) => [...bytes]);
  const head = new DataView(new ArrayBuffer(6 + names.length * 12));
  head.setUint16(2, names.length);
  head.setUint16(4, head.byteLength);
  let offset = 0;
  for (const [index, { platform, encoding, id, bytes }] of names.entries()) {
    const at = 6 + index * 12;
    head.setUint16(at, platform);
    head.setUint16(at + 2, encoding);
    head.setUint16(at + 6, id);
    head.setUint16(at + 8, bytes.length);
    head.setUint16(at + 10, offset);
    offset += bytes.length;
  }
  return new Uint8Array([...new Uint8Array(head.buffer), ...strings]);
};

/** A font of one table, as it lies at `offset` of a file. */
const font = (names: readonly Name[], offset = 0): Uint8Array => {
  const table = nameTable(names);
  const head = new DataView(new ArrayBuffer(28));
  head.setUint32(0, 0x00010000);
  head.setUint16(4, 1);
  head.setUint32(12, 0x6e616d65);
  head.setUint32(20, offset + 28);
  head.setUint32(24, table.length);
  return new Uint8Array([...new Uint8Array(head.buffer), ...table]);
};

const collection = (fonts: readonly (readonly Name[])[]): Uint8Array => {
  const start = 12 + fonts.length * 4;
  const head = new DataView(new ArrayBuffer(start));
  head.setUint32(0, 0x74746366);
  head.setUint32(8, fonts.length);
  const parts: number[] = [];
  for (const [index, names] of fonts.entries()) {
    head.setUint32(12 + index * 4, start + parts.length);
    parts.push(...font(names, start + parts.length));
  }
  return new Uint8Array([...new Uint8Array(head.buffer), ...parts]);
};

const reading =
  (bytes: Uint8Array): ReadAt =>
  (offset, length) =>
    Promise.resolve(bytes.slice(offset, offset + length));

describe('names of a font file', () => {
  it('are read in every language, whatever else the table says', async () => {
    const bytes = font([
      windows(1, '仿宋'),
      windows(1, 'FangSong'),
      windows(2, '常规'),
      windows(6, 'FangSong'),
    ]);
    expect(await fontNames(reading(bytes))).toEqual(['仿宋', 'FangSong', 'FangSong']);
  });

  it('are read from all fonts of a collection', async () => {
    const bytes = collection([[windows(1, '宋体')], [windows(1, '新宋体')]]);
    expect(await fontNames(reading(bytes))).toEqual(['宋体', '新宋体']);
  });

  it('are read in the encodings of older Chinese fonts', async () => {
    const gbk = new Uint8Array([0xb7, 0xc2, 0xcb, 0xce]);
    const names: Name[] = [
      { platform: 3, encoding: 3, id: 1, bytes: gbk },
      { platform: 1, encoding: 25, id: 1, bytes: gbk },
      { platform: 1, encoding: 0, id: 1, bytes: new TextEncoder().encode('FangSong_GB2312') },
    ];
    expect(await fontNames(reading(font(names)))).toEqual(['仿宋', '仿宋', 'FangSong_GB2312']);
  });

  it('are none in a file that is no font, and in any damaged one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(200), async (noise, cut) => {
        expect(await fontNames(reading(noise))).toBeInstanceOf(Array);
        const whole = collection([[windows(1, '宋体')], [windows(1, '新宋体')]]);
        const damaged = whole.slice(0, cut);
        damaged.set(noise.slice(0, Math.max(0, damaged.length - 20)), Math.min(20, damaged.length));
        expect(await fontNames(reading(damaged))).toBeInstanceOf(Array);
      }),
    );
    expect(await fontNames(reading(new TextEncoder().encode('not a font at all')))).toEqual([]);
  });
});

describe('typefaces of papers', () => {
  const state = (installed: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      judgeFonts(installed).map(({ name, state: is, instead }) => [name, `${is} ${instead ?? ''}`.trim()]),
    );

  it('of a plain Windows: 仿宋 and 楷体 stand for their GB2312 sisters, 小标宋 is missed and 宋体 shown', () => {
    expect(state(['FangSong', '仿宋', 'KaiTi', '楷体', 'SimHei', '黑体', 'SimSun', '宋体'])).toEqual({
      仿宋_GB2312: 'alike 仿宋',
      楷体_GB2312: 'alike 楷体',
      黑体: 'present',
      宋体: 'present',
      方正小标宋简体: 'missing 宋体',
    });
  });

  it('are there under their English names, in whatever case', () => {
    const { 仿宋_GB2312: fang, 方正小标宋简体: title } = state(['fangsong_gb2312', 'FZXIAOBIAOSONG-B05S']);
    expect([fang, title]).toEqual(['present', 'present']);
  });

  it('are all missing on a PC without Chinese fonts', () => {
    expect(judgeFonts(['Arial', 'Noto Sans CJK SC']).map(({ state: is }) => is)).toEqual(
      Array.from({ length: 5 }, () => 'missing'),
    );
  });
});

describe('fonts of a PC', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingze-fonts-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('are found in the folders and below, by what they say and not by the names of their files', async () => {
    await mkdir(join(dir, 'zh'));
    await writeFile(join(dir, 'zh', 'anything.TTF'), font([windows(1, '楷体')]));
    await writeFile(join(dir, 'simfang.ttf'), 'cut off');
    await writeFile(join(dir, 'readme.txt'), font([windows(1, '黑体')]));
    expect(await installedFontNames([dir, join(dir, 'no-such-folder')])).toEqual(new Set(['楷体']));
  });

  it('lie for all users and for one of them, on each system', () => {
    expect(fontFolders('win32', { WINDIR: 'D:\\Windows', LOCALAPPDATA: 'D:\\L' }, 'D:\\U')).toEqual([
      'D:\\Windows\\Fonts',
      'D:\\L\\Microsoft\\Windows\\Fonts',
    ]);
    expect(fontFolders('win32', {}, 'C:\\Users\\z')).toEqual([
      'C:\\Windows\\Fonts',
      'C:\\Users\\z\\AppData\\Local\\Microsoft\\Windows\\Fonts',
    ]);
    expect(fontFolders('linux', {}, '/home/z')).toContain('/home/z/.local/share/fonts');
    expect(fontFolders('darwin', {}, '/Users/z')).toContain('/Users/z/Library/Fonts');
  });
});
