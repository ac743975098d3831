/** What the palette can do besides opening things. */
export interface PaletteActs {
  lock(): void;
  logout(): void;
  help(): void;
  sheet(): void;
  password(): void;
}

export interface PaletteCommand {
  readonly title: string;
  /** Other words that people look for. */
  readonly words: string;
  readonly act: keyof PaletteActs;
}

export const commands: readonly PaletteCommand[] = [
  { title: '锁定屏幕', words: '离开 锁屏 suoding', act: 'lock' },
  { title: '修改密码', words: '口令 xiugaimima', act: 'password' },
  { title: '本页帮助', words: '说明 bangzhu', act: 'help' },
  { title: '快捷键一览', words: '键盘 kuaijiejian', act: 'sheet' },
  { title: '退出登录', words: '注销 换人 tuichu', act: 'logout' },
];
