import { page, type Screen } from '../screen.ts';

export const casesScreens: readonly Screen[] = [
  {
    path: '/cases',
    title: '问责事项',
    access: 'cases.read',
    page: page(() => import('../../features/cases/cases-page.tsx'), 'CasesPage'),
    group: 'cases',
    inNav: true,
    help: [
      '这里是全部问责事项。“下一个期限”先到先排，逾期的用红色标出；点一行打开。',
      '用“筛选”按状态、期限、事由缩小范围，常用的条件可以起名保存；“导出所见”导出的就是您看到的这些。',
    ],
  },
  {
    path: '/cases/new',
    title: '登记问责事项',
    access: 'cases.register',
    page: page(() => import('../../features/cases/new-case-page.tsx'), 'NewCasePage'),
    group: 'cases',
    inNav: false,
    parent: '/cases',
    help: [
      '写明什么事、涉及谁、什么时候、从哪里知道。事由可以输几个字查找，人员可以输拼音首字母，日期可以直接输 11-24 或“今天”。',
      '没填完关掉也不会丢，下次打开接着填。',
    ],
  },
  {
    path: '/cases/:id',
    title: '问责事项',
    access: 'cases.read',
    page: page(() => import('../../features/cases/case-page.tsx'), 'CasePage'),
    group: 'cases',
    inNav: false,
    parent: '/cases',
    opens: 'case',
    help: [
      '上方是办到哪一步、下一步做什么、还缺什么。深色按钮就是下一步。',
      '作出决定时程序边填边查：红色的不能这样决定，旁边写着依据和合法的做法；黄色的可以继续，有的要写明理由。',
      '文书在“文书与送达”里预览，定稿印发后封存；右边是在走的期限和办理经过。',
    ],
  },
  {
    path: '/papers',
    title: '文书与文号',
    access: 'papers.read',
    page: page(() => import('../../features/papers/papers-page.tsx'), 'PapersPage'),
    group: 'cases',
    inNav: true,
    help: [
      '已印发的文书按原样封存，可以查看、打印、存为 Word。',
      '文号登记簿按年列出每一个文号；作废的号留着，不再使用。程序会检查有没有缺号和重号。',
    ],
  },
  {
    path: '/papers/:id',
    title: '文书',
    access: 'papers.read',
    page: page(() => import('../../features/papers/papers-page.tsx'), 'PapersPage'),
    group: 'cases',
    inNav: false,
    parent: '/papers',
    opens: 'paper',
    help: ['这份文书印发时的样子。可以打印或存为 Word。'],
  },
];
