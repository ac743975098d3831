import { BrowserWindow } from 'electron';
import { SCREEN_URL } from './scheme.ts';
import type { WindowPlace } from './pc-settings.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** Where the window stood last time. */
  readonly place: WindowPlace | null;
  /** Developer tools are for developers: never in what a school installs. */
  readonly devTools: boolean;
  /** Told where the window stands when it is closed. */
  readonly onClosing: (place: WindowPlace) => void;
}

/** Opens the program's window: a sandboxed page without Node, talking through the preload script alone. */
export const openWindow = (options: WindowOptions): BrowserWindow => {
  const { place } = options;
  const window = new BrowserWindow({
    title: '明责',
    width: place?.width ?? 1360,
    height: place?.height ?? 860,
    ...(place ? { x: place.x, y: place.y } : {}),
    minWidth: 1024,
    minHeight: 680,
    show: false,
    backgroundColor: '#FAF8F5',
    icon: options.icon,
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => {
    if (place?.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    options.onClosing({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(SCREEN_URL);
  return window;
};
