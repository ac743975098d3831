import { page, type Screen } from '../screen.ts';

export const systemScreens: readonly Screen[] = [
  {
    path: '/system/accounts',
    title: '用户与角色',
    access: 'accounts.manage',
    page: page(() => import('../../features/accounts/accounts-page.tsx'), 'AccountsPage'),
    group: 'system',
    inNav: true,
    help: [
      '每位使用者一个登录名，不要共用。角色决定能看什么、能做什么；一个人可以有几个角色。',
      '新建用户或重置密码后，程序给出一个临时密码，只显示一次。本人第一次登录时必须改成自己的密码。',
      '人员离岗时请停用其用户，不必删除：过去的操作记录仍写着他的名字。',
    ],
  },
  {
    path: '/papers/letterhead',
    title: '公文用纸',
    access: 'school.write',
    page: page(() => import('../../features/papers/letterhead-page.tsx'), 'LetterheadPage'),
    group: 'system',
    inNav: true,
    help: [
      '文书印在什么纸上：程序自己印红头，还是套打在已印好红头的纸上，或者不用红头。右边随时看到样张。',
      '套打时用尺子量出红线的位置填进来，先打印一份样张对着光比一比，不齐再调半毫米。',
      '缺少公文字体时上方会提示；请让管理员装上字体，不要用别的字体代替。',
    ],
  },
  {
    path: '/papers/templates',
    title: '文书格式',
    access: 'school.write',
    page: page(() => import('../../features/papers/templates-page.tsx'), 'TemplatesPage'),
    group: 'system',
    inNav: true,
    help: [
      '每种文书都有通用格式。学校另有规定格式的，点开那一行，下载通用格式，在 Word 里改好再上传。',
      '双花括号里的名称（如“{{当事人}}”）是程序填写的地方，可以移动、可以改字体，不要改名称。',
      '上传时程序会检查必填的内容是否齐全；带宏的文件不能用。历次版本都留着，随时可以改回通用格式。',
    ],
  },
  {
    path: '/system/health',
    title: '系统状态',
    access: 'system.read',
    page: page(() => import('../../features/system/health-page.tsx'), 'HealthPage'),
    group: 'system',
    inNav: true,
    help: [
      '每一次保存都在操作记录里留下一行，首尾相扣，改动任何一行都会被发现。',
      '这里显示数据文件夹是否完好、能否写入。如有问题，程序会说明原因和处理办法。',
    ],
  },
  {
    path: '/system/about',
    title: '关于明责',
    access: 'signed-in',
    page: page(() => import('../../features/system/about-page.tsx'), 'AboutPage'),
    group: 'system',
    inNav: true,
    help: ['明责的版本和用途。'],
  },
];
