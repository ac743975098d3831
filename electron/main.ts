import { app, BrowserWindow, protocol, session } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { buildDemo } from './demo/build-demo.ts';
import { createDesk } from './desk/desk.ts';
import { bridge } from './ipc/bridge.ts';
import { pickFolder, showFatal } from './platform/dialogs.ts';
import { keepPagesAtHome, refuseEverything } from './platform/hardening.ts';
import { logToFile } from './platform/log-file.ts';
import { showMenu } from './platform/menu.ts';
import { openPcSettings } from './platform/pc-settings.ts';
import { isScreenUrl, screenScheme } from './platform/scheme.ts';
import { serveScreens } from './platform/screen-protocol.ts';
import { openWindow } from './platform/window.ts';

/** Puts the desktop app together. Everything that reaches for the system is made here and handed on. */
const start = async (): Promise<void> => {
  await app.whenReady();
  const root = app.getAppPath();
  const devTools = !app.isPackaged;
  const log = logToFile(app.getPath('logs'), () => new Date());
  const settings = openPcSettings();

  refuseEverything(session.defaultSession);
  showMenu(devTools);

  const desk = await createDesk({
    defaultFolder: join(app.getPath('documents'), '明责数据'),
    settings,
    clock: Date,
    newId: randomUUID,
    log,
    resourcesDir: join(root, 'resources'),
    pickFolder,
    buildDemo,
  });
  serveScreens(join(root, 'dist', 'renderer'), (ticket) => desk.file(ticket, undefined));
  bridge(desk, isScreenUrl);

  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    // Running calls finish and the snapshots are written before the program ends.
    event.preventDefault();
    void desk
      .close()
      .catch((cause: unknown) => log.error('closing failed', cause))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  openWindow({
    preload: join(root, 'dist', 'preload', 'preload.cjs'),
    icon: join(root, 'resources', 'icons', process.platform === 'win32' ? 'icon.ico' : 'icon.png'),
    place: settings.windowPlace(),
    devTools,
    onClosing: (place) => settings.rememberWindowPlace(place),
  });
};

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([screenScheme]);
  app.enableSandbox();
  keepPagesAtHome(app);
  start().catch((cause: unknown) => {
    showFatal(cause instanceof Error ? cause.message : '原因不明。');
    app.exit(1);
  });
} else {
  app.quit();
}
