import type { LeadState } from './schema.ts';

/** What the states and acts of a lead are called. */

export const stateLabels: Readonly<Record<LeadState, string>> = {
  received: '待研判',
  replying: '待答复',
  transferred: '已转办',
  filed: '已立为问责事项',
  shelved: '留存备查',
  replied: '已答复',
  closed: '已办结',
  merged: '已并案',
};

export const leadActs = [
  'register',
  'amend',
  'attach',
  'addSource',
  'acknowledge',
  'triageReply',
  'triageTransfer',
  'triageCase',
  'triageShelve',
  'undoTriage',
  'reply',
  'close',
  'reopen',
  'relate',
  'merge',
  'unmerge',
  'copy',
  'redact',
] as const;
export type LeadAct = (typeof leadActs)[number];

export const actLabels: Readonly<Record<LeadAct, string>> = {
  register: '登记线索',
  amend: '更正登记',
  attach: '添加附件',
  addSource: '补充来源',
  acknowledge: '告知受理',
  triageReply: '研判：直接答复',
  triageTransfer: '研判：转办',
  triageCase: '研判：立为问责事项',
  triageShelve: '研判：留存备查',
  undoTriage: '撤回研判',
  reply: '答复',
  close: '办结',
  reopen: '重新办理',
  relate: '关联线索',
  merge: '并入另一线索',
  unmerge: '取消并案',
  copy: '制作遮盖副本',
  redact: '永久遮盖',
};

/** How the states are told to whoever asks with a receipt code: no more than what anybody may know. */
export const publicStateLabels: Readonly<Record<LeadState, string>> = {
  received: '已收到，正在研究',
  replying: '已受理，正在办理',
  transferred: '已受理，已转有关单位办理',
  filed: '已受理，正在核查',
  shelved: '已受理，留存备查',
  replied: '已办理，答复如下',
  closed: '已办结',
  merged: '已与同类反映合并办理',
};
