import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_WORD, mapTexts, summaryOf, withoutSource } from './texts.ts';
import { sampleLead } from '../../../test/support/sample-lead.ts';

describe('a text without its source', () => {
  it('speaks of 反映人 and of no number', () => {
    expect(
      withoutSource('我是李梅（电话 138-1234 5678），李　梅反映：孩子被推倒。', {
        name: '李梅',
        contact: '13812345678',
      }),
    ).toBe(`我是反映人（电话 ${CONTACT_WORD}），反映人反映：孩子被推倒。`);
  });

  it('stays as it is without a source', () => {
    expect(withoutSource('食堂饭菜太凉', { name: '', contact: '' })).toBe('食堂饭菜太凉');
    expect(withoutSource('12 号教室', { name: '', contact: '12' })).toBe('12 号教室');
  });

  it('never holds the name, wherever it was typed', () => {
    const name = fc.stringMatching(/^[李王张][梅红军]{1,2}$/);
    fc.assert(
      fc.property(name, fc.array(fc.string({ maxLength: 8 }), { maxLength: 6 }), (source, pieces) => {
        const text = pieces.join(source);
        expect(withoutSource(text, { name: source, contact: '' })).not.toContain(source);
      }),
    );
  });
});

describe('every typed text of a lead', () => {
  it('is reached, and nothing else is changed', () => {
    const lead = sampleLead({ texts: '某处' });
    const marked = mapTexts(lead, (text) => text.replaceAll('某处', '■■'));
    expect(JSON.stringify(marked)).not.toContain('某处');
    expect(JSON.stringify(marked).split('■■')).toHaveLength(JSON.stringify(lead).split('某处').length);
    expect(mapTexts(lead, (text) => text)).toEqual(lead);
  });
});

describe('a summary', () => {
  it.each([
    ['值班时离岗。后来还补填了记录。', '值班时离岗。'],
    ['值班时离岗', '值班时离岗'],
    ['  第一行\n第二行  ', '第一行 第二行'],
  ])('%j becomes %j', (content, summary) => expect(summaryOf(content)).toBe(summary));

  it('is never longer than a list has room for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (content) => {
        expect(Array.from(summaryOf(content)).length).toBeLessThanOrEqual(48);
      }),
    );
  });
});
