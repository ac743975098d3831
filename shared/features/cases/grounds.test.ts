import { describe, expect, it } from 'vitest';
import { groundTexts } from './grounds.ts';

const cited = (...texts: string[]): string => groundTexts(texts.map((text) => ({ text }))).join('、');

describe('the grounds as a paper names them', () => {
  it('name a law once when several of its articles may not be printed', () => {
    expect(cited('《教育法》', '《教师法》第八条', '《教育法》')).toBe('《教育法》、《教师法》第八条');
  });

  it('leave out the bare name of a law whose article is cited', () => {
    expect(cited('《教育法》', '《教育法》第二十九条', '《教育法》第八条')).toBe(
      '《教育法》第二十九条、《教育法》第八条',
    );
  });

  it('keep an article beside one that begins with the same figures', () => {
    expect(cited('《教育法》第二十条', '《教育法》第二十条第一款')).toBe(
      '《教育法》第二十条、《教育法》第二十条第一款',
    );
  });
});
