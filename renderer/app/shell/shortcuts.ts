import { useEffect, useRef } from 'react';

/** What the keyboard can do anywhere behind the login; also the text of the shortcuts sheet. */
export const shortcutSheet: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [string, string])[];
}[] = [
  {
    title: '随处可用',
    keys: [
      ['Ctrl K', '查找人员、事项、文书、页面和操作'],
      ['Ctrl L', '锁定屏幕'],
      ['F1', '本页帮助'],
      ['?', '快捷键一览（不在输入框里时）'],
      ['Esc', '关闭弹出的窗口'],
      ['Tab', '到下一处；Shift Tab 回到上一处'],
    ],
  },
  {
    title: '列表',
    keys: [
      ['Enter', '打开所在的一行'],
      ['↑ ↓', '上一行、下一行'],
      ['空格', '勾选所在的一行'],
    ],
  },
  {
    title: '表格录入（与 Excel 一样）',
    keys: [
      ['方向键 / Enter / Tab', '在格子之间移动'],
      ['直接输入', '替换格子里的内容'],
      ['F2', '修改格子里的内容'],
      ['Esc', '放弃这一格的修改'],
      ['Ctrl C / Ctrl V', '复制、粘贴一块，可与 Excel 互贴'],
      ['Ctrl D', '用第一行向下填充'],
      ['Delete', '清空选中的格子'],
      ['Ctrl Z / Ctrl Y', '撤销、重做'],
    ],
  },
  {
    title: '日期',
    keys: [
      ['20261124', '2026年11月24日'],
      ['11-24', '今年11月24日'],
      ['今天、昨天、明天', '按当天推算'],
    ],
  },
];

export interface ShortcutActs {
  search(): void;
  lock(): void;
  help(): void;
  sheet(): void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="gridcell"]'));

/** Listens while `enabled`; a locked screen answers no shortcut. */
export const useShortcuts = (enabled: boolean, acts: ShortcutActs): void => {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current[act]();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [enabled]);
};

const actOf = (event: KeyboardEvent): keyof ShortcutActs | undefined => {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const key = event.key.toLowerCase();
  if (control && key === 'k') return 'search';
  if (control && key === 'l') return 'lock';
  if (event.key === 'F1') return 'help';
  if ((event.key === '?' || event.key === '?') && !control && !isTyping(event.target)) return 'sheet';
  return undefined;
};
