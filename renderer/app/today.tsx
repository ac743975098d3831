import { AppealsWaitingCard } from '../features/appeals/parts/waiting-card.tsx';
import { CasesWaitingCard } from '../features/cases/parts/waiting-card.tsx';
import { DueCard } from '../features/deadlines/parts/due-card.tsx';
import { LeadsWaitingCard } from '../features/leads/parts/waiting-card.tsx';
import { PublicityWaitingCard } from '../features/publicity/parts/waiting-card.tsx';
import { OwnCard } from '../features/evaluation/own/own-card.tsx';
import { WaitingCard } from '../features/evaluation/parts/waiting-card.tsx';
import type { QuickAct, TodayCard } from './today-card.ts';

/**
 * What features put on the 今日 page, in the order in which it is shown: a card is a part of the feature
 * (`renderer/features/<name>/parts/…`) that asks its own query and draws itself only when there is something to say.
 */
export const todayCards: readonly TodayCard[] = [
  { key: 'leads.waiting', access: 'leads.read', card: LeadsWaitingCard },
  { key: 'cases.waiting', access: 'cases.read', card: CasesWaitingCard },
  { key: 'appeals.waiting', access: 'appeals.handle', card: AppealsWaitingCard },
  { key: 'publicity.waiting', access: 'publicity.manage', card: PublicityWaitingCard },
  { key: 'deadlines.due', access: 'signed-in', card: DueCard },
  { key: 'evaluation.own', access: 'evaluation.own', card: OwnCard },
  { key: 'evaluation.waiting', access: 'evaluation.score', card: WaitingCard },
];

/** What people come to do, offered to those who may. The path must be one of the routes table. */
export const quickActs: readonly QuickAct[] = [
  {
    label: '登记线索',
    about: '谁反映了什么，一分钟记下',
    path: '/leads/new',
    access: 'leads.register',
  },
  {
    label: '登记问责事项',
    about: '什么事、涉及谁、什么时候',
    path: '/cases/new',
    access: 'cases.register',
  },
  {
    label: '组织考核',
    about: '定评分组、权重和考核对象',
    path: '/evaluation/cycles/new',
    access: 'evaluation.manage',
  },
  {
    label: '导入名册',
    about: '用 Excel 一次导入教职工或学生',
    path: '/organisation/import',
    access: 'organisation.write',
  },
  {
    label: '新建用户',
    about: '给同事一个登录名和角色',
    path: '/system/accounts',
    access: 'accounts.manage',
  },
  {
    label: '查看系统状态',
    about: '数据文件夹是否完好',
    path: '/system/health',
    access: 'system.read',
  },
];
