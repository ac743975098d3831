import { open, readdir } from 'node:fs/promises';
import { join, posix, win32 } from 'node:path';
import { fontNames } from './font-names.ts';
import { TYPEFACES, fontKeys, type FontKey, type Typeface } from './fonts.ts';

/** Whether a typeface is on this PC. `alike`: one of the same design is; `missing`: neither. */
export interface FontPresence {
  readonly key: FontKey;
  readonly name: string;
  readonly state: 'present' | 'alike' | 'missing';
  /** What Word takes in its place; undefined when it is there, or when Word is left to its own choice. */
  readonly instead: string | undefined;
}

const folded = (name: string): string => name.toLowerCase();

/** What the names of the fonts of a PC mean for our papers. */
export const judgeFonts = (installed: Iterable<string>): FontPresence[] => {
  const there = new Set([...installed].map(folded));
  const firstOf = (names: readonly string[]): string | undefined =>
    names.find((name) => there.has(folded(name)));
  const judge = (key: FontKey, { name, alsoNamed, alike, instead }: Typeface): FontPresence => {
    if (firstOf([name, ...alsoNamed]) !== undefined)
      return { key, name, state: 'present', instead: undefined };
    const stand = firstOf(alike);
    if (stand !== undefined) return { key, name, state: 'alike', instead: stand };
    return { key, name, state: 'missing', instead };
  };
  return fontKeys.map((key) => judge(key, TYPEFACES[key]));
};

/** The folders where a system keeps fonts, for all users and for this one. `home` is the user's own folder. */
export const fontFolders = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string[] => {
  if (platform === 'win32') {
    const windows = env['WINDIR'] ?? env['SystemRoot'] ?? 'C:\\Windows';
    const local = env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local');
    return [win32.join(windows, 'Fonts'), win32.join(local, 'Microsoft', 'Windows', 'Fonts')];
  }
  if (platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', posix.join(home, 'Library', 'Fonts')];
  const data = env['XDG_DATA_HOME'] ?? posix.join(home, '.local', 'share');
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    posix.join(data, 'fonts'),
    posix.join(home, '.fonts'),
  ];
};

const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i;

const filesIn = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => FONT_FILE.test(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // Not every system has every folder, and some may not be looked into.
    return [];
  }
};

const namesOfFile = async (path: string): Promise<string[]> => {
  try {
    const file = await open(path);
    try {
      return await fontNames(async (offset, length) => {
        const bytes = new Uint8Array(length);
        const { bytesRead } = await file.read(bytes, 0, length, offset);
        return bytes.subarray(0, bytesRead);
      });
    } finally {
      await file.close();
    }
  } catch {
    // A font that this user may not read is one that Word cannot use either.
    return [];
  }
};

/** The names of all fonts in these folders and below; folders that are not there have none. */
export const installedFontNames = async (folders: readonly string[]): Promise<Set<string>> => {
  const names = new Set<string>();
  for (const folder of folders)
    for (const path of await filesIn(folder)) for (const name of await namesOfFile(path)) names.add(name);
  return names;
};
