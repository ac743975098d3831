import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { unpackedSizeOf } from './zip-size.ts';

describe('what a zip file says it unpacks to', () => {
  it('is the sum of its files', async () => {
    const zip = new JSZip();
    zip.file('a.txt', 'x'.repeat(100_000));
    zip.file('b/c.bin', new Uint8Array(234));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', comment: '备注' });
    expect(bytes.length).toBeLessThan(2000);
    expect(unpackedSizeOf(bytes)).toBe(100_234);
  });

  it('is unknown of what is no whole zip file', async () => {
    expect(unpackedSizeOf(new Uint8Array())).toBeUndefined();
    expect(unpackedSizeOf(new TextEncoder().encode('not a zip file at all'))).toBeUndefined();
    const zip = await new JSZip().file('a.txt', 'text').generateAsync({ type: 'uint8array' });
    expect(unpackedSizeOf(zip.slice(0, -10))).toBeUndefined();
    // The directory's place is damaged.
    zip.set([0xff, 0xff, 0xff, 0x7f], zip.length - 6);
    expect(unpackedSizeOf(zip)).toBeUndefined();
  });
});
