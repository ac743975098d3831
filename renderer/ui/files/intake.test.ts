import { describe, expect, it } from 'vitest';
import { refusalOf } from './intake.ts';

const MB = 1024 * 1024;

describe('files that are not even read', () => {
  it('are the empty and the too large', () => {
    expect(refusalOf({ name: 'a.pdf', size: 1 }, 20)).toBeUndefined();
    expect(refusalOf({ name: 'a.pdf', size: 20 * MB }, 20)).toBeUndefined();
    expect(refusalOf({ name: 'a.pdf', size: 0 }, 20)).toMatch(/空的/);
    expect(refusalOf({ name: 'a.pdf', size: 20 * MB + 1 }, 20)).toMatch(/超过 20 MB.*分成几个文件/);
  });

  it('are told what to do instead, by what they are', () => {
    expect(refusalOf({ name: 'a.mp4', size: 21 * MB }, 20)).toMatch(/截取.*片段/);
    expect(refusalOf({ name: 'a.mp3', size: 21 * MB }, 20)).toMatch(/截取.*片段/);
    expect(refusalOf({ name: 'a.png', size: 21 * MB }, 20)).toMatch(/\.jpg/);
  });
});
