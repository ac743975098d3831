import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { fail, type Result } from '../../shared/kernel/result.ts';
import type { Desk, DeskSession } from '../desk/desk.ts';

/** The one message between window and data; the preload script sends nothing else. */
export const CALL_MESSAGE = 'mingze:call';

const STRANGER: Result<never> = fail({ code: 'forbidden', message: '这个页面不是明责的界面，已拒绝。' });
const MALFORMED: Result<never> = fail({ code: 'not-found', message: '没有这项功能，请更新程序后重试。' });

/**
 * The only listener on ipcMain. It asks who is calling before it looks at what is called: the top frame of one of our
 * windows, showing our own screens. Each window is one session of the desk.
 */
export const bridge = (desk: Desk, isScreenUrl: (url: string) => boolean): void => {
  const sessions = new WeakMap<WebContents, DeskSession>();

  const isOurs = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    senderFrame !== null && senderFrame === sender.mainFrame && isScreenUrl(senderFrame.url);

  const sessionOf = (sender: WebContents): DeskSession => {
    const known = sessions.get(sender);
    if (known) return known;
    const made = desk.connect();
    sessions.set(sender, made);
    return made;
  };

  ipcMain.handle(CALL_MESSAGE, async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event)) return STRANGER;
    if (typeof channel !== 'string') return MALFORMED;
    return desk.call(channel, input, sessionOf(event.sender));
  });
};
