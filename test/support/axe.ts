import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const violationsSchema = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullish(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/**
 * What axe-core finds serious or critical on the page as it stands, one line per element: rule, help, element.
 * Empty when the page is fine.
 */
export const seriousViolations = async (page: Page): Promise<string[]> => {
  if ((await page.evaluate('typeof window.axe')) === 'undefined')
    await page.evaluate(await readFile(source, 'utf8'));
  const found = violationsSchema.parse(
    await page.evaluate(
      'window.axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
    ),
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
    );
};
