import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionsOf, roleIds, type RoleId } from '../../shared/features/accounts/permissions.ts';
import { permissionOf } from '../../shared/features/cases/workflow.ts';
import type { CaseAct } from '../../shared/features/cases/acts.ts';
import { demandSound } from '../support/case-soundness.ts';
import { caseActs, decisionOf, target, type CaseActs, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

/** Random people of all roles at one school, through the calls that the screens make. */

let desk: TestDesk;
const callers = new Map<RoleId, Caller>();

beforeAll(async () => {
  desk = await openDesk();
  const administrator = await desk.everyone();
  await hirePeople(desk);
  for (const role of roleIds) {
    const { temporaryPassword: password } = await administrator.call('accounts.create', {
      accountName: `walker-${role}`,
      name: '钱多',
      roles: [role],
      staffId: null,
    });
    const caller = desk.connect();
    await caller.call('accounts.login', { accountName: `walker-${role}`, password });
    await caller.call('accounts.changePassword', {
      current: password,
      next: 'correct horse 9',
    });
    callers.set(role, caller);
  }
});

afterAll(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const callerOf = (role: RoleId): Caller => {
  const caller = callers.get(role);
  if (!caller) throw new Error(role);
  return caller;
};

type Move = (acts: CaseActs, view: View, roll: number, caller: Caller) => Promise<unknown>;

const first = (view: View): string => view.record.subjects[0]?.personId ?? '';
const some = (view: View, roll: number): string =>
  view.record.subjects[roll % view.record.subjects.length]?.personId ?? '';

const measures: Readonly<Record<View['record']['route'], readonly string[]>> = {
  light: ['circular-criticism', 'criticism-written', 'criticism-oral', 'warning'],
  ordinary: ['warning', 'criticism-written', 'demerit'],
  pupil: ['pupil-topic-education', 'pupil-moral-talk', 'pupil-expulsion', 'pupil-call-out'],
  transferred: ['warning'],
};

/** Plausible, and now and then not: what people try. */
const moves: Partial<Record<CaseAct, Move>> = {
  establishFacts: (acts, view, roll) => acts.establish(view, roll % 6 === 0 ? ['chen'] : ['chen', 'liu']),
  changeRoute: (_acts, view, roll, caller) =>
    caller.call('cases.changeRoute', {
      ...target(view),
      route: (['light', 'ordinary', 'pupil', 'transferred'] as const)[roll % 4] ?? 'light',
      reason: '情况变化',
    }),
  addNote: (_acts, view, _roll, caller) => caller.call('cases.addNote', { ...target(view), text: '待核对' }),
  fileCase: (acts, view, roll) => acts.file(view, roll % 6 === 0 ? { teamIds: ['chen'] } : {}),
  recordInterview: (acts, view, roll) => {
    const id = some(view, roll);
    const subject = view.record.subjects.find(({ personId }) => personId === id);
    return acts.interview(
      view,
      { id, name: subject?.name ?? '' },
      subject?.minor === true ? { minor: true, adult: '监护人' } : {},
    );
  },
  recordFinding: (acts, view, roll) => acts.finding(view, some(view, roll)),
  submitReport: (acts, view) => acts.report(view),
  adoptReport: (acts, view) => acts.adopt(view),
  returnReport: (_acts, view, _roll, caller) =>
    caller.call('cases.returnReport', { ...target(view), reason: '事实还不清楚' }),
  notify: (acts, view, roll) => acts.notify(view, roll % 5 === 0 ? { guardians: [] } : {}),
  hearStatement: (acts, view, roll) => acts.hear(view, some(view, roll), { hearingAsked: roll % 7 === 0 }),
  holdHearing: (_acts, view, roll, caller) =>
    caller.call('cases.holdHearing', {
      ...target(view),
      personId: some(view, roll),
      heldOn: '2026-11-18',
      place: '会议室',
      chairId: roll % 4 === 0 ? 'chen' : 'zhao',
      recorderId: 'qian',
      minutes: '听取意见。',
      opinion: '从轻。',
    }),
  decide: async (acts, view, roll, caller) => {
    const codes = measures[view.record.route];
    const decision = decisionOf(
      codes[roll % codes.length] ?? '',
      view.record.subjects.map(({ personId }) => personId),
      roll % 9 === 0 ? { grounds: [] } : {},
    );
    const { findings } = await caller.call('cases.checkDecision', { id: view.record.id, decision });
    return acts.decide(
      view,
      decision,
      findings.flatMap(({ ruleId, level, reasonRequired }) =>
        level === 'warn' && reasonRequired ? [{ ruleId, reason: '已核对，理由充分' }] : [],
      ),
    );
  },
  refer: (_acts, view, _roll, caller) =>
    caller.call('cases.refer', {
      ...target(view),
      organ: '教育局',
      sentOn: '2026-11-20',
      reason: '由主管部门处理',
    }),
  recordReply: (_acts, view, roll, caller) =>
    caller.call('cases.recordReply', {
      ...target(view),
      repliedOn: '2026-11-22',
      outcome: (['approved', 'returned'] as const)[roll % 2] ?? 'approved',
      number: '青教〔2026〕1号',
      text: '批复。',
      file: { name: 'a.pdf', mime: 'application/pdf', base64: 'JVBERg==' },
    }),
  issueNotice: (acts, view) => acts.issueAll(view),
  voidNumber: (_acts, view, roll, caller) => {
    const paper = view.record.papers[roll % Math.max(1, view.record.papers.length)];
    return caller.call('cases.voidNumber', { ...target(view), paperId: paper?.id ?? 'none', reason: '错字' });
  },
  recordService: (acts, view, roll, caller) =>
    caller.call('cases.recordService', {
      ...acts.direct(view, some(view, roll)),
      ...(roll % 6 === 0 ? { completedOn: null } : {}),
    }),
  completeTask: (acts, view) => acts.finishTasks(view),
  extendClock: (_acts, view, roll, caller) =>
    caller.call('cases.extendClock', {
      ...target(view),
      clockId: view.record.clocks[roll % Math.max(1, view.record.clocks.length)]?.id ?? 'none',
      dueOn: roll % 3 === 0 ? '2029-01-01' : '2027-06-01',
      reason: '案情复杂',
      approver: '李建国',
    }),
  split: (_acts, view, _roll, caller) =>
    caller.call('cases.split', { ...target(view), personIds: [first(view)], reason: '分别办理' }),
  withdraw: (_acts, view, _roll, caller) =>
    caller.call('cases.withdraw', { ...target(view), reason: '查无实据' }),
  reopen: (_acts, view, _roll, caller) =>
    caller.call('cases.reopen', { ...target(view), reason: '新的证据' }),
  close: (acts, view) => acts.close(view),
};
const known = Object.keys(moves).filter((key): key is CaseAct => key in moves);

const begin = async (principal: Caller, kind: number, day: number): Promise<View> =>
  caseActs(() => principal).register({
    ...(kind === 2
      ? { matterCode: 'class-disruption', subjects: [{ kind: 'pupil', id: 'lin' }] }
      : {
          route: kind === 0 ? ('light' as const) : ('ordinary' as const),
          subjects: (kind === 3 ? ['wang', 'qian'] : ['wang']).map((id) => ({ kind: 'staff' as const, id })),
        }),
    // Another day for each walk: the same fact is not decided twice.
    occurredOn: `2026-${String(1 + (day % 9)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`,
  });

/** Answers that a refusal may have; anything else is a defect. */
const refusals = new Set(['invalid', 'forbidden', 'not-found', 'conflict', 'illegal-step', 'unlawful']);

describe('cases under random hands', () => {
  it('change only by acts that role, state and law allow, and lose no number', async () => {
    const principal = callerOf('principal');
    const reached = new Set<string>();
    let walks = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(3),
        fc.array(
          fc.tuple(fc.nat(99), fc.nat(1000), fc.nat(1000), fc.constantFrom(...roleIds), fc.boolean()),
          { minLength: 8, maxLength: 45, size: 'max' },
        ),
        async (kind, steps) => {
          walks += 1;
          let view = await begin(principal, kind, walks);
          for (const [wild, pick, roll, stray, fitting] of steps) {
            const wanted = view.nextAct;
            const act =
              wild < 75 && wanted && known.includes(wanted)
                ? wild < 20 && view.record.state === 'filed'
                  ? (['recordInterview', 'recordFinding'] as const)[roll % 2]
                  : wanted
                : known[pick % known.length];
            const move = act && moves[act];
            if (!act || !move) continue;
            const able = roleIds.filter((id) => permissionsOf([id]).has(permissionOf(act)));
            const role = fitting ? (able[pick % Math.max(1, able.length)] ?? stray) : stray;
            const caller = callerOf(role);
            const acts = caseActs(() => caller);
            const before = view;
            let failed: string | undefined;
            try {
              await move(acts, view, roll, caller);
            } catch (cause) {
              const code = /"code":"([a-z-]+)"/.exec(String(cause))?.[1] ?? '';
              expect(refusals, String(cause)).toContain(code);
              failed = code;
            }
            view = await principal.call('cases.read', { id: before.record.id });
            // An act that has nothing to be done to asks for nothing; whatever is asked without the right changes nothing.
            if (!permissionsOf([role]).has(permissionOf(act))) expect(view.record).toEqual(before.record);
            if (failed !== undefined && failed !== 'forbidden')
              expect(permissionsOf([role]).has(permissionOf(act))).toBe(true);
            demandSound(view.record);
            reached.add(view.record.state);
          }
        },
      ),
      { numRuns: 1000 },
    );
    const { problems } = await principal.call('papers.numbers', {});
    expect(problems).toEqual([]);
    for (const state of ['filed', 'adopted', 'heard', 'decided', 'issued', 'served', 'closed', 'withdrawn'])
      expect(reached).toContain(state);
  }, 600_000);
});
