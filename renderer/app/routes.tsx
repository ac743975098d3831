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
    path: '/evaluation/cycles',
    title: '考核',
    access: 'evaluation.read',
    page: page(() => import('../features/evaluation/cycles-page.tsx'), 'CyclesPage'),
    group: 'evaluation',
    inNav: true,
    help: [
      '每次考核是一行:考核谁、到哪一步、评了多少。按 Enter 打开。',
      '顺序是:准备指标体系,组织考核(定评分组、权重、对象),开始评分,核对后确认结果。',
    ],
  },
  {
    path: '/evaluation/cycles/new',
    title: '组织考核',
    access: 'evaluation.manage',
    page: page(() => import('../features/evaluation/new-cycle-page.tsx'), 'NewCyclePage'),
    group: 'evaluation',
    inNav: false,
    parent: '/evaluation/cycles',
    help: [
      '先选一套指标体系,考核对象的种类随它而定。',
      '评分组是“谁来评”:领导、同行、学生……各占多少权重,合计须为 100%。选用户的由本人登录打分,只写姓名的评纸质表、由考核员录入。',
      '没有填完也不会丢:关掉再打开,内容还在。',
    ],
  },
  {
    path: '/evaluation/cycles/:id',
    title: '考核',
    access: 'evaluation.read',
    page: page(() => import('../features/evaluation/cycle-page.tsx'), 'CyclePage'),
    group: 'evaluation',
    inNav: false,
    parent: '/evaluation/cycles',
    opens: 'cycle',
    help: [
      '上面是这次考核走到哪一步,以及下一步还缺什么。',
      '“评分组与进度”里看每位评分人评了多少,点“打分”打开评分表。“结果”里点任何一个分数,看它怎么来的。',
      '确认以后分数和等次固定下来,进入个人档案。发现有误可以写明理由重新打开,原结果作为已撤回保留。',
    ],
  },
  {
    path: '/evaluation/cycles/:id/score/:groupId/:raterId',
    title: '评分表',
    access: 'evaluation.read',
    page: page(() => import('../features/evaluation/score-page.tsx'), 'ScorePage'),
    group: 'evaluation',
    inNav: false,
    parent: '/evaluation/cycles',
    help: [
      '与 Excel 一样:直接输入,Enter 到下一人,Tab 到下一项,F2 修改,Ctrl+D 向下填充,Ctrl+Z 撤销。可以与 Excel 互相复制粘贴。',
      '列名下面写着可填的范围,表下面是这一项的评分标准。超出范围的格子标红,说明可填什么,内容不会丢。',
      '边填边存,“已保存”表示已写入磁盘。空着表示还没有评,不当作 0 分。',
    ],
  },
  {
    path: '/evaluation/indicators',
    title: '指标体系',
    access: 'standards.read',
    page: page(() => import('../features/evaluation/indicators-page.tsx'), 'IndicatorsPage'),
    group: 'evaluation',
    inNav: true,
    help: [
      '指标体系写明考核看什么、各占多少、怎样评分、几分是什么等次。',
      '库里有现成的几套,采用后就是学校自己的,可以随意增减修改。',
    ],
  },
  {
    path: '/evaluation/indicators/:id',
    title: '指标体系',
    access: 'standards.read',
    page: page(() => import('../features/evaluation/system-page.tsx'), 'SystemPage'),
    group: 'evaluation',
    inNav: false,
    parent: '/evaluation/indicators',
    help: [
      '维度的权重合计须为 100%,每个维度里各指标的权重合计也须为 100%。差多少随时看得见,可以按“平均分摊”或“按比例补足”。',
      '右边“还需处理”列出还缺什么,点一条就到那一处。没补齐也可以先保存。按 Ctrl+S 保存。',
      '用于考核以后,这一版不再改动;要修改请新建版本,过去的结果仍按原来的版本。',
    ],
  },
  {
    path: '/system/accounts',
    title: '用户与角色',
    access: 'accounts.manage',
    page: page(() => import('../features/accounts/accounts-page.tsx'), 'AccountsPage'),
    group: 'system',
    inNav: true,
    help: [
      '每位使用者一个登录名,不要共用。角色决定能看什么、能做什么;一个人可以有几个角色。',
      '新建用户或重置密码后,程序给出一个临时密码,只显示一次。本人第一次登录时必须改成自己的密码。',
      '人员离岗时请停用其用户,不必删除:过去的操作记录仍写着他的名字。',
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
