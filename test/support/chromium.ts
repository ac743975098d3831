import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Browsers of the Chromium family where their installers put them. */
const installed = (): string[] => {
  const env = process.env;
  const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
    (folder) => folder !== undefined,
  );
  return [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programs.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ];
};

/** Nothing here may reach for the network: the browser's own errands are switched off. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * The browser that came with the npm packages. It unpacks itself into the temporary folder and would take any older
 * one that lies there, so it gets a folder of its own.
 */
const fromPackages = async (): Promise<{ executablePath: string; args: string[] }> => {
  const folder = join(tmpdir(), 'mingze-chromium-153');
  await mkdir(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: packed.args };
};

/** Starts a headless browser: an installed one when there is one, else the one from the packages. */
export const openBrowser = async (): Promise<Browser> => {
  const found = process.env['MINGZE_PACKED_BROWSER']
    ? undefined
    : installed().find((path) => existsSync(path));
  const { executablePath, args } = found ? { executablePath: found, args: [] } : await fromPackages();
  return chromium.launch({ executablePath, headless: true, args: [...new Set([...args, ...QUIET])] });
};
