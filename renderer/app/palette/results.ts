import { match } from 'pinyin-pro';
import { generatePath } from 'react-router';
import type { SearchHit } from '../../../shared/features/search/channels.ts';
import { mayEnter, type SignedInUser } from '../session.ts';
import type { Screen } from '../screen.ts';
import { commands, type PaletteActs } from './commands.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly target: { readonly path: string } | { readonly act: keyof PaletteActs };
}

export interface PaletteGroup {
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
}

const kindLabels: Readonly<Record<SearchHit['kind'], string>> = {
  staff: '教职工',
  pupil: '学生',
  lead: '线索',
  appeal: '申诉复核',
  publicity: '公示',
  case: '问责事项',
  paper: '文书',
  cycle: '考核',
  body: '机构',
};

/** By characters, by full pinyin or by initials: 用户, yonghu, yh. */
const fits = (text: string, typed: string): boolean => {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return true;
  return text.toLowerCase().includes(wanted) || match(text, wanted, { continuous: true }) !== null;
};

/**
 * What the palette shows for the typed text: hits of the data side by kind, then screens, then acts. Hits whose kind
 * no screen of this person opens are left out: a dead link is worse than none.
 */
export const paletteGroups = (
  typed: string,
  hits: readonly SearchHit[],
  screens: readonly Screen[],
  user: SignedInUser,
): PaletteGroup[] => {
  const groups = new Map<string, PaletteEntry[]>();
  const add = (label: string, entry: PaletteEntry): void => {
    groups.set(label, [...(groups.get(label) ?? []), entry]);
  };
  for (const hit of hits) {
    const screen = screens.find((one) => one.opens === hit.kind && mayEnter(user, one.access));
    if (!screen) continue;
    add(kindLabels[hit.kind], {
      key: `${hit.kind} ${hit.id}`,
      title: hit.title,
      about: hit.about,
      target: { path: generatePath(screen.path, { id: hit.id }) },
    });
  }
  for (const screen of screens) {
    if (!screen.path.includes(':') && mayEnter(user, screen.access) && fits(screen.title, typed)) {
      add('页面', { key: screen.path, title: screen.title, about: '', target: { path: screen.path } });
    }
  }
  for (const command of commands) {
    if (
      fits(command.title, typed) ||
      (typed.trim() !== '' && command.words.includes(typed.trim().toLowerCase()))
    ) {
      add('操作', { key: command.act, title: command.title, about: '', target: { act: command.act } });
    }
  }
  return [...groups].map(([label, entries]) => ({ label, entries }));
};
