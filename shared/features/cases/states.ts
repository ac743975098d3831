import { z } from 'zod';

/** Where a case can stand, whatever its route. */
export const caseStates = [
  'registered',
  'established',
  'filed',
  'reported',
  'adopted',
  'notified',
  'heard',
  'decided',
  'submitted',
  'issued',
  'served',
  'executing',
  'rectified',
  'closed',
  'referred',
  'answered',
  'withdrawn',
  'merged',
] as const;
export const caseStateSchema = z.enum(caseStates);
export type CaseState = z.infer<typeof caseStateSchema>;

export const stateLabels: Readonly<Record<CaseState, string>> = {
  registered: '已登记',
  established: '已核实',
  filed: '调查中',
  reported: '报告待审',
  adopted: '调查终结',
  notified: '已告知',
  heard: '已听取陈述',
  decided: '已决定',
  submitted: '已报请',
  issued: '已印发',
  served: '已送达',
  executing: '整改中',
  rectified: '已销号',
  closed: '已归档',
  referred: '已移送',
  answered: '已反馈',
  withdrawn: '已撤销',
  merged: '已并案',
};

export const routes = ['light', 'ordinary', 'pupil', 'transferred'] as const;
export const routeSchema = z.enum(routes);
export type Route = z.infer<typeof routeSchema>;

export const routeLabels: Readonly<Record<Route, string>> = {
  light: '简易办理',
  ordinary: '一般程序',
  pupil: '学生教育惩戒',
  transferred: '移送办理',
};
