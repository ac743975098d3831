import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appealDeeds } from '../../../test/support/appeal-deeds.ts';
import { sampleAppeal, sampleAppealPaper } from '../../../test/support/sample-appeal.ts';
import { permissionsOf, roleIds, type RoleId } from '../accounts/permissions.ts';
import { hasQuorum, tallyOf } from '../cases/meeting.ts';
import { conditions, isServedPaper } from './conditions.ts';
import { appealStates, type Appeal } from './schema.ts';
import {
  actLabels,
  appealActs,
  appealRoute,
  isEnded,
  isOpenTo,
  nextAct,
  outcomeOf,
  permissionOf,
  stateLabels,
  stepAt,
  stepsOf,
  type AppealAct,
} from './workflow.ts';

const acts = appealActs.filter((act): act is keyof typeof appealDeeds => act !== 'register');

/** What must be so in every state, whoever did what before. */
const demandSound = (appeal: Appeal): void => {
  const { state, inside, decision, papers } = appeal;
  const of = (form: string) => papers.filter((paper) => paper.form === form);
  if (['accepted', 'incomplete', 'refused'].includes(state)) expect(inside).toBe(true);
  if (state === 'forwarded') expect(inside).toBe(false);
  if (state === 'incomplete') expect(appeal.completion?.received).toBeNull();
  if (state === 'accepted') expect(appeal.admission?.accepted).toBe(true);
  if (state === 'refused') expect(appeal.admission?.accepted).toBe(false);
  if (['decided', 'issued', 'served'].includes(state)) {
    expect(decision).not.toBeNull();
    if (inside) {
      const sitting = decision?.sitting;
      expect(appeal.admission?.accepted).toBe(true);
      expect(appeal.looks.length).toBeGreaterThan(0);
      expect(hasQuorum(sitting?.members ?? [])).toBe(true);
      expect(tallyOf(sitting?.members ?? [], sitting?.votes ?? []).passed).toBe(true);
      expect(of('decision')).toHaveLength(1);
    } else expect(of('decision')).toEqual([]);
    expect(of('correction').length > 0).toBe(decision?.outcome !== 'uphold');
  }
  if (['issued', 'served'].includes(state))
    for (const paper of [...of('decision'), ...of('correction')]) expect(paper.issuedPaperId).not.toBeNull();
  if (state === 'served') {
    for (const paper of of('decision')) expect(isServedPaper(appeal, paper)).toBe(true);
    for (const paper of of('correction')) expect(paper.distribution).not.toBeNull();
  }
  if (state === 'closed') {
    expect(appeal.closing).not.toBeNull();
    for (const { done } of appeal.restorations) expect(done).not.toBeNull();
    for (const paper of of('refusal')) expect(isServedPaper(appeal, paper)).toBe(true);
  }
  if (state === 'withdrawn') {
    expect(appeal.withdrawal).not.toBeNull();
    expect(decision).toBeNull();
  }
};

describe('the table', () => {
  it('has every act, with one permission, and words for every act and state', () => {
    for (const act of appealActs) {
      expect(
        new Set(appealRoute.filter((each) => each.act === act).map(({ permission }) => permission)),
      ).toEqual(new Set([permissionOf(act)]));
      expect(actLabels[act]).toMatch(/\p{Script=Han}/u);
    }
    for (const state of appealStates) expect(stateLabels[state]).not.toBe('');
  });

  it('leaves no state that nothing leads into, and none but the ended ones without a way out', () => {
    for (const state of appealStates) {
      expect([state, appealRoute.some(({ to }) => to === state)]).toEqual([state, true]);
      if (!isEnded(state))
        expect(appealRoute.some(({ from, to }) => from.includes(state) && to !== 'same')).toBe(true);
    }
  });

  it('never lets an appeal into a state it must not be in, whoever tries what', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 99 }),
            fc.nat(1000),
            fc.nat(1000),
            fc.constantFrom<RoleId | 'all'>(...roleIds, 'all', 'all', 'all', 'all', 'all', 'all', 'all'),
          ),
          { minLength: 1, maxLength: 50, size: 'max' },
        ),
        (inside, steps) => {
          let appeal = sampleAppeal({ inside });
          for (const [wild, pick, roll, role] of steps) {
            const next = nextAct(appeal);
            const act: AppealAct = wild < 70 && next ? next : (acts[pick % acts.length] ?? 'attach');
            if (act === 'register') continue;
            if (!permissionsOf(role === 'all' ? roleIds : [role]).has(permissionOf(act))) continue;
            if (!isOpenTo(appeal, act)) {
              expect(act === next && wild < 70).toBe(false);
              continue;
            }
            const after = appealDeeds[act](appeal, roll);
            const outcome = outcomeOf(act, appeal.state, after);
            if (!outcome.ok) {
              if (outcome.reason === 'incomplete') expect(outcome.missing.length).toBeGreaterThan(0);
              continue;
            }
            appeal = { ...after, state: outcome.to };
            reached.add(appeal.state);
            demandSound(appeal);
          }
        },
      ),
      { numRuns: 10_000 },
    );
    // A walk that never gets anywhere would prove nothing.
    expect(appealStates.filter((state) => !reached.has(state))).toEqual([]);
  }, 120_000);

  it('offers in every state of a step a next act that the state knows', () => {
    for (const inside of [true, false])
      for (const { during } of stepsOf({ inside }))
        for (const state of during) {
          const appeal = sampleAppeal({ inside, state });
          const act = nextAct(appeal);
          expect([state, act !== null && isOpenTo(appeal, act)]).toEqual([state, true]);
          expect(stepAt(appeal)).toBeGreaterThan(0);
        }
    expect(nextAct(sampleAppeal({ state: 'closed' }))).toBeNull();
    expect(stepAt(sampleAppeal({ state: 'withdrawn' }))).toBe(stepsOf({ inside: true }).length);
  });

  it('says what the nearest way still needs', () => {
    expect(outcomeOf('accept', 'received', sampleAppeal())).toEqual({
      ok: false,
      reason: 'incomplete',
      missing: [conditions.admitted.missing],
    });
    expect(outcomeOf('accept', 'decided', sampleAppeal())).toEqual({ ok: false, reason: 'wrong-state' });
    const refused = sampleAppeal({
      state: 'refused',
      papers: [sampleAppealPaper({ form: 'refusal', issuedPaperId: 'i1' })],
    });
    expect(outcomeOf('close', 'refused', refused)).toMatchObject({
      missing: [conditions.closing.missing, conditions.reached.missing],
    });
  });

  it('lets only those decide whom the law lets', () => {
    const outside = sampleAppeal({ inside: false });
    expect(isOpenTo(outside, 'accept')).toBe(false);
    expect(isOpenTo(outside, 'recordResult')).toBe(true);
    expect(isOpenTo(sampleAppeal(), 'recordResult')).toBe(false);
    expect(isOpenTo(sampleAppeal(), 'forward')).toBe(false);
  });
});
