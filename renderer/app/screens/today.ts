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
  {
    path: '/deadlines',
    title: '期限日历',
    access: 'signed-in',
    page: page(() => import('../../features/deadlines/calendar-page.tsx'), 'DeadlineCalendarPage'),
    group: 'today',
    inNav: true,
    help: [
      '每一天下面是当天到期的期限。灰底是休息日，“休”是放假，“班”是补班。点一天看依据，点期限打开事项。',
      '键盘：方向键换一天，PageUp、PageDown 换一月，Enter 打开这一天。右上方可以换成周或清单。',
    ],
  },
  {
    path: '/deadlines/list',
    title: '待办与期限',
    access: 'signed-in',
    page: page(() => import('../../features/deadlines/deadlines-page.tsx'), 'DeadlinesPage'),
    group: 'today',
    inNav: true,
    help: [
      '“等我办理”是轮到您办理的期限，“全部期限”是您能看到的所有期限；最急的排在最前。',
      '还剩几天按工作日计算。当事人自己的期限（如申请复核）过了就是届满，不算逾期。',
      '“筛选”的条件可以起名保存；“导出所见”导出的就是您看到的这些。',
    ],
  },
];
