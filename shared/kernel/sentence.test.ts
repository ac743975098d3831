import { describe, expect, it } from 'vitest';
import { sentence } from './sentence.ts';

describe('a text as whole sentences', () => {
  it.each([
    ['迟到三次', '迟到三次。'],
    [' 迟到三次。\n', '迟到三次。'],
    ['他说：“不去。”', '他说：“不去。”'],
    ['现公示如下：', '现公示如下：'],
    ['为什么？', '为什么？'],
    ['  ', ''],
  ])('closes %j', (text, closed) => expect(sentence(text)).toBe(closed));
});
