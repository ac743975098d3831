import { page, type Screen } from '../screen.ts';

export const dutiesScreens: readonly Screen[] = [
  {
    path: '/duties',
    title: '岗位职责',
    access: 'duties.read',
    page: page(() => import('../../features/duties/duties-page.tsx'), 'DutiesPage'),
    group: 'duties',
    inNav: true,
    help: [
      '每个岗位、机构和班主任各有一份职责。先“从库中采用”，再按学校实际修改。',
      '上方列出缺口和重叠：没有人承担的职责、没有职责的岗位、应由一人负责却有几个人的、写了两遍的。',
    ],
  },
  {
    path: '/duties/:id',
    title: '职责内容',
    access: 'duties.read',
    page: page(() => import('../../features/duties/duty-record-page.tsx'), 'DutyRecordPage'),
    group: 'duties',
    inNav: false,
    parent: '/duties',
    help: [
      '修改就是新的一版，从指定的日期起执行；过去的日子仍按过去的版本。',
      '一个人承担哪些职责，在“教职工”里打开他，可以看任何一天的，并打印岗位职责书。',
    ],
  },
];
