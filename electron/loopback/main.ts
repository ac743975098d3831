import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createDesk } from '../desk/desk.ts';
import { settingsInMemory } from '../desk/settings.ts';
import { buildDemo } from '../demo/build-demo.ts';
import type { Log } from '../features/context.ts';
import { startLoopback } from './host.ts';
import { openBrowser } from './open-browser.ts';
import { settingsInFile, settingsPath } from './settings-file.ts';

/** Two levels below the project's folder, both as source and as bundle. */
const projectDir = fileURLToPath(new URL('../../', import.meta.url));

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const log: Log = {
  error: (message, cause) =>
    tell(cause instanceof Error ? `${message}: ${cause.stack ?? cause.message}` : message),
  info: (message) => tell(message),
};

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port 应为 0 到 65535 的整数，收到的是 ${values.port}`);
  }
  return { data: values.data === undefined ? null : resolve(values.data), port, open: values.open };
};

const run = async (): Promise<void> => {
  const options = readOptions();
  const desk = await createDesk({
    defaultFolder: join(homedir(), '明责数据'),
    settings:
      options.data === null ? await settingsInFile(settingsPath(), log) : settingsInMemory(options.data),
    clock: Date,
    newId: randomUUID,
    log,
    resourcesDir: join(projectDir, 'resources'),
    buildDemo,
  });
  const host = await startLoopback({
    desk,
    rendererDir: join(projectDir, 'dist', 'renderer'),
    port: options.port,
    log,
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.all([host.close(), desk.close()]);
    process.exit(0);
  };
  const stopOrTell = (): void =>
    void stop().catch((cause: unknown) => {
      log.error('closing failed', cause);
      process.exit(1);
    });
  process.on('SIGINT', stopOrTell);
  process.on('SIGTERM', stopOrTell);

  const url = host.issueUrl();
  say(JSON.stringify({ url }));
  if (options.open) {
    if (await openBrowser(url)) tell('明责已在浏览器中打开。用完后请在这里按 Ctrl+C 退出。');
    else tell(`请用浏览器打开（只能用一次）：${url}`);
  }
  if (process.stdin.isTTY) {
    tell('浏览器关掉后需要再次打开时，请在这里按回车键。');
    process.stdin.on('data', () => {
      const again = host.issueUrl();
      void openBrowser(again).then((opened) => {
        if (!opened) tell(`请用浏览器打开（只能用一次）：${again}`);
      });
    });
  }
};

run().catch((cause: unknown) => {
  tell(cause instanceof Error ? `明责没有启动：${cause.message}` : '明责没有启动。');
  process.exit(1);
});
