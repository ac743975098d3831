import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { PcSettings } from '../desk/settings.ts';
import type { Log } from '../features/context.ts';

const fileSchema = z.looseObject({ dataFolder: z.string().nullable().default(null) });

/** Where programs keep what they know of this PC's user, by the custom of each system. */
export const settingsPath = (): string => {
  const home = homedir();
  const base =
    process.platform === 'win32'
      ? (process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  return join(base, 'mingze', 'browser-host.json');
};

const readSettings = async (path: string, log: Log): Promise<z.infer<typeof fileSchema>> => {
  try {
    const text = await readFile(path, 'utf8');
    return fileSchema.parse(JSON.parse(text));
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    // Only the way to the data is lost, never the data: the wizard asks for the folder again.
    if (!missing) log.error('the settings of this PC could not be read', cause);
    return { dataFolder: null };
  }
};

/** The PC's settings in a small JSON file of the user. */
export const settingsInFile = async (path: string, log: Log): Promise<PcSettings> => {
  let settings = await readSettings(path, log);
  return {
    dataFolder: () => settings.dataFolder,
    async rememberDataFolder(folder) {
      settings = { ...settings, dataFolder: folder };
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.new`;
      await writeFile(draft, `${JSON.stringify(settings, undefined, 2)}\n`);
      await rename(draft, path);
    },
  };
};
