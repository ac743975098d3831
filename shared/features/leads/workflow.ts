import type { Permission } from '../accounts/permissions.ts';
import type { LeadAct } from './acts.ts';
import { leadStates, type Lead, type LeadState, type TriageWay } from './schema.ts';

/**
 * The one description of how a lead goes: states, acts, who may act, and what has to be there. Screens, services and
 * tests read it; none of them knows a step of its own.
 */

/** A condition on the lead as it will be after the act; `missing` is what a person reads while it does not hold. */
interface Condition {
  readonly missing: string;
  holds(lead: Lead): boolean;
}

const triagedTo =
  (way: NonNullable<Lead['triage']>['way']) =>
  ({ triage }: Lead): boolean =>
    triage?.way === way;

export const conditions = {
  acknowledgement: {
    missing: '告知受理的日期和方式',
    holds: ({ acknowledgement }) => acknowledgement !== null,
  },
  'to-reply': { missing: '研判为直接答复', holds: triagedTo('reply') },
  'to-transfer': {
    missing: '转往单位和办理要求',
    holds: (lead) => triagedTo('transfer')(lead) && lead.triage?.transfer !== null,
  },
  'to-case': {
    missing: '问责事项',
    holds: (lead) => triagedTo('case')(lead) && lead.triage?.case !== null,
  },
  'to-shelve': { missing: '研判为留存备查', holds: triagedTo('shelve') },
  'not-triaged': { missing: '撤回研判', holds: ({ triage }) => triage === null },
  'has-reply': { missing: '答复内容', holds: ({ replies }) => replies.length > 0 },
  closing: { missing: '办结说明', holds: ({ closing }) => closing !== null },
  answered: {
    missing: '答复，或不答复的理由',
    holds: ({ replyTo, replies, closing }) =>
      replyTo === 'nobody' || replies.length > 0 || (closing?.withoutReply ?? '') !== '',
  },
  'not-closed': { missing: '重新办理的原因', holds: ({ closing }) => closing === null },
  merged: { missing: '并入的线索和理由', holds: ({ merged }) => merged !== null },
  'not-merged': { missing: '取消并案', holds: ({ merged }) => merged === null },
} as const satisfies Record<string, Condition>;
export type ConditionId = keyof typeof conditions;

export interface Transition {
  readonly act: LeadAct;
  readonly from: readonly LeadState[];
  readonly to: LeadState | 'same';
  readonly permission: Permission;
  /** All of these have to hold for the lead after the act. */
  readonly needs: readonly ConditionId[];
}

const OPEN: readonly LeadState[] = ['received', 'replying', 'transferred', 'filed', 'shelved', 'replied'];
const TRIAGED: readonly LeadState[] = ['replying', 'transferred', 'filed', 'shelved'];

/** Of several transitions of one act the first whose conditions hold is taken. */
export const leadRoute: readonly Transition[] = [
  { act: 'register', from: [], to: 'received', permission: 'leads.register', needs: [] },
  { act: 'amend', from: OPEN, to: 'same', permission: 'leads.register', needs: [] },
  { act: 'attach', from: OPEN, to: 'same', permission: 'leads.register', needs: [] },
  { act: 'addSource', from: OPEN, to: 'same', permission: 'leads.register', needs: [] },
  { act: 'acknowledge', from: OPEN, to: 'same', permission: 'leads.handle', needs: ['acknowledgement'] },
  { act: 'triageReply', from: ['received'], to: 'replying', permission: 'leads.handle', needs: ['to-reply'] },
  {
    act: 'triageTransfer',
    from: ['received'],
    to: 'transferred',
    permission: 'leads.handle',
    needs: ['to-transfer'],
  },
  { act: 'triageCase', from: ['received'], to: 'filed', permission: 'leads.handle', needs: ['to-case'] },
  {
    act: 'triageShelve',
    from: ['received'],
    to: 'shelved',
    permission: 'leads.handle',
    needs: ['to-shelve'],
  },
  { act: 'undoTriage', from: TRIAGED, to: 'received', permission: 'leads.handle', needs: ['not-triaged'] },
  {
    act: 'reply',
    from: ['replying', 'replied'],
    to: 'replied',
    permission: 'leads.handle',
    needs: ['has-reply'],
  },
  {
    act: 'reply',
    from: ['transferred', 'filed', 'shelved'],
    to: 'same',
    permission: 'leads.handle',
    needs: ['has-reply'],
  },
  {
    act: 'close',
    from: ['replying', 'replied', 'transferred', 'filed', 'shelved'],
    to: 'closed',
    permission: 'leads.handle',
    needs: ['closing', 'answered'],
  },
  {
    act: 'reopen',
    from: ['replied', 'closed'],
    to: 'replying',
    permission: 'leads.handle',
    needs: ['not-closed', 'to-reply'],
  },
  {
    act: 'reopen',
    from: ['closed'],
    to: 'transferred',
    permission: 'leads.handle',
    needs: ['not-closed', 'to-transfer'],
  },
  {
    act: 'reopen',
    from: ['closed'],
    to: 'filed',
    permission: 'leads.handle',
    needs: ['not-closed', 'to-case'],
  },
  {
    act: 'reopen',
    from: ['closed'],
    to: 'shelved',
    permission: 'leads.handle',
    needs: ['not-closed', 'to-shelve'],
  },
  { act: 'relate', from: [...OPEN, 'closed'], to: 'same', permission: 'leads.handle', needs: [] },
  {
    act: 'merge',
    from: ['received', 'replying', 'shelved'],
    to: 'merged',
    permission: 'leads.handle',
    needs: ['merged'],
  },
  {
    act: 'unmerge',
    from: ['merged'],
    to: 'received',
    permission: 'leads.handle',
    needs: ['not-merged', 'not-triaged'],
  },
  {
    act: 'unmerge',
    from: ['merged'],
    to: 'replying',
    permission: 'leads.handle',
    needs: ['not-merged', 'to-reply'],
  },
  {
    act: 'unmerge',
    from: ['merged'],
    to: 'shelved',
    permission: 'leads.handle',
    needs: ['not-merged', 'to-shelve'],
  },
  { act: 'copy', from: leadStates, to: 'same', permission: 'leads.handle', needs: [] },
  { act: 'redact', from: leadStates, to: 'same', permission: 'leads.handle', needs: [] },
];

/** Who may do an act: the same for all transitions of it. */
export const permissionOf = (act: LeadAct): Permission => {
  const transition = leadRoute.find((each) => each.act === act);
  if (!transition) throw new RangeError(`act without a transition: ${act}`);
  return transition.permission;
};

/** True when the table has the act for this state, whatever else may be missing. */
export const isOpenTo = (state: LeadState, act: LeadAct): boolean =>
  leadRoute.some((transition) => transition.act === act && transition.from.includes(state));

export type Outcome =
  | { readonly ok: true; readonly to: LeadState }
  | { readonly ok: false; readonly reason: 'wrong-state' }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly missing: readonly string[] };

/** Where an act leads from `before`, looking at the lead as it will be; else what the nearest way still needs. */
export const outcomeOf = (act: LeadAct, before: LeadState, after: Lead): Outcome => {
  const candidates = leadRoute.filter(
    (transition) => transition.act === act && transition.from.includes(before),
  );
  if (candidates.length === 0) return { ok: false, reason: 'wrong-state' };
  const taken = candidates.find(({ needs }) => needs.every((id) => conditions[id].holds(after)));
  if (taken) return { ok: true, to: taken.to === 'same' ? before : taken.to };
  const lacking = candidates.map(({ needs }) => needs.filter((id) => !conditions[id].holds(after)));
  const nearest = lacking.reduce((least, each) => (each.length < least.length ? each : least));
  return { ok: false, reason: 'incomplete', missing: nearest.map((id) => conditions[id].missing) };
};

export const triageActs: Readonly<Record<TriageWay, LeadAct>> = {
  reply: 'triageReply',
  transfer: 'triageTransfer',
  case: 'triageCase',
  shelve: 'triageShelve',
};

/** The steps of the bar, in order, each with the states in which it is being worked on. */
export const leadSteps: readonly { readonly label: string; readonly during: readonly LeadState[] }[] = [
  { label: '登记', during: [] },
  { label: '研判', during: ['received'] },
  { label: '办理与答复', during: TRIAGED },
  { label: '办结', during: ['replied'] },
];

/** The step that a lead stands at: an index into `leadSteps`, their number once nothing is left to do. */
export const stepOf = (state: LeadState): number =>
  state === 'closed' || state === 'merged'
    ? leadSteps.length
    : leadSteps.findIndex(({ during }) => during.includes(state));

/** What has to be done next; `triage` stands for its four ways. */
export type NextAct = 'triage' | 'reply' | 'close';

/** The one act that moves a lead on, which the record page offers as 下一步; null when nothing is left to do. */
export const nextAct = (lead: Lead): NextAct | null => {
  switch (lead.state) {
    case 'received':
      return 'triage';
    case 'replying':
      return lead.replyTo === 'nobody' ? 'close' : 'reply';
    case 'transferred':
    case 'filed':
    case 'shelved':
      return conditions.answered.holds(lead) ? 'close' : 'reply';
    case 'replied':
      return 'close';
    case 'closed':
    case 'merged':
      return null;
  }
};
