import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changeText, GENESIS_HASH, openLine, sealLine } from './line.ts';

const who = { userId: 'u1', name: '周敏' };
const head = { seq: 7, at: '2026-11-24T01:00:00.000Z', who, act: 'cases.decide' };
const change = changeText('people', 'p1', { id: 'p1', rev: 1, name: '王“小”明\n\u2028' });

describe('a journal line', () => {
  it('reads back as it was written', () => {
    const sealed = sealLine(GENESIS_HASH, head, [change, changeText('people', 'p2', undefined)]);
    const opened = openLine(GENESIS_HASH, 7, sealed.bytes);
    expect(opened).toEqual({
      ok: true,
      hash: sealed.hash,
      line: {
        ...head,
        changes: [
          { collection: 'people', after: { id: 'p1', rev: 1, name: '王“小”明\n\u2028' } },
          { collection: 'people', removed: 'p2' },
        ],
        hash: sealed.hash,
      },
    });
  });

  it('can be checked by anybody: SHA-256 of the previous hash and the line without its own', () => {
    const sealed = sealLine('ab'.repeat(32), head, [change]);
    const text = Buffer.from(sealed.bytes).toString('utf8');
    const bare = text.replace(/,"hash":"[0-9a-f]{64}"\}$/, '}');
    expect(createHash('sha256').update('ab'.repeat(32)).update(bare).digest('hex')).toBe(sealed.hash);
    expect(text.endsWith(`,"hash":"${sealed.hash}"}`)).toBe(true);
  });

  it('is refused when any one bit of it differs, behind another line, or under another number', () => {
    const { bytes } = sealLine(GENESIS_HASH, head, [change]);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openLine(GENESIS_HASH, 7, flipped).ok).toBe(false);
    }
    expect(openLine('1'.repeat(64), 7, bytes).ok).toBe(false);
    expect(openLine(GENESIS_HASH, 8, bytes).ok).toBe(false);
  });

  it('is refused when it is cut anywhere', () => {
    const { bytes } = sealLine(GENESIS_HASH, head, [change]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(openLine(GENESIS_HASH, 7, bytes.subarray(0, length)).ok).toBe(false);
    }
  });

  it('keeps whatever a record may hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string({ unit: 'binary' }), (value, text) => {
        const record = { id: 'p1', rev: 1, value, text };
        const { bytes } = sealLine(GENESIS_HASH, head, [changeText('people', 'p1', record)]);
        const opened = openLine(GENESIS_HASH, 7, bytes);
        const stored: unknown = JSON.parse(JSON.stringify(record));
        expect(opened.ok && opened.line.changes[0]).toEqual({ collection: 'people', after: stored });
        expect(bytes.includes(0x0a)).toBe(false);
      }),
    );
  });
});
