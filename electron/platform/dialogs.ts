import { BrowserWindow, dialog } from 'electron';

/** The system's dialog for a folder; null when it was closed without a choice. */
export const pickFolder = async (): Promise<string | null> => {
  const options: Electron.OpenDialogOptions = {
    title: '选择数据文件夹',
    buttonLabel: '选择这个文件夹',
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = parent
    ? await dialog.showOpenDialog(parent, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
};

/** The last word of a program that cannot start. */
export const showFatal = (message: string): void => dialog.showErrorBox('明责没有启动', message);
