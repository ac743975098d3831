import { page, type Screen } from '../screen.ts';

export const todayScreens: readonly Screen[] = [
  {
    path: '/',
    title: '今日',
    access: 'signed-in',
    page: page(() => import('../today-page.tsx'), 'TodayPage'),
    group: 'today',
    inNav: true,
    help: [
      '这里列出等您处理的事和常用操作。您看到的内容由您的角色决定。',
      '按 Ctrl+K 可以随时查找人员、事项、文书、页面和操作。',
    ],
  },
];
