import type { Permission } from '../accounts/permissions.ts';
import type { CaseRecord, CaseState } from './schema.ts';

/**
 * The one description of how a case goes: states, acts, who may act, and what has to be there. Screens, services and
 * tests read it; none of them knows a step of its own. Further routes are further tables of the same kind.
 */

export const stateLabels: Readonly<Record<CaseState, string>> = {
  registered: '已登记',
  established: '已核实',
  notified: '已告知',
  heard: '已听取陈述',
  decided: '已决定',
  issued: '已印发',
  served: '已送达',
  executing: '整改中',
  rectified: '已销号',
  closed: '已归档',
  withdrawn: '已撤销',
};

export const caseActs = [
  'register',
  'declareConflict',
  'attachEvidence',
  'establishFacts',
  'notify',
  'hearStatement',
  'decide',
  'issueNotice',
  'voidNumber',
  'recordService',
  'reportRectification',
  'checkRectification',
  'close',
  'withdraw',
] as const;
export type CaseAct = (typeof caseActs)[number];

export const actLabels: Readonly<Record<CaseAct, string>> = {
  register: '登记事项',
  declareConflict: '申报回避',
  attachEvidence: '添加证据',
  establishFacts: '确认事实',
  notify: '告知本人',
  hearStatement: '记录陈述',
  decide: '作出决定',
  issueNotice: '印发文书',
  voidNumber: '作废文号',
  recordService: '记录送达',
  reportRectification: '登记整改情况',
  checkRectification: '复查销号',
  close: '办结归档',
  withdraw: '撤销事项',
};

const thisRound = <T extends { readonly round: number }>(
  record: CaseRecord,
  entries: readonly T[],
): readonly T[] => entries.filter(({ round }) => round === record.round);

const everySubject = (record: CaseRecord, holds: (staffId: string) => boolean): boolean =>
  record.subjects.every(({ staffId }) => holds(staffId));

export const currentNotifications = (record: CaseRecord): CaseRecord['notifications'] => [
  ...thisRound(record, record.notifications),
];

export const currentStatements = (record: CaseRecord): CaseRecord['statements'] => [
  ...thisRound(record, record.statements),
];

export const isServed = (record: CaseRecord, staffId: string): boolean =>
  record.services.some((service) => service.staffId === staffId);

export const isItemDone = (item: CaseRecord['rectification'][number]): boolean =>
  item.checks.at(-1)?.passed === true;

/** A condition on the record as it will be after the act; `missing` is what a person reads while it does not hold. */
interface Condition {
  readonly missing: string;
  holds(record: CaseRecord): boolean;
}

export const conditions = {
  facts: { missing: '写明核实的事实', holds: (record) => record.facts.trim() !== '' },
  'two-checkers': {
    missing: '至少两名核实人员',
    holds: (record) => new Set(record.checkers.map(({ id }) => id)).size >= 2,
  },
  'no-open-conflict': {
    missing: '处理完已申报的回避',
    holds: (record) => record.conflicts.every(({ outcome }) => outcome !== 'open'),
  },
  'all-notified': {
    missing: '告知每一名当事人',
    holds: (record) =>
      everySubject(record, (id) => currentNotifications(record).some(({ staffId }) => staffId === id)),
  },
  'all-heard': {
    missing: '每一名当事人的陈述',
    holds: (record) =>
      everySubject(record, (id) => currentStatements(record).some(({ staffId }) => staffId === id)),
  },
  'has-decision': { missing: '决定', holds: (record) => record.decision !== null },
  'has-paper': { missing: '文号', holds: (record) => record.paper !== null },
  'no-paper': { missing: '本措施不出具文书', holds: (record) => record.paper === null },
  'paper-issued': {
    missing: '印发的文书',
    holds: (record) => record.paper !== null && record.paper.issuedPaperId !== null,
  },
  'paper-not-issued': {
    missing: '文书尚未印发',
    holds: (record) => record.paper?.issuedPaperId === null,
  },
  'all-served': {
    missing: '每一名当事人的送达记录',
    holds: (record) => everySubject(record, (id) => isServed(record, id)),
  },
  'nobody-served': { missing: '尚未送达任何人', holds: (record) => record.services.length === 0 },
  'has-items': { missing: '整改事项', holds: (record) => record.rectification.length > 0 },
  'no-items': { missing: '没有整改事项', holds: (record) => record.rectification.length === 0 },
  'all-items-done': {
    missing: '每一项整改复查合格',
    holds: (record) => record.rectification.every(isItemDone),
  },
  closing: { missing: '办结说明', holds: (record) => record.closing !== null },
  withdrawal: { missing: '撤销原因', holds: (record) => record.withdrawal !== null },
} as const satisfies Record<string, Condition>;
export type ConditionId = keyof typeof conditions;

export interface Transition {
  readonly act: CaseAct;
  readonly from: readonly CaseState[];
  readonly to: CaseState | 'same';
  readonly permission: Permission;
  /** All of these have to hold for the record after the act. */
  readonly needs: readonly ConditionId[];
}

const OPEN: readonly CaseState[] = [
  'registered',
  'established',
  'notified',
  'heard',
  'decided',
  'issued',
  'served',
  'executing',
  'rectified',
];
const BEFORE_DECISION: readonly CaseState[] = ['registered', 'established', 'notified', 'heard'];

/**
 * 简易办理. Of several transitions of one act the first whose conditions hold is taken. Facts may be established anew
 * until the decision; whoever was heard on the former facts has then to be heard again.
 */
export const lightRoute: readonly Transition[] = [
  { act: 'register', from: [], to: 'registered', permission: 'cases.register', needs: [] },
  { act: 'declareConflict', from: BEFORE_DECISION, to: 'same', permission: 'cases.register', needs: [] },
  { act: 'attachEvidence', from: OPEN, to: 'same', permission: 'cases.register', needs: [] },
  {
    act: 'establishFacts',
    from: BEFORE_DECISION,
    to: 'established',
    permission: 'cases.investigate',
    needs: ['facts', 'two-checkers', 'no-open-conflict'],
  },
  {
    act: 'notify',
    from: ['established', 'notified'],
    to: 'notified',
    permission: 'cases.investigate',
    needs: ['all-notified'],
  },
  {
    act: 'hearStatement',
    from: ['notified', 'heard'],
    to: 'heard',
    permission: 'cases.investigate',
    needs: ['all-heard'],
  },
  {
    act: 'hearStatement',
    from: ['notified'],
    to: 'notified',
    permission: 'cases.investigate',
    needs: ['all-notified'],
  },
  {
    act: 'decide',
    from: ['established', 'heard'],
    to: 'decided',
    permission: 'cases.decide',
    needs: ['has-decision'],
  },
  {
    act: 'issueNotice',
    from: ['decided'],
    to: 'issued',
    permission: 'cases.serve',
    needs: ['has-paper', 'paper-issued'],
  },
  // Issued anew, with a reason, while nobody has got it yet.
  {
    act: 'issueNotice',
    from: ['issued'],
    to: 'same',
    permission: 'cases.serve',
    needs: ['has-paper', 'paper-issued', 'nobody-served'],
  },
  {
    act: 'voidNumber',
    from: ['decided', 'issued'],
    to: 'decided',
    permission: 'papers.void',
    needs: ['has-paper', 'paper-not-issued', 'nobody-served'],
  },
  {
    act: 'recordService',
    from: ['issued'],
    to: 'executing',
    permission: 'cases.serve',
    needs: ['all-served', 'has-items'],
  },
  {
    act: 'recordService',
    from: ['issued'],
    to: 'served',
    permission: 'cases.serve',
    needs: ['all-served', 'no-items'],
  },
  {
    act: 'recordService',
    from: ['issued'],
    to: 'issued',
    permission: 'cases.serve',
    needs: ['paper-issued'],
  },
  {
    act: 'reportRectification',
    from: ['executing'],
    to: 'same',
    permission: 'cases.serve',
    needs: ['has-items'],
  },
  {
    act: 'checkRectification',
    from: ['executing'],
    to: 'rectified',
    permission: 'cases.serve',
    needs: ['has-items', 'all-items-done'],
  },
  {
    act: 'checkRectification',
    from: ['executing'],
    to: 'executing',
    permission: 'cases.serve',
    needs: ['has-items'],
  },
  {
    act: 'close',
    from: ['served', 'rectified'],
    to: 'closed',
    permission: 'cases.serve',
    needs: ['closing', 'all-served', 'all-items-done'],
  },
  {
    act: 'close',
    from: ['decided'],
    to: 'closed',
    permission: 'cases.serve',
    needs: ['closing', 'no-paper', 'no-items'],
  },
  {
    act: 'withdraw',
    from: [...BEFORE_DECISION, 'decided'],
    to: 'withdrawn',
    permission: 'cases.decide',
    needs: ['withdrawal'],
  },
];

/** Who may do an act: the same for all transitions of it. */
export const permissionOf = (act: CaseAct): Permission => {
  const transition = lightRoute.find((each) => each.act === act);
  if (!transition) throw new RangeError(`act without a transition: ${act}`);
  return transition.permission;
};

/** True when the table has the act for this state, whatever else may be missing. */
export const isOpenTo = (state: CaseState, act: CaseAct): boolean =>
  lightRoute.some((transition) => transition.act === act && transition.from.includes(state));

export type Outcome =
  | { readonly ok: true; readonly to: CaseState }
  | { readonly ok: false; readonly reason: 'wrong-state' }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly missing: readonly string[] };

/** Where an act leads from `before`, looking at the record as it will be; else what the nearest way still needs. */
export const outcomeOf = (act: CaseAct, before: CaseState, after: CaseRecord): Outcome => {
  const candidates = lightRoute.filter(
    (transition) => transition.act === act && transition.from.includes(before),
  );
  if (candidates.length === 0) return { ok: false, reason: 'wrong-state' };
  const taken = candidates.find(({ needs }) => needs.every((id) => conditions[id].holds(after)));
  if (taken) return { ok: true, to: taken.to === 'same' ? before : taken.to };
  const lacking = candidates.map(({ needs }) => needs.filter((id) => !conditions[id].holds(after)));
  const nearest = lacking.reduce((least, each) => (each.length < least.length ? each : least));
  return { ok: false, reason: 'incomplete', missing: nearest.map((id) => conditions[id].missing) };
};

/** The steps of the bar, in order, each with the states in which it is being worked on. */
export const lightSteps: readonly { readonly label: string; readonly during: readonly CaseState[] }[] = [
  { label: '登记', during: [] },
  { label: '核实', during: ['registered'] },
  { label: '告知与陈述', during: ['established', 'notified'] },
  { label: '决定', during: ['heard'] },
  { label: '印发', during: ['decided'] },
  { label: '送达', during: ['issued'] },
  { label: '整改', during: ['executing'] },
  { label: '归档', during: ['served', 'rectified'] },
];

/** The step that a case stands at: an index into `lightSteps`, their number once it is closed. */
export const stepOf = (state: CaseState): number => {
  if (state === 'closed' || state === 'withdrawn') return lightSteps.length;
  return lightSteps.findIndex(({ during }) => during.includes(state));
};

/** The one act that moves a case on, which the record page offers as 下一步; null when nothing is left to do. */
export const nextAct = (record: CaseRecord): CaseAct | null => {
  switch (record.state) {
    case 'registered':
      return 'establishFacts';
    case 'established':
      return 'notify';
    case 'notified':
      return 'hearStatement';
    case 'heard':
      return 'decide';
    case 'decided':
      return record.paper === null ? 'close' : 'issueNotice';
    case 'issued':
      return 'recordService';
    case 'executing':
      return 'checkRectification';
    case 'served':
    case 'rectified':
      return 'close';
    case 'closed':
    case 'withdrawn':
      return null;
  }
};
