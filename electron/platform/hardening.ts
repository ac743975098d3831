import type { App, Session } from 'electron';
import { isScreenUrl } from './scheme.ts';

/**
 * Keeps every page of the program at home, however it came to be: it goes nowhere else, opens nothing, embeds nothing.
 * A reload of the screens themselves is let through.
 */
export const keepPagesAtHome = (app: App): void => {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isScreenUrl(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isScreenUrl(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};

/** Refuses every permission, asked for or looked up, and every request that leaves the program. */
export const refuseEverything = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    const inside = isScreenUrl(details.url) || /^(blob|data|devtools):/.test(details.url);
    decide({ cancel: !inside });
  });
};
