import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { chineseNames, pdfAssets } from './electron/cli/screen-plugins.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The screens: plain files that either host serves. Routes are lazy, so each feature becomes a chunk of its own. */
const renderer: UserConfig = {
  root: at('./renderer'),
  base: './',
  publicDir: false,
  plugins: [react(), chineseNames(), pdfAssets()],
  worker: { format: 'es' },
  build: {
    outDir: at('./dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
};

/** Everything that runs in Node: bundled whole, so that the packaged app carries no node_modules. */
const node: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: at('./dist/electron'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        main: at('./electron/main.ts'),
        loopback: at('./electron/loopback/main.ts'),
        'paper-worker': at('./electron/documents/workers/paper-worker.ts'),
        'workbook-worker': at('./electron/documents/workers/workbook-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

/** A sandboxed preload script has to be CommonJS, whatever the package says. */
const preload: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: at('./dist/preload'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { preload: at('./electron/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
};

const targets: Record<string, UserConfig> = { renderer, node, preload };

export default defineConfig(({ mode }) => {
  const target = targets[mode];
  if (!target) throw new Error(`vite --mode must be one of ${Object.keys(targets).join(', ')}`);
  return target;
});
