import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, bytesOf, readFileContent } from './file-content.ts';
import { withFallbackFont } from './paper-pages.ts';

describe('files on their way through a call', () => {
  it('keeps every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([...bytesOf(base64Of(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  it('takes files that are larger than a call may have arguments', () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    expect(Buffer.from(base64Of(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true);
  });

  it('names the type of a file that has none', async () => {
    const file = await readFileContent(new File(['名册'], '名册.xlsx'));
    expect(file).toEqual({
      name: '名册.xlsx',
      mime: 'application/octet-stream',
      base64: Buffer.from('名册').toString('base64'),
    });
  });
});

describe('typefaces of a paper', () => {
  it('are followed by the bundled one', () => {
    expect(withFallbackFont('.a { font-family: FangSong; } .b{font-family:"SimHei",KaiTi}')).toBe(
      '.a { font-family: FangSong, "Noto Sans SC Variable", sans-serif; } .b{font-family: "SimHei",KaiTi, "Noto Sans SC Variable", sans-serif}',
    );
  });
});
