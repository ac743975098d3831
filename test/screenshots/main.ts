import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/chromium.ts';
import { buildDemoSchool, logInToDemo, settled, type DemoRecords } from '../support/demo-school.ts';
import { openPage } from '../support/screen-acts.ts';
import { serveApp } from '../support/served-app.ts';

/** The pictures of the README, made from the demo school as its principal sees it. */
const pictures: readonly {
  readonly name: string;
  readonly path: (records: DemoRecords) => string;
  /** A tab to open first. */
  readonly tab?: string;
  /** What has to be there before the picture is taken. */
  readonly shows?: string;
}[] = [
  { name: 'today', path: () => '/' },
  { name: 'case', path: ({ decidedCase }) => decidedCase },
  { name: 'calendar', path: () => '/deadlines' },
  { name: 'severity', path: () => '/standards/severity' },
  { name: 'grid', path: ({ scoreSheet }) => scoreSheet },
  { name: 'notice', path: ({ paper }) => paper, shows: '.docx' },
  { name: 'results', path: ({ confirmedCycle }) => confirmedCycle, tab: '结果' },
  { name: 'archive', path: ({ archive }) => archive },
];

const outDir = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url));
const dir = await mkdtemp(join(tmpdir(), 'mingze-screenshots-'));
try {
  const records = await buildDemoSchool(dir);
  await mkdir(outDir, { recursive: true });
  const app = await serveApp(dir);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      colorScheme: 'light',
    });
    await page.goto(app.url);
    await logInToDemo(page, 'xiaozhang');
    for (const { name, path, tab, shows } of pictures) {
      await openPage(page, path(records));
      await settled(page);
      if (tab !== undefined) await page.getByRole('tab', { name: tab, exact: true }).click();
      if (shows !== undefined) await page.locator(shows).first().waitFor();
      await settled(page);
      const file = join(outDir, `${name}.png`);
      await page.screenshot({ path: file });
      process.stdout.write(`${name}.png ${String(Math.round((await stat(file)).size / 1000))} kB\n`);
    }
  } finally {
    await browser.close();
    await app.stop();
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
