import type { Permission } from '../accounts/permissions.ts';
import { conditions, type AppealConditionId } from './conditions.ts';
import type { Appeal, AppealState } from './schema.ts';

/**
 * The one description of how an appeal goes: states, acts, who may act, what has to be there. Screens, services and tests
 * read it; none of them knows a step of its own.
 */

export const stateLabels: Readonly<Record<AppealState, string>> = {
  received: '待受理审查',
  incomplete: '待补正',
  accepted: '办理中',
  forwarded: '主管部门办理中',
  refused: '不予受理',
  decided: '已决定',
  issued: '已印发',
  served: '已送达',
  closed: '已办结',
  withdrawn: '已撤回',
};

export const appealActs = [
  'register',
  'attach',
  'askCompletion',
  'supplement',
  'accept',
  'refuse',
  'forward',
  'assign',
  'declareConflict',
  'settleConflict',
  'look',
  'extend',
  'decide',
  'recordResult',
  'issue',
  'serve',
  'distribute',
  'restore',
  'close',
  'withdraw',
] as const;
export type AppealAct = (typeof appealActs)[number];

export const actLabels: Readonly<Record<AppealAct, string>> = {
  register: '登记申请',
  attach: '添加材料',
  askCompletion: '一次告知补正',
  supplement: '登记补正材料',
  accept: '受理',
  refuse: '不予受理',
  forward: '报送材料',
  assign: '确定办理人员',
  declareConflict: '申报回避',
  settleConflict: '处理回避',
  look: '记录查核',
  extend: '延长办理期限',
  decide: '作出决定',
  recordResult: '登记主管部门的决定',
  issue: '印发文书',
  serve: '记录送达',
  distribute: '记录更正范围',
  restore: '办结恢复事项',
  close: '办结归档',
  withdraw: '申请人撤回',
};

export interface Transition {
  readonly act: AppealAct;
  readonly from: readonly AppealState[];
  readonly to: AppealState | 'same';
  readonly permission: Permission;
  /** All of these have to hold for the appeal after the act. */
  readonly needs: readonly AppealConditionId[];
}

const OPEN: readonly AppealState[] = [
  'received',
  'incomplete',
  'accepted',
  'forwarded',
  'refused',
  'decided',
  'issued',
  'served',
];
const AFTER: readonly AppealState[] = ['decided', 'issued', 'served'];

const step = (
  act: AppealAct,
  from: readonly AppealState[],
  to: AppealState | 'same',
  ...needs: readonly AppealConditionId[]
): Transition => ({ act, from, to, permission: 'appeals.handle', needs });

/** Of several transitions of one act the first whose conditions hold is taken. */
export const appealRoute: readonly Transition[] = [
  step('register', [], 'received'),
  step('attach', OPEN, 'same'),
  step('askCompletion', ['received'], 'incomplete', 'inside', 'completion-asked'),
  step('supplement', ['incomplete'], 'received', 'completion-received'),
  step('accept', ['received'], 'accepted', 'inside', 'admitted'),
  step('refuse', ['received', 'incomplete'], 'refused', 'inside', 'refused'),
  step('forward', ['received', 'forwarded'], 'forwarded', 'outside', 'forwarding'),
  step('assign', ['accepted'], 'same', 'panel'),
  step('declareConflict', ['accepted'], 'same', 'panel'),
  step('settleConflict', ['accepted'], 'same'),
  step('look', ['accepted'], 'same', 'panel'),
  step('extend', ['accepted', 'forwarded'], 'same'),
  step(
    'decide',
    ['accepted'],
    'decided',
    'panel',
    'no-open-conflict',
    'looked',
    'decision',
    'carried',
    'decision-paper',
  ),
  step('recordResult', ['received', 'forwarded'], 'served', 'outside', 'decision', 'nothing-to-send'),
  step('recordResult', ['received', 'forwarded'], 'decided', 'outside', 'decision'),
  step('issue', ['decided'], 'issued', 'papers-out'),
  step('issue', OPEN, 'same'),
  step('serve', ['issued'], 'served', 'papers-out', 'reached', 'corrected'),
  step('serve', OPEN, 'same'),
  step('distribute', ['issued'], 'served', 'papers-out', 'reached', 'corrected'),
  step('distribute', AFTER, 'same'),
  step('restore', AFTER, 'same', 'decision'),
  step('close', ['served'], 'closed', 'closing', 'decision', 'restored'),
  step('close', ['refused'], 'closed', 'closing', 'papers-out', 'reached'),
  step('withdraw', ['received', 'incomplete', 'accepted', 'forwarded'], 'withdrawn', 'withdrawal'),
];

/** Acts that judge: for those alone who had no part in the decision complained of (原承办人不得办理). */
const judging: readonly AppealAct[] = ['accept', 'refuse', 'assign', 'settleConflict', 'look', 'decide'];

/** True for an act that nobody with a part in the decision complained of may do. */
export const isForUninvolved = (act: AppealAct): boolean => judging.includes(act);

/** Who may do an act: the same for all transitions of it. */
export const permissionOf = (act: AppealAct): Permission => {
  const transition = appealRoute.find((each) => each.act === act);
  if (!transition) throw new RangeError(`act without a transition: ${act}`);
  return transition.permission;
};

const openTo = (act: AppealAct, state: AppealState): readonly Transition[] =>
  appealRoute.filter((transition) => transition.act === act && transition.from.includes(state));

const FIXED: readonly AppealConditionId[] = ['inside', 'outside'];

/** True when the table has the act for this state and this kind, whatever else may be missing. */
export const isOpenTo = (appeal: Appeal, act: AppealAct): boolean =>
  openTo(act, appeal.state).some(({ needs }) =>
    needs.filter((id) => FIXED.includes(id)).every((id) => conditions[id].holds(appeal)),
  );

export type Outcome =
  | { readonly ok: true; readonly to: AppealState }
  | { readonly ok: false; readonly reason: 'wrong-state' }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly missing: readonly string[] };

/** Where an act leads from `before`, looking at the appeal as it will be; else what the nearest way still needs. */
export const outcomeOf = (act: AppealAct, before: AppealState, after: Appeal): Outcome => {
  const candidates = openTo(act, before);
  if (candidates.length === 0) return { ok: false, reason: 'wrong-state' };
  const taken = candidates.find(({ needs }) => needs.every((id) => conditions[id].holds(after)));
  if (taken) return { ok: true, to: taken.to === 'same' ? before : taken.to };
  const lacking = candidates.map(({ needs }) => needs.filter((id) => !conditions[id].holds(after)));
  const nearest = lacking.reduce((least, each) => (each.length < least.length ? each : least));
  return { ok: false, reason: 'incomplete', missing: nearest.map((id) => conditions[id].missing) };
};

export interface Step {
  readonly label: string;
  readonly during: readonly AppealState[];
}

const HERE: readonly Step[] = [
  { label: '登记', during: [] },
  { label: '受理审查', during: ['received', 'incomplete'] },
  { label: '办理', during: ['accepted'] },
  { label: '印发', during: ['decided'] },
  { label: '送达更正', during: ['issued'] },
  { label: '办结', during: ['served', 'refused'] },
];
const ELSEWHERE: readonly Step[] = [
  { label: '登记', during: [] },
  { label: '报送材料', during: ['received'] },
  { label: '等待决定', during: ['forwarded'] },
  { label: '更正', during: ['decided', 'issued'] },
  { label: '办结', during: ['served'] },
];

/** The steps of the bar, in order. */
export const stepsOf = ({ inside }: Pick<Appeal, 'inside'>): readonly Step[] => (inside ? HERE : ELSEWHERE);

export const isEnded = (state: AppealState): boolean => state === 'closed' || state === 'withdrawn';

/** The step that an appeal stands at: an index into its steps, their number once it has ended. */
export const stepAt = (appeal: Pick<Appeal, 'inside' | 'state'>): number => {
  const steps = stepsOf(appeal);
  return isEnded(appeal.state)
    ? steps.length
    : Math.max(
        0,
        steps.findIndex(({ during }) => during.includes(appeal.state)),
      );
};

/** The one act that moves it on, which the record page offers as 下一步; null when nothing is left to do. */
export const nextAct = (appeal: Appeal): AppealAct | null => {
  switch (appeal.state) {
    case 'received':
      return appeal.inside ? 'accept' : 'forward';
    case 'incomplete':
      return 'supplement';
    case 'accepted':
      if (!conditions.panel.holds(appeal)) return 'assign';
      return conditions.looked.holds(appeal) ? 'decide' : 'look';
    case 'forwarded':
      return 'recordResult';
    case 'refused':
      if (!conditions['papers-out'].holds(appeal)) return 'issue';
      return conditions.reached.holds(appeal) ? 'close' : 'serve';
    case 'decided':
      return 'issue';
    case 'issued':
      return conditions.reached.holds(appeal) ? 'distribute' : 'serve';
    case 'served':
      return conditions.restored.holds(appeal) ? 'close' : 'restore';
    case 'closed':
    case 'withdrawn':
      return null;
  }
};
