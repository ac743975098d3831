import { Menu, type MenuItemConstructorOptions } from 'electron';

const line: MenuItemConstructorOptions = { type: 'separator' };

const developer: readonly MenuItemConstructorOptions[] = [
  line,
  { role: 'toggleDevTools', label: '开发者工具' },
];

/** The window's menu, in Chinese. `devTools` adds what only a developer needs. */
export const menuTemplate = (devTools: boolean): MenuItemConstructorOptions[] => [
  {
    label: '文件',
    submenu: [{ role: 'close', label: '关闭窗口' }, line, { role: 'quit', label: '退出明责' }],
  },
  {
    label: '编辑',
    submenu: [
      { role: 'undo', label: '撤销' },
      { role: 'redo', label: '重做' },
      line,
      { role: 'cut', label: '剪切' },
      { role: 'copy', label: '复制' },
      { role: 'paste', label: '粘贴' },
      { role: 'selectAll', label: '全选' },
    ],
  },
  {
    label: '查看',
    submenu: [
      { role: 'reload', label: '重新载入' },
      line,
      { role: 'zoomIn', label: '放大' },
      { role: 'zoomOut', label: '缩小' },
      { role: 'resetZoom', label: '实际大小' },
      line,
      { role: 'togglefullscreen', label: '全屏' },
      ...(devTools ? developer : []),
    ],
  },
];

export const showMenu = (devTools: boolean): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(devTools)));
