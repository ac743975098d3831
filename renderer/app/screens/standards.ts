import { page, type Screen } from '../screen.ts';

export const standardsScreens: readonly Screen[] = [
  {
    path: '/standards/measures',
    title: '问责措施',
    access: 'standards.read',
    page: page(() => import('../../features/standards/measures-page.tsx'), 'MeasuresPage'),
    group: 'standards',
    inNav: true,
    help: [
      '失职之后可以怎么处理：适用对象、决定机构、文书、影响都写在这里。',
      '修改要写原因，保存为新版本；已作出的决定仍按当时的版本。',
    ],
  },
  {
    path: '/standards/matters',
    title: '问责事由',
    access: 'standards.read',
    page: page(() => import('../../features/standards/matters-page.tsx'), 'MattersPage'),
    group: 'standards',
    inNav: true,
    help: ['哪些事要问责，登记时从这里选。可以停用，可以修改，修改留下版本。'],
  },
  {
    path: '/standards/law',
    title: '法规依据',
    access: 'standards.read',
    page: page(() => import('../../features/standards/law-page.tsx'), 'LawPage'),
    group: 'standards',
    inNav: true,
    help: ['程序知道的法规条款。对照公布的文本核对后点“标记为已核对”，文书上才印条号。'],
  },
  {
    path: '/standards/rules',
    title: '校内制度',
    access: 'standards.read',
    page: page(() => import('../../features/standards/rules-page.tsx'), 'RulesPage'),
    group: 'standards',
    inNav: true,
    help: ['学校自己的制度和公布日期。没有公布的制度不能作为处理依据。'],
  },
  {
    path: '/calendar/years',
    title: '节假日安排',
    access: 'signed-in',
    page: page(() => import('../../features/calendar/years-page.tsx'), 'CalendarYearsPage'),
    group: 'standards',
    inNav: true,
    help: [
      '期限里的“工作日”按这里计算。程序带有已公布年份的安排，以后各年由学校按通知录入。',
      '点“粘贴或导入”，把通知里的几段话贴进来，核对后保存；也可以在月历上逐日点选。',
      '修改不影响已经算好的期限；当时按预估计算的，可以在这里重新计算。',
    ],
  },
];
