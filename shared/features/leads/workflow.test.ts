import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshLead, sampleLead } from '../../../test/support/sample-lead.ts';
import { roles } from '../accounts/permissions.ts';
import { leadStates, type Lead, type LeadState, type Triage } from './schema.ts';
import { actLabels, leadActs, stateLabels, type LeadAct } from './acts.ts';
import {
  conditions,
  isOpenTo,
  leadRoute,
  leadSteps,
  nextAct,
  outcomeOf,
  permissionOf,
  stepOf,
} from './workflow.ts';

const full = sampleLead();
const triageTo = (way: Triage['way']): Triage => ({
  reason: '研判意见',
  made: full.registered,
  way,
  transfer: way === 'transfer' ? (full.triage?.transfer ?? null) : null,
  case: way === 'case' ? { id: 'c1', number: '问责〔2026〕1号' } : null,
});

/** What each act writes, as a service would. */
const write: Readonly<Record<LeadAct, (lead: Lead) => Lead>> = {
  register: (lead) => lead,
  amend: (lead) => lead,
  attach: (lead) => lead,
  addSource: (lead) => lead,
  acknowledge: (lead) => ({
    ...lead,
    acknowledgement: { on: '2026-11-21', way: 'phone', made: lead.registered },
  }),
  triageReply: (lead) => ({ ...lead, triage: triageTo('reply') }),
  triageTransfer: (lead) => ({ ...lead, triage: triageTo('transfer') }),
  triageCase: (lead) => ({ ...lead, triage: triageTo('case') }),
  triageShelve: (lead) => ({ ...lead, triage: triageTo('shelve') }),
  undoTriage: (lead) => ({ ...lead, triage: null }),
  reply: (lead) => ({ ...lead, replies: full.replies }),
  close: (lead) => ({ ...lead, closing: full.closing }),
  reopen: (lead) => ({ ...lead, closing: null }),
  relate: (lead) => lead,
  merge: (lead) => ({ ...lead, merged: full.merged }),
  unmerge: (lead) => ({ ...lead, merged: null }),
  copy: (lead) => lead,
  redact: (lead) => lead,
};

const done = (lead: Lead, act: LeadAct): Lead | undefined => {
  const after = write[act](lead);
  const outcome = outcomeOf(act, lead.state, after);
  return outcome.ok ? { ...after, state: outcome.to } : undefined;
};

const walk = (lead: Lead, ...acts: LeadAct[]): LeadState | undefined =>
  acts.reduce<Lead | undefined>((held, act) => held && done(held, act), lead)?.state;

describe('the table', () => {
  it('has every act, and each of them one permission', () => {
    for (const act of leadActs) {
      const permissions = new Set(
        leadRoute.filter((each) => each.act === act).map(({ permission }) => permission),
      );
      expect([act, permissions.size]).toEqual([act, 1]);
      expect(actLabels[act]).toMatch(/\p{Script=Han}/u);
    }
  });

  it('reaches every state and leaves none without a way on but the last', () => {
    const reached = new Set(leadRoute.flatMap(({ to }) => (to === 'same' ? [] : [to])));
    expect([...reached].sort()).toEqual([...leadStates].sort());
    for (const state of leadStates) {
      expect(stateLabels[state]).not.toBe('');
      expect(leadRoute.some(({ from, to }) => from.includes(state) && to !== 'same')).toBe(true);
    }
  });

  it('lets an investigator register but not handle', () => {
    expect(roles.investigator.permissions).toContain(permissionOf('register'));
    expect(roles.investigator.permissions).not.toContain(permissionOf('triageReply'));
  });
});

describe('a lead', () => {
  const fresh = freshLead();

  it('is answered and closed', () => {
    expect(walk(fresh, 'triageReply', 'reply', 'close')).toBe('closed');
  });

  it('is not closed while an answer is owed', () => {
    const open = { ...fresh, state: 'transferred' as const, triage: triageTo('transfer') };
    const silent = {
      ...open,
      closing: full.closing && { ...full.closing, withoutReply: '' },
    };
    expect(outcomeOf('close', 'transferred', silent)).toEqual({
      ok: false,
      reason: 'incomplete',
      missing: [conditions.answered.missing],
    });
    expect(outcomeOf('close', 'transferred', { ...silent, replyTo: 'nobody' })).toEqual({
      ok: true,
      to: 'closed',
    });
    expect(walk(open, 'reply', 'close')).toBe('closed');
  });

  it('goes back from each triage, and is judged anew', () => {
    for (const act of ['triageReply', 'triageTransfer', 'triageCase', 'triageShelve'] as const) {
      expect(walk(fresh, act, 'undoTriage')).toBe('received');
      expect(walk(fresh, act, act)).toBeUndefined();
    }
  });

  it('goes back to where it was when it is taken up again', () => {
    expect(walk(fresh, 'triageReply', 'reply', 'reopen')).toBe('replying');
    expect(walk(fresh, 'triageTransfer', 'reply', 'close', 'reopen')).toBe('transferred');
    expect(walk(fresh, 'triageCase', 'reply', 'close', 'reopen')).toBe('filed');
    expect(walk(fresh, 'triageShelve', 'reply', 'close', 'reopen')).toBe('shelved');
  });

  it('goes on by itself after a merging was taken back', () => {
    expect(walk(fresh, 'merge', 'unmerge')).toBe('received');
    expect(walk(fresh, 'triageReply', 'merge', 'unmerge')).toBe('replying');
    expect(walk(fresh, 'triageShelve', 'merge', 'unmerge')).toBe('shelved');
    expect(walk(fresh, 'triageCase', 'merge')).toBeUndefined();
  });

  it('that nobody waits for needs no answer', () => {
    expect(nextAct({ ...fresh, state: 'replying', replyTo: 'nobody', triage: triageTo('reply') })).toBe(
      'close',
    );
    expect(nextAct({ ...fresh, state: 'filed', triage: triageTo('case') })).toBe('reply');
  });
});

describe('whatever people do', () => {
  it('a lead is always in a state that its record bears out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Lead['replyTo']>('source', 'code', 'nobody'),
        fc.array(fc.constantFrom(...leadActs), { maxLength: 25 }),
        (replyTo, acts) => {
          let lead = freshLead({ replyTo });
          for (const act of acts) {
            const open = isOpenTo(lead.state, act);
            const next = done(lead, act);
            if (!open) expect(next).toBeUndefined();
            lead = next ?? lead;
            const ways: Partial<Record<LeadState, Triage['way']>> = {
              replying: 'reply',
              replied: 'reply',
              transferred: 'transfer',
              filed: 'case',
              shelved: 'shelve',
            };
            if (lead.state === 'received') expect(lead.triage).toBeNull();
            const way = ways[lead.state];
            if (way !== undefined) expect(lead.triage?.way).toBe(way);
            expect(lead.state === 'closed').toBe(lead.closing !== null);
            expect(lead.state === 'merged').toBe(lead.merged !== null);
            if (lead.state === 'replied') expect(lead.replies.length).toBeGreaterThan(0);
            expect(stepOf(lead.state)).toBeGreaterThan(0);
            expect(stepOf(lead.state)).toBeLessThanOrEqual(leadSteps.length);
            const next2 = nextAct(lead);
            if (next2 !== null)
              expect(isOpenTo(lead.state, next2 === 'triage' ? 'triageReply' : next2)).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
