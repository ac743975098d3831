import { page, type Screen } from '../screen.ts';

export const archiveScreens: readonly Screen[] = [
  {
    path: '/archive',
    title: '问责档案',
    access: 'archive.read',
    page: page(() => import('../../features/archive/archives-page.tsx'), 'ArchivesPage'),
    group: 'archive',
    inNav: true,
    help: [
      '每位教职工一份档案。按姓名、拼音首字母或工号查找，按 Enter 打开。',
      '“导出”只导出现在看到的这些人，导出会被记录。',
    ],
  },
  {
    path: '/archive/:id',
    title: '个人档案',
    access: 'archive.read',
    page: page(() => import('../../features/archive/person-archive-page.tsx'), 'PersonArchivePage'),
    group: 'archive',
    inNav: false,
    parent: '/archive',
    opens: 'staff',
    help: [
      '一条时间线：任职、考核、问责决定，最近的在前。可以按类别和年份看。',
      '“导出档案册”生成 Word 文件，带封面和目录；谁在何时导出会留下记录。',
      '不成立的线索不进档案；被撤销的决定会从这里消失。',
    ],
  },
];
