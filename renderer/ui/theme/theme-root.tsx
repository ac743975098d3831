import '@fontsource-variable/noto-sans-sc';
import './base.css';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import dayjs from 'dayjs';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { antdTheme } from './antd-theme.ts';
import { ThemeModeContext, useMedia, useStoredThemeMode } from './mode.ts';
import { cssVariables, palettes } from './tokens.ts';

dayjs.locale('zh-cn');

/** Popups open inside this element, so that locking the screen hides them together with the page. */
export const SURFACE_ID = 'surface';

const surface = (): HTMLElement => document.getElementById(SURFACE_ID) ?? document.body;

/** Dresses everything inside: antd in Chinese and in our colours, our own styles through CSS variables. */
export const ThemeRoot = ({ children }: { children: ReactNode }): ReactNode => {
  const themeMode = useStoredThemeMode();
  const { mode } = themeMode;
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => antdTheme(mode, calm), [mode, calm]);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['mode'] = mode;
    for (const [name, value] of Object.entries(cssVariables(palettes[mode])))
      root.style.setProperty(name, value);
  }, [mode]);

  return (
    <ThemeModeContext value={themeMode}>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        getPopupContainer={surface}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: 'optional', scrollToFirstError: false }}
      >
        <App
          component={false}
          message={{ getContainer: surface, maxCount: 3 }}
          notification={{ getContainer: surface }}
        >
          {children}
        </App>
      </ConfigProvider>
    </ThemeModeContext>
  );
};
