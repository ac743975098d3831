import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type UserConfig } from 'vite';
import { SCREEN_HEADERS } from '../../electron/screens/content-policy.ts';
import { readScreenFile } from '../../electron/screens/screen-files.ts';
import config from '../../vite.config.ts';

/** Parts of the screens on a page of their own, bundled and served as the screens are, under the same policy. */
export interface PartsHost {
  readonly url: string;
  close(): Promise<void>;
}

export const startPartsHost = async (): Promise<PartsHost> => {
  const dir = await mkdtemp(join(tmpdir(), 'mingze-parts-'));
  const screens: UserConfig = config({ mode: 'renderer', command: 'build' });
  await build({
    ...screens,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    root: fileURLToPath(new URL('./parts-page', import.meta.url)),
    build: { ...screens.build, outDir: dir },
  });
  const server = createServer((request, response) => {
    void readScreenFile(dir, (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/').then((file) => {
      response.writeHead(file ? 200 : 404, { ...SCREEN_HEADERS, 'content-type': file?.mime ?? 'text/plain' });
      response.end(file?.bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dir, { recursive: true, force: true });
    },
  };
};
