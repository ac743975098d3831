import './shell.css';
import { useState, type ReactNode } from 'react';
import { Outlet } from 'react-router';
import { ChangePasswordDialog } from '../../features/accounts/parts/change-password-dialog.tsx';
import { useCall } from '../calls.ts';
import { useEntry } from '../entry/entry-context.ts';
import { PageTitleContext } from '../page-title.ts';
import { Palette } from '../palette/palette.tsx';
import { Banners } from './banners.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { HelpDrawer, ShortcutSheet } from './help.tsx';
import { usePageInView } from './page-in-view.ts';
import { useShortcuts } from './shortcuts.ts';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';

type Opened = 'search' | 'help' | 'sheet' | 'password' | null;

/** What stays around every screen behind the login. */
export const Shell = (): ReactNode => {
  const { screen, title, setOwnTitle, main } = usePageInView();
  const { locked, lock, logout } = useEntry();
  const status = useCall('setup.status', {});
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);

  useShortcuts(!locked, {
    search: () => setOpened('search'),
    help: () => setOpened((now) => (now === 'help' ? null : 'help')),
    sheet: () => setOpened('sheet'),
    lock,
  });

  return (
    <PageTitleContext value={setOwnTitle}>
      <div className="mz-shell">
        <a
          className="mz-skip"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          跳到正文
        </a>
        <Banners demo={status.data?.demo ?? false} lost={status.error?.code === 'unreachable'} />
        <SideNav current={screen} schoolName={status.data?.schoolName ?? null} />
        <TopBar
          onSearch={() => setOpened('search')}
          onHelp={() => setOpened('help')}
          onLock={lock}
          onChangePassword={() => setOpened('password')}
          onLogout={logout}
        />
        <main className="mz-main" id="main" ref={main} tabIndex={-1}>
          <div className="mz-main-inner">
            <Breadcrumbs screen={screen} title={title} />
            <Outlet />
          </div>
        </main>
      </div>
      <Palette
        open={opened === 'search'}
        onClose={close}
        acts={{
          lock,
          logout,
          help: () => setOpened('help'),
          sheet: () => setOpened('sheet'),
          password: () => setOpened('password'),
        }}
      />
      <HelpDrawer
        screen={screen}
        open={opened === 'help'}
        onClose={close}
        onSheet={() => setOpened('sheet')}
      />
      <ShortcutSheet open={opened === 'sheet'} onClose={close} />
      <ChangePasswordDialog open={opened === 'password'} onClose={close} />
    </PageTitleContext>
  );
};
