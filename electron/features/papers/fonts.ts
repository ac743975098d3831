import { homedir } from 'node:os';
import type { FontState } from '../../../shared/features/papers/channels.ts';
import type { FontKey } from '../../documents/word/fonts.ts';
import { fontFolders, installedFontNames, judgeFonts } from '../../documents/word/fonts-present.ts';

const uses: Readonly<Record<FontKey, string>> = {
  fang: '正文',
  kai: '二级标题、签发人',
  hei: '一级标题、表头',
  song: '页码',
  title: '红头和标题',
};

/** Which typefaces of the papers this PC has, and what Word takes instead of the others. */
export const paperFonts = async (): Promise<FontState[]> => {
  const installed = await installedFontNames(fontFolders(process.platform, process.env, homedir()));
  return judgeFonts(installed).map(({ key, name, state, instead }) => ({
    name,
    use: uses[key],
    state,
    instead: instead ?? null,
  }));
};
