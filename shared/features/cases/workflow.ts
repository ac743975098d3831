import type { Permission } from '../accounts/permissions.ts';
import type { CaseAct } from './acts.ts';
import { conditions } from './conditions.ts';
import type { CaseRecord } from './schema.ts';
import type { CaseState, Route } from './states.ts';
import type { Transition } from './transition.ts';
import { transitions } from './transitions.ts';

/** What the table of transitions says of one case. Screens, services and tests ask here; none knows a step of its own. */

type Position = Pick<CaseRecord, 'route' | 'state'>;

const openTransitions = (act: CaseAct, { route, state }: Position): readonly Transition[] =>
  transitions.filter(
    (transition) =>
      transition.act === act && transition.routes.includes(route) && transition.from.includes(state),
  );

/** Who may do an act: the same for all transitions of it. */
export const permissionOf = (act: CaseAct): Permission => {
  const transition = transitions.find((each) => each.act === act);
  if (!transition) throw new RangeError(`act without a transition: ${act}`);
  return transition.permission;
};

/** True when the table has the act for this state, whatever else may be missing. */
export const isOpenTo = (position: Position, act: CaseAct): boolean =>
  openTransitions(act, position).length > 0;

export type Outcome =
  | { readonly ok: true; readonly to: CaseState }
  | { readonly ok: false; readonly reason: 'wrong-state' }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly missing: readonly string[] };

const outcomeAmong = (candidates: readonly Transition[], before: CaseState, after: CaseRecord): Outcome => {
  if (candidates.length === 0) return { ok: false, reason: 'wrong-state' };
  const taken = candidates.find(({ needs }) => needs.every((id) => conditions[id].holds(after)));
  if (taken) return { ok: true, to: taken.to === 'same' ? before : taken.to };
  const lacking = candidates.map(({ needs }) => needs.filter((id) => !conditions[id].holds(after)));
  const nearest = lacking.reduce((least, each) => (each.length < least.length ? each : least));
  return { ok: false, reason: 'incomplete', missing: nearest.map((id) => conditions[id].missing) };
};

/**
 * Where an act leads from `before`, looking at the record as it will be; else what the nearest way still needs. The
 * route is that of the record after the act, so that a changed route is judged by its own table.
 */
export const outcomeOf = (act: CaseAct, before: CaseState, after: CaseRecord): Outcome =>
  outcomeAmong(openTransitions(act, { route: after.route, state: before }), before, after);

/** Where a new case begins: after `register`, or split off from another. */
export const entryOf = (act: CaseAct, after: CaseRecord): Outcome =>
  outcomeAmong(
    transitions.filter(
      (transition) =>
        transition.act === act && transition.from.length === 0 && transition.routes.includes(after.route),
    ),
    'registered',
    after,
  );

export interface Step {
  readonly label: string;
  /** The states in which this step is being worked on. */
  readonly during: readonly CaseState[];
}

const ENDING: readonly Step[] = [
  { label: '决定', during: ['heard'] },
  { label: '印发', during: ['decided'] },
  { label: '送达', during: ['issued'] },
  { label: '执行整改', during: ['executing'] },
  { label: '归档', during: ['served', 'rectified'] },
];

/** The steps of the bar of each route, in order. */
export const routeSteps: Readonly<Record<Route, readonly Step[]>> = {
  light: [
    { label: '登记', during: [] },
    { label: '核实', during: ['registered'] },
    { label: '告知与陈述', during: ['established', 'notified'] },
    ...ENDING,
  ],
  pupil: [
    { label: '登记', during: [] },
    { label: '核实', during: ['registered'] },
    { label: '告知学生和家长', during: ['established', 'notified'] },
    ...ENDING,
  ],
  ordinary: [
    { label: '登记', during: [] },
    { label: '初核', during: ['registered'] },
    { label: '立案', during: ['established'] },
    { label: '调查', during: ['filed'] },
    { label: '审议报告', during: ['reported'] },
    { label: '告知与申辩', during: ['adopted', 'notified'] },
    { label: '集体决定', during: ['heard'] },
    { label: '印发', during: ['decided', 'submitted'] },
    { label: '送达', during: ['issued'] },
    { label: '执行整改', during: ['executing'] },
    { label: '归档', during: ['served', 'rectified'] },
  ],
  transferred: [
    { label: '登记', during: [] },
    { label: '核实', during: ['registered'] },
    { label: '移送', during: ['established'] },
    { label: '等待反馈', during: ['referred'] },
    { label: '归档', during: ['answered'] },
  ],
};

const ENDED: readonly CaseState[] = ['closed', 'withdrawn', 'merged'];
export const isEnded = (state: CaseState): boolean => ENDED.includes(state);

/** The step that a case stands at: an index into its route's steps, their number once it has ended. */
export const stepOf = ({ route, state }: Position): number => {
  const steps = routeSteps[route];
  if (isEnded(state)) return steps.length;
  return Math.max(
    0,
    steps.findIndex(({ during }) => during.includes(state)),
  );
};

/** The one act that moves a case on, which the record page offers as 下一步; null when nothing is left to do. */
export const nextAct = (record: CaseRecord): CaseAct | null => {
  switch (record.state) {
    case 'registered':
      return 'establishFacts';
    case 'established':
      if (record.route === 'ordinary') return 'fileCase';
      return record.route === 'transferred' ? 'refer' : 'notify';
    case 'filed':
      return 'submitReport';
    case 'reported':
      return 'adoptReport';
    case 'adopted':
      return 'notify';
    case 'notified':
      return 'hearStatement';
    case 'heard':
      return 'decide';
    case 'decided':
      return record.papers.some((paper) => !paper.void && paper.itemIds.length > 0) ? 'issueNotice' : 'close';
    case 'submitted':
    case 'referred':
      return 'recordReply';
    case 'issued':
      return 'recordService';
    case 'executing':
      return 'checkRectification';
    case 'served':
    case 'rectified':
    case 'answered':
      return 'close';
    case 'closed':
    case 'withdrawn':
    case 'merged':
      return null;
  }
};
