import { describe, expect, it } from 'vitest';
import { AppError, type Failure } from '../../shared/kernel/result.ts';
import { createJobs } from './jobs.ts';

const defect: Failure = { code: 'internal', message: '程序出现意外错误。' };

const setUp = () => {
  let next = 0;
  return createJobs(
    () => `job-${String((next += 1))}`,
    () => defect,
  );
};

/** Lets queued work run until nothing is due. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
};

describe('jobs', () => {
  it('shows progress to the session that started it and to no other', async () => {
    const jobs = setUp();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const id = jobs.start('导入名册', 'mine', async (job) => {
      await job.report(1, 4, '正在读取第 1 张表');
      await held;
    });
    await settle();
    expect(jobs.view(id, 'mine')).toMatchObject({
      state: 'running',
      progress: 0.25,
      note: '正在读取第 1 张表',
    });
    expect(() => jobs.view(id, 'other')).toThrow(AppError);
    release();
    await settle();
    expect(jobs.view(id, 'mine')).toMatchObject({ state: 'done', progress: 1 });
  });

  it('stops at the next report after being cancelled', async () => {
    const jobs = setUp();
    let reached = 0;
    const id = jobs.start('导入名册', 'mine', async (job) => {
      for (let row = 0; row < 1000; row += 1) {
        reached = row;
        await job.report(row, 1000, '正在核对');
      }
    });
    await settle();
    jobs.cancel(id, 'mine');
    await settle();
    expect(jobs.view(id, 'mine').state).toBe('cancelled');
    expect(reached).toBeLessThan(999);
  });

  it('keeps the refusal of the work, and hides a defect behind a plain sentence', async () => {
    const jobs = setUp();
    const refused = jobs.start('甲', 'mine', async () => {
      throw new AppError('invalid', '第 3 行缺少工号。');
    });
    const broken = jobs.start('乙', 'mine', async () => {
      throw new TypeError('x is not a function');
    });
    await settle();
    expect(jobs.view(refused, 'mine').error).toEqual({ code: 'invalid', message: '第 3 行缺少工号。' });
    expect(jobs.view(broken, 'mine').error).toEqual(defect);
  });

  it('waits for what runs when the app closes', async () => {
    const jobs = setUp();
    const id = jobs.start('甲', 'mine', async (job) => {
      for (;;) await job.report(0, 1, '');
    });
    await jobs.drain();
    expect(jobs.view(id, 'mine').state).toBe('cancelled');
  });
});
