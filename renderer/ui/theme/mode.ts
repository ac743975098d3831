import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Mode } from './tokens.ts';

/** What the person chose: 浅色, 深色, or as the PC is set. */
export type ModeChoice = Mode | 'system';

export const modeLabels: Readonly<Record<ModeChoice, string>> = {
  light: '浅色',
  dark: '深色',
  system: '跟随系统',
};

const STORED_AS = 'mingze.theme';

const isChoice = (text: string | null): text is ModeChoice =>
  text !== null && Object.hasOwn(modeLabels, text);

/** Whether the PC's settings match a media query, followed while they change. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const media = window.matchMedia(query);
        media.addEventListener('change', listener);
        return () => media.removeEventListener('change', listener);
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  );

export interface ThemeMode {
  readonly choice: ModeChoice;
  readonly mode: Mode;
  choose(choice: ModeChoice): void;
}

/** Holds the choice; used once, at the root. It is kept on this PC, for whoever sits at it. */
export const useStoredThemeMode = (): ThemeMode => {
  const [choice, setChoice] = useState<ModeChoice>(() => {
    const stored = localStorage.getItem(STORED_AS);
    return isChoice(stored) ? stored : 'system';
  });
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => localStorage.setItem(STORED_AS, choice), [choice]);
  const mode: Mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  return { choice, mode, choose: setChoice };
};

export const ThemeModeContext = createContext<ThemeMode>({
  choice: 'system',
  mode: 'light',
  choose: () => undefined,
});

/** The mode in view, for charts and switches. */
export const useThemeMode = (): ThemeMode => useContext(ThemeModeContext);
