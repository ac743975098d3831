import { expect, it } from 'vitest';
import { runCrash } from '../crash/run.ts';

it('a killed process loses nothing that it had answered', async () => {
  const report = await runCrash(10, 2);
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ rounds: 10, lost: 0, attachmentsLost: 0, unopenable: 0 });
  expect(report.acknowledged).toBeGreaterThan(0);
});
