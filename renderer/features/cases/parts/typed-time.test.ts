import { describe, expect, it } from 'vitest';
import { parseTypedTime } from './typed-time.ts';

describe('a time as people type it', () => {
  it.each([
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9:05', '09:05'],
    ['14：30', '14:30'],
    ['9.30', '09:30'],
    ['9点', '09:00'],
    ['9点半', '09:30'],
    ['15时20分', '15:20'],
    [' 8 ', '08:00'],
    ['23:59', '23:59'],
  ])('reads %s as %s', (typed, time) => {
    expect(parseTypedTime(typed)).toBe(time);
  });

  it.each(['', '24:00', '9:60', '960', '9:5', '上午九点', '12345'])('takes %s for no time', (typed) => {
    expect(parseTypedTime(typed)).toBeUndefined();
  });
});
