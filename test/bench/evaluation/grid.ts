import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import buildOnce from '../../support/build-once.ts';
import { openCaseScreens } from '../../support/case-screens.ts';
import { draftOf, withTeachers } from '../../support/evaluation/teachers.ts';
import type { Caller } from '../../support/harness.ts';
import { openPage } from '../../support/screen-acts.ts';
import { median, row, type BenchRow } from '../row.ts';

const ROWS = 300;
const COLUMNS = 40;
const KEYS = 120;

/** 40 indicators, so that 300 people make 12,000 cells. */
const content: IndicatorContent = {
  name: '四十项指标',
  about: '',
  dimensions: Array.from({ length: 4 }, (_, dimension) => ({
    id: `d${String(dimension)}`,
    name: `维度${String(dimension + 1)}`,
    weight: 2500,
    indicators: Array.from({ length: COLUMNS / 4 }, (__, at) => ({
      id: `i${String(dimension)}-${String(at)}`,
      name: `指标${String(dimension * 10 + at + 1)}`,
      standard: '按标准打分。',
      evidence: '',
      weight: 1000,
      fullMarks: 10_000,
      method: { kind: 'points' },
      vetoBelow: null,
    })),
  })),
  bands: [
    { label: '合格', from: 6000 },
    { label: '不合格', from: 0 },
  ],
};

const prepare = async (one: Caller): Promise<string> => {
  const made = await one.call('evaluation.createSystem', { kind: 'teacher', name: content.name });
  const version = made.versions[0]?.version;
  if (!version) throw new Error('the system has no version');
  await one.call('evaluation.saveVersion', { id: version.id, rev: version.rev, content });
  const draft = await draftOf(one, [
    {
      id: 'lead',
      kind: 'leader',
      name: '领导评价',
      weight: 10_000,
      dimensionIds: null,
      raters: [{ id: 'r1', name: '张校长', userId: null }],
    },
  ]);
  const { cycle } = await one.call('evaluation.start', { id: draft.cycle.id, rev: draft.cycle.rev });
  return cycle.id;
};

/** Notes when each key went down, and when the frame was painted that came of it. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp;
        requestAnimationFrame(() => {
          // A message that is sent while a frame is being made is delivered once it has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => took.push(performance.now() - began);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });

const typed = async (page: Page, keyOf: (at: number) => string): Promise<number[]> => {
  for (let at = 0; at < KEYS; at += 1) {
    await page.keyboard.press(keyOf(at));
    await page.waitForTimeout(25);
  }
  const took: unknown = await page.evaluate<unknown>('window.took');
  return z.array(z.number()).parse(took).slice(10);
};

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** As many plain fields in a plain table, with nothing behind them. */
const bareTable = (page: Page): Promise<void> =>
  page.setContent(
    `<table>${Array.from(
      { length: ROWS },
      () => `<tr>${'<td><input style="width:3em"></td>'.repeat(COLUMNS)}</tr>`,
    ).join('')}</table>`,
  );

/**
 * From the key that types into a cell of a score sheet of 300 × 40 cells to the frame that shows it, against a plain
 * table of as many fields. Milliseconds: the median, and what 95 of 100 keys stay below.
 */
export const measureGrid = async (): Promise<BenchRow[]> => {
  await buildOnce();
  let cycleId = '';
  const screens = await openCaseScreens('bench', async (one, desk) => {
    await withTeachers(
      desk,
      Array.from({ length: ROWS }, (_, at) => ({ name: `教师${String(at + 1)}`, department: 1 })),
    );
    cycleId = await prepare(one);
  });
  try {
    const { page } = screens;
    await openPage(page, `/evaluation/cycles/${cycleId}/score/lead/r1`);
    const grid = page.getByRole('grid', { name: /评分表/ });
    await grid.waitFor();
    await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    await watchKeys(page);
    // Every second key begins a cell, the next one leaves it downwards and saves.
    const ours = await typed(page, (at) => (at % 2 === 0 ? '8' : 'Enter'));
    await page.goto('about:blank');
    await bareTable(page);
    await page.locator('input').first().click();
    await watchKeys(page);
    const theirs = await typed(page, (at) => (at % 2 === 0 ? '8' : 'Tab'));
    const peer = 'a plain table of as many input fields';
    return [
      row('grid-12k', 'ms', median(ours), peer, median(theirs)),
      row('grid-12k-p95', 'ms', p95(ours), peer, p95(theirs)),
    ];
  } finally {
    await screens.close();
  }
};
