import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../features/context.ts';

/** Bytes after which a log is set aside; one older one is kept. */
const LIMIT = 2 * 1024 * 1024;

/** Diagnostics of the desktop app in a file of the user, since a window has no terminal. */
export const logToFile = (folder: string, now: () => Date): Log => {
  const path = join(folder, 'mingze.log');
  const write = (level: string, text: string): void => {
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      if (size > LIMIT) renameSync(path, `${path}.1`);
      appendFileSync(path, `${now().toISOString()} ${level} ${text}\n`);
    } catch {
      // Diagnostics that cannot be written must not stop a person's work.
    }
  };
  return {
    info: (message) => write('info', message),
    error: (message, cause) =>
      write('error', cause instanceof Error ? `${message}: ${cause.stack ?? cause.message}` : message),
  };
};
