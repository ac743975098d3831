import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const serveScript = fileURLToPath(new URL('../../electron/cli/serve.ts', import.meta.url));
const firstLine = z.object({ url: z.url() });

/** The app as `npm run serve` starts it, in a process of its own. */
export interface ServedApp {
  /** Works once: it carries the token. */
  readonly url: string;
  /** Ends it as Ctrl+C does and waits until the data folder is free. */
  stop(): Promise<void>;
}

/** @throws Error with what the process wrote when it ends before telling its address. */
export const serveApp = async (dataDir: string): Promise<ServedApp> => {
  const child = spawn(process.execPath, [serveScript, '--data', dataDir, '--port', '0', '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
  if (!first) throw new Error(`the app did not start: ${complaints}`);
  const { url } = firstLine.parse(JSON.parse(z.string().parse(first[0])));
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
