import { describe, expect, it } from 'vitest';
import { incomingFileSchema, MOST_FILE_MEGABYTES } from './entity.ts';

const file = (bytes: number) => ({
  name: '录像.mp4',
  mime: 'video/mp4',
  base64: Buffer.alloc(bytes).toString('base64'),
});
const MOST = MOST_FILE_MEGABYTES * 1024 * 1024;

describe('a file that is brought in', () => {
  it('may weigh what a call carries', () =>
    expect(incomingFileSchema.safeParse(file(MOST)).success).toBe(true));

  it('is refused with advice when it weighs more', () => {
    const parsed = incomingFileSchema.safeParse(file(MOST + 3));
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [[], '文件超过 20 MB，不能添加。请拆分或压缩后再试，录像请截取有关的片段。'],
    ]);
  });
});
