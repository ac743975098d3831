import { page, type Screen } from './screen.ts';

/**
 * Every screen behind the login, one entry each; navigation, breadcrumbs, search, help and permission checks follow
 * from it. To add a screen, write its page as a named export of a file in `renderer/features/<name>/` and put an entry
 * here, beside those of its group; the first entry of a group with `inNav` is where the group's name leads.
 * Pages call `usePageTitle` (page-title.ts) when the record's name says more than the title here.
 */
export const screens: readonly Screen[] = [
  {
    path: '/',
    title: '今日',
    access: 'signed-in',
    page: page(() => import('./today-page.tsx'), 'TodayPage'),
    group: 'today',
    inNav: true,
    help: [
      '这里列出等您处理的事和常用操作。您看到的内容由您的角色决定。',
      '按 Ctrl+K 可以随时查找人员、事项、文书、页面和操作。',
    ],
  },
  {
    path: '/system/health',
    title: '系统状态',
    access: 'system.read',
    page: page(() => import('../features/system/health-page.tsx'), 'HealthPage'),
    group: 'system',
    inNav: true,
    help: [
      '每一次保存都在操作记录里留下一行,首尾相扣,改动任何一行都会被发现。',
      '这里显示数据文件夹是否完好、能否写入。如有问题,程序会说明原因和处理办法。',
    ],
  },
  {
    path: '/system/about',
    title: '关于明责',
    access: 'signed-in',
    page: page(() => import('../features/system/about-page.tsx'), 'AboutPage'),
    group: 'system',
    inNav: true,
    help: ['明责的版本和用途。'],
  },
];
