import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deeds, type Numbers } from '../../../test/support/case-deeds.ts';
import { demandSound } from '../../../test/support/case-soundness.ts';
import { decidedCase, sampleCase, sampleSubject } from '../../../test/support/sample-case.ts';
import { permissionsOf, roleIds } from '../accounts/permissions.ts';
import { auditSeries } from '../papers/numbers.ts';
import { caseActs } from './acts.ts';
import { conditions, decisionPapers } from './conditions.ts';
import type { CaseRecord } from './schema.ts';
import { caseStates, routes, type CaseState, type Route } from './states.ts';
import { transitions } from './transitions.ts';
import { isEnded, isOpenTo, nextAct, outcomeOf, permissionOf, routeSteps, stepOf } from './workflow.ts';

const acts = caseActs.filter((act): act is keyof typeof deeds => act !== 'register');

/** Numbers of papers that stand, and void ones, are together all that were ever given. */
const demandNumbers = (record: CaseRecord, numbers: Numbers): void => {
  expect(auditSeries(numbers.taken)).toEqual({ missing: [], doubled: [] });
  const borne = record.papers.flatMap(({ numberId }) => (numberId === null ? [] : [Number(numberId)]));
  expect(new Set(borne).size).toBe(borne.length);
  for (const sequence of numbers.taken)
    expect(borne.includes(sequence) || numbers.voided.has(sequence)).toBe(true);
  for (const paper of decisionPapers(record))
    if (paper.numberId !== null) expect(numbers.voided.has(Number(paper.numberId))).toBe(false);
};

/** What somebody would do who wants to get on: the next act, or what it is still waiting for. */
const guided = (record: CaseRecord, pick: number): keyof typeof deeds | undefined => {
  const helping: Partial<Record<CaseState, readonly (keyof typeof deeds)[]>> = {
    filed: ['recordInterview', 'recordFinding', 'declareConflict', 'submitReport', 'submitReport'],
    reported: ['adoptReport', 'adoptReport', 'declareConflict'],
    notified: ['hearStatement', 'hearStatement', 'holdHearing', 'notify'],
    heard: ['decide', 'decide', 'declareConflict'],
    registered: ['establishFacts', 'establishFacts', 'declareConflict'],
    served: ['close', 'completeTask'],
    rectified: ['close', 'completeTask'],
  };
  const next = nextAct(record);
  const choice = helping[record.state] ?? (next && next !== 'register' ? [next] : []);
  return choice[pick % Math.max(1, choice.length)];
};

describe('the table of transitions', () => {
  it('never lets a case into a state it must not be in, nor loses a number, whoever tries what', () => {
    const reached = new Set<string>();
    const begin = (route: Route, people: number): CaseRecord =>
      sampleCase({
        route,
        subjects: Array.from({ length: people }, (_, at) => ({
          ...sampleSubject,
          kind: route === 'pupil' ? ('pupil' as const) : ('staff' as const),
          personId: `s${String(at + 20)}`,
        })),
      });
    fc.assert(
      fc.property(
        fc.constantFrom(...routes),
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 99 }),
            fc.nat(1000),
            fc.nat(1000),
            fc.constantFrom(...roleIds, ...roleIds, 'all' as const, 'all' as const, 'all' as const),
          ),
          { minLength: 1, maxLength: 90, size: 'max' },
        ),
        fc.integer({ min: 1, max: 3 }),
        (route, steps, people) => {
          let record = begin(route, people);
          let numbers: Numbers = { taken: [], voided: new Set() };
          for (const [wild, pick, roll, role] of steps) {
            const wanted = guided(record, pick);
            const act = wild < 78 && wanted ? wanted : (acts[pick % acts.length] ?? 'addNote');
            const held = permissionsOf(role === 'all' ? roleIds : [role]);
            if (!held.has(permissionOf(act))) continue;
            // As in a transaction: what a refused act did to the register is dropped with it.
            const attempt: Numbers = { taken: [...numbers.taken], voided: new Set(numbers.voided) };
            const after = deeds[act](record, roll, attempt);
            if (act !== 'changeRoute' && !isOpenTo(record, act)) {
              // What the case's own route does not know is refused before anything is written.
              continue;
            }
            const outcome = outcomeOf(act, record.state, after);
            if (!outcome.ok) {
              if (outcome.reason === 'incomplete') expect(outcome.missing.length).toBeGreaterThan(0);
              continue;
            }
            const taken = transitions.find(
              (each) =>
                each.act === act &&
                each.routes.includes(after.route) &&
                each.from.includes(record.state) &&
                each.needs.every((id) => conditions[id].holds(after)),
            );
            expect(taken?.permission).toBe(permissionOf(act));
            expect(outcome.to).toBe(taken?.to === 'same' ? record.state : taken?.to);
            record = { ...after, state: outcome.to };
            numbers = attempt;
            reached.add(`${record.route}:${record.state}`);
            demandSound(record);
            demandNumbers(record, numbers);
          }
        },
      ),
      { numRuns: 10_000 },
    );
    // A walk that never gets anywhere would prove nothing.
    const states = new Set([...reached].map((each) => each.split(':')[1]));
    expect(caseStates.filter((state) => !states.has(state))).toEqual([]);
    for (const state of ['closed', 'decided', 'served', 'withdrawn', 'merged'])
      for (const route of ['light', 'ordinary', 'pupil']) expect(reached).toContain(`${route}:${state}`);
  }, 240_000);

  it('asks the same permission for every transition of an act, and has transitions for every act', () => {
    for (const { act, permission } of transitions) expect(permission).toBe(permissionOf(act));
    for (const act of caseActs) expect(transitions.some((each) => each.act === act)).toBe(true);
  });

  it('offers in every state of a step a next act that the state knows', () => {
    for (const route of routes)
      for (const { during } of routeSteps[route])
        for (const state of during) {
          const record = decidedCase({ route, state });
          const act = nextAct(record);
          expect(act && isOpenTo(record, act)).toBe(true);
          expect(stepOf(record)).toBeGreaterThan(0);
        }
    for (const state of caseStates) if (isEnded(state)) expect(nextAct(sampleCase({ state }))).toBeNull();
  });

  it('leaves no state that nothing leads into, and none but the ended ones without a way out', () => {
    for (const state of caseStates) {
      expect(transitions.some(({ to }) => to === state)).toBe(true);
      if (!isEnded(state))
        expect(
          transitions.some(({ from, to }) => from.includes(state) && to !== 'same' && to !== state),
        ).toBe(true);
    }
  });

  it('says what the nearest way still needs', () => {
    const served = decidedCase({ state: 'served', services: [] });
    expect(outcomeOf('close', 'served', served)).toMatchObject({
      ok: false,
      missing: ['办结说明', '每一名当事人的送达记录'],
    });
    expect(outcomeOf('recordService', 'issued', decidedCase({ state: 'issued' }))).toMatchObject({
      ok: false,
      missing: ['每一名当事人的送达记录'],
    });
  });
});
