import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** One file of the built screens, ready to be sent. */
export interface ScreenFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** True for names that carry the hash of their content: such a file never changes. */
  readonly immutable: boolean;
}

const mimes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

/** The path below the folder, or undefined for one that leads elsewhere or could be read in two ways. */
const pathWithin = (urlPath: string): string | undefined => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const steps = decoded.split('/').filter((step) => step !== '');
  const plain = steps.every((step) => step !== '.' && step !== '..' && !/[\\:\0]/.test(step));
  if (!decoded.startsWith('/') || !plain) return undefined;
  return steps.length === 0 ? 'index.html' : steps.join(sep);
};

/**
 * Reads a file of the built screens by the path of its address (`/`, `/assets/…`, still percent-encoded). Undefined
 * when there is none, when the kind of file is not served, or when the path or a link leads out of the folder.
 */
export const readScreenFile = async (folder: string, urlPath: string): Promise<ScreenFile | undefined> => {
  const within = pathWithin(urlPath);
  if (within === undefined) return undefined;
  const mime = mimes[extname(within).toLowerCase()];
  if (mime === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, within));
    if (!path.startsWith(root + sep)) return undefined;
    return { bytes: await readFile(path), mime, immutable: within.startsWith(`assets${sep}`) };
  } catch {
    return undefined;
  }
};
