import { caseActs, type CaseAct } from './acts.ts';
import { conditions } from './conditions.ts';
import type { CaseRecord } from './schema.ts';
import { isOpenTo, lightRoute, lightSteps, nextAct, outcomeOf, permissionOf, stepOf } from './workflow.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidedCase, sampleCase, sampleDecision, sampleSubject } from '../../../test/support/sample-case.ts';
import { allocateNext, auditSeries } from '../papers/numbers.ts';

const stamp = { at: '2026-11-20T02:00:00.000Z', by: { userId: 'u1', name: '周敏' } };
const two = [
  { id: 's3', name: '陈晓东' },
  { id: 's4', name: '刘芳' },
];

interface Numbers {
  readonly taken: number[];
  readonly voided: Set<number>;
}

/** What an act of a walk leaves behind: the record and its changes to the register of numbers. */
type Deed = (record: CaseRecord, roll: number, numbers: Numbers) => CaseRecord;

const give = (numbers: Numbers): NonNullable<CaseRecord['paper']> => {
  const next = allocateNext({ kind: 'document', prefix: '青一中', year: 2026 }, numbers.taken);
  numbers.taken.push(next.sequence);
  return { numberId: String(next.sequence), number: next.number, issuedPaperId: null };
};

const drop = (record: CaseRecord, numbers: Numbers): void => {
  if (record.paper) numbers.voided.add(Number(record.paper.numberId));
};

const pickSubject = (record: CaseRecord, roll: number): string =>
  record.subjects[roll % record.subjects.length]?.personId ?? '';

/** Careless on purpose: a third of the deeds leave out what the workflow asks for. */
const deeds: Record<Exclude<CaseAct, 'register'>, Deed> = {
  declareConflict: (record, roll) => ({
    ...record,
    conflicts: [
      ...record.conflicts.map((each) => ({ ...each, outcome: 'dismissed' as const })),
      ...(roll % 3 === 0
        ? [
            {
              id: String(roll),
              person: { id: 's3', name: '陈晓东' },
              relation: '同事',
              declaredOn: '2026-11-11',
              outcome: 'open' as const,
              note: '',
            },
          ]
        : []),
    ],
  }),
  attachEvidence: (record) => record,
  establishFacts: (record, roll) => ({
    ...record,
    facts: roll % 5 === 0 ? ' ' : '属实。',
    checkers: roll % 4 === 0 ? two.slice(1) : two,
    round: record.round + 1,
    establishedOn: '2026-11-12',
  }),
  notify: (record, roll) => ({
    ...record,
    notifications: record.subjects.slice(roll % 4 === 0 ? 1 : 0).map(({ personId }) => ({
      personId,
      round: record.round,
      way: 'oral' as const,
      notifiedOn: '2026-11-13',
      deadlineOn: '2026-11-18',
    })),
  }),
  hearStatement: (record, roll) => ({
    ...record,
    statements: [
      ...record.statements,
      {
        personId: pickSubject(record, roll),
        round: record.round,
        outcome: 'waived' as const,
        heardOn: '2026-11-14',
        text: '',
        adoption: null,
        adoptionReason: '',
      },
    ],
  }),
  decide: (record, roll, numbers) => ({
    ...record,
    decision: sampleDecision,
    paper: roll % 4 === 0 ? null : give(numbers),
    rectification:
      roll % 4 !== 0 && roll % 3 === 0
        ? [
            {
              id: 'i1',
              text: '补齐',
              dueOn: '2026-12-01',
              responsible: { id: 's1', name: '王立新' },
              checker: { id: 's3', name: '陈晓东' },
              reports: [],
              checks: [],
            },
          ]
        : [],
  }),
  issueNotice: (record) => ({
    ...record,
    paper: record.paper && { ...record.paper, issuedPaperId: 'p1' },
  }),
  voidNumber: (record, _roll, numbers) => {
    if (!record.paper) return record;
    drop(record, numbers);
    return { ...record, paper: give(numbers) };
  },
  recordService: (record, roll) => ({
    ...record,
    services: [
      ...record.services,
      {
        id: String(roll),
        personId: pickSubject(record, roll),
        way: 'direct' as const,
        servedOn: '2026-11-21',
        place: '',
        receiver: '',
        relation: '',
        completedOn: '2026-11-21',
        refusal: null,
        consent: false,
        servers: two,
        recorded: stamp,
      },
    ],
  }),
  reportRectification: (record) => record,
  checkRectification: (record, roll) => ({
    ...record,
    rectification: record.rectification.map((item) => ({
      ...item,
      checks: [
        ...item.checks,
        { checkedOn: '2026-12-01', passed: roll % 2 === 0, note: '看过', checked: stamp },
      ],
    })),
  }),
  close: (record, roll) => ({ ...record, closing: roll % 5 === 0 ? null : { ...stamp, note: '办结' } }),
  withdraw: (record, roll, numbers) => {
    drop(record, numbers);
    return { ...record, withdrawal: roll % 5 === 0 ? null : { ...stamp, reason: '查无实据' } };
  },
};

const acts = caseActs.filter((act): act is keyof typeof deeds => act !== 'register');

/** What must hold of a case in whatever state it has come to. */
const demandSound = (record: CaseRecord): void => {
  const { state } = record;
  if (['decided', 'issued', 'served', 'executing', 'rectified'].includes(state))
    expect(record.decision).not.toBeNull();
  if (['issued', 'served', 'executing', 'rectified'].includes(state))
    expect(record.paper?.issuedPaperId).not.toBeNull();
  if (['served', 'executing', 'rectified'].includes(state))
    expect(conditions['all-served'].holds(record)).toBe(true);
  if (state === 'rectified' || state === 'closed')
    expect(conditions['all-items-done'].holds(record)).toBe(true);
  if (state === 'heard') expect(conditions['all-heard'].holds(record)).toBe(true);
  if (state === 'closed') expect(record.closing).not.toBeNull();
  if (state === 'withdrawn') expect(record.withdrawal).not.toBeNull();
};

describe('the light route', () => {
  it('never reaches a state it must not, and never loses or doubles a number, whatever people try', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.nat(1000), fc.nat(1000)), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 3 }),
        (steps, people) => {
          const subjects = Array.from({ length: people }, (_, at) => ({
            ...sampleSubject,
            personId: `s${String(at + 20)}`,
          }));
          let record = sampleCase({ subjects });
          let numbers: Numbers = { taken: [], voided: new Set() };
          for (const [wild, pick, roll] of steps) {
            const wanted = nextAct(record);
            const act = wild < 55 && wanted && wanted !== 'register' ? wanted : acts[pick % acts.length];
            if (!act) continue;
            // As in a transaction: what a refused act did to the register is dropped with it.
            const attempt: Numbers = { taken: [...numbers.taken], voided: new Set(numbers.voided) };
            const after = deeds[act](record, roll, attempt);
            const outcome = outcomeOf(act, record.state, after);
            expect(outcome.ok || outcome.reason !== 'wrong-state').toBe(isOpenTo(record.state, act));
            if (!outcome.ok) {
              if (outcome.reason === 'incomplete') expect(outcome.missing.length).toBeGreaterThan(0);
              continue;
            }
            expect(['closed', 'withdrawn']).not.toContain(record.state);
            record = { ...after, state: outcome.to };
            numbers = attempt;
            reached.add(record.state);
            demandSound(record);
            expect(auditSeries(numbers.taken)).toEqual({ missing: [], doubled: [] });
            if (record.paper && record.state !== 'withdrawn')
              expect(numbers.voided.has(Number(record.paper.numberId))).toBe(false);
            expect(numbers.taken.length - numbers.voided.size).toBe(
              record.paper && record.state !== 'withdrawn' ? 1 : 0,
            );
          }
        },
      ),
      { numRuns: 1500 },
    );
    // A walk that never gets anywhere would prove nothing.
    expect([...reached].sort()).toEqual(
      [
        'closed',
        'decided',
        'established',
        'executing',
        'heard',
        'issued',
        'notified',
        'rectified',
        'registered',
        'served',
        'withdrawn',
      ].sort(),
    );
  });

  it('asks the same permission for every transition of an act', () => {
    for (const { act, permission } of lightRoute) expect(permission).toBe(permissionOf(act));
  });

  it('offers in every state but the last a next act that the state knows', () => {
    for (const { during } of lightSteps)
      for (const state of during) {
        const act = nextAct(decidedCase({ state }));
        expect(act && isOpenTo(state, act)).toBe(true);
        expect(stepOf(state)).toBeGreaterThan(0);
      }
    expect(nextAct(sampleCase({ state: 'closed' }))).toBeNull();
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
