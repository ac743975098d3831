import { describe, expect, it } from 'vitest';
import { decidedCase, sampleCase, samplePaper, sampleSubject } from '../../../test/support/sample-case.ts';
import { nextStep, progressOf } from './next-step.ts';
import type { CaseRecord } from './schema.ts';

const labelled = (record: CaseRecord, state: string): string[] =>
  progressOf(record)
    .filter((step) => step.state === state)
    .map(({ label }) => label);

const filed = (change: Partial<CaseRecord> = {}): CaseRecord =>
  sampleCase({
    route: 'ordinary',
    state: 'filed',
    facts: '属实。',
    filing: {
      approver: { id: 's7', name: '李建国' },
      approvedOn: '2026-11-12',
      suspected: '值班纪律',
      reason: '需要查清',
      team: [
        { id: 's3', name: '陈晓东' },
        { id: 's4', name: '刘芳' },
      ],
      suspension: null,
    },
    ...change,
  });

const task = {
  id: 't1',
  kind: 'archive' as const,
  text: '存入人事档案',
  itemId: 'i1',
  personId: 's1',
  dueOn: '2026-12-20',
  responsible: null,
  done: null,
};

const lacking = (record: CaseRecord): string[] => (nextStep(record)?.lacking ?? []).map(({ act }) => act);

describe('what keeps a case from going on', () => {
  it('leaves out what the next act brings itself', () => {
    expect(nextStep(sampleCase())).toEqual({ act: 'establishFacts', lacking: [], blocked: false });
    expect(nextStep(decidedCase({ state: 'issued' }))).toMatchObject({ act: 'recordService', lacking: [] });
  });

  it('names what another act has to bring, and that act', () => {
    expect(nextStep(filed())).toEqual({
      act: 'submitReport',
      blocked: true,
      lacking: [
        { condition: 'subjects-interviewed', words: '询问每一名当事人的笔录', act: 'recordInterview' },
        { condition: 'findings', words: '对每一名当事人的责任认定', act: 'recordFinding' },
      ],
    });
  });

  it('asks for an open conflict to be settled first', () => {
    const conflict = {
      id: 'k1',
      person: { id: 's3', name: '陈晓东' },
      relation: '同一教研组',
      declaredOn: '2026-11-12',
      outcome: 'open' as const,
      note: '',
    };
    expect(nextStep(sampleCase({ conflicts: [conflict] }))).toMatchObject({
      blocked: true,
      lacking: [{ act: 'declareConflict' }],
    });
    const settled = { ...conflict, outcome: 'withdrawn' as const };
    expect(lacking(sampleCase({ conflicts: [settled] }))).toEqual([]);
  });

  it('lets others be heard while a hearing is owed, and asks for the hearing once all were heard', () => {
    const heard = decidedCase({ state: 'notified', decision: null });
    const [statement] = heard.statements;
    if (!statement) throw new Error('the sample has a statement');
    const asked = { ...heard, statements: [{ ...statement, hearingAsked: true }] };
    expect(nextStep(asked)).toEqual({ act: 'holdHearing', lacking: [], blocked: false });
    const two = {
      ...asked,
      subjects: [...asked.subjects, { ...sampleSubject, personId: 's2' }],
      notifications: [
        ...asked.notifications,
        ...asked.notifications.map((told) => ({ ...told, personId: 's2' })),
      ],
    };
    expect(nextStep(two)).toMatchObject({
      act: 'hearStatement',
      blocked: false,
      lacking: [{ act: 'holdHearing' }],
    });
  });

  it('asks for open tasks to be done before the file is closed', () => {
    const service = {
      id: 'v1',
      personId: 's1',
      paperIds: [samplePaper.id],
      way: 'direct' as const,
      servedOn: '2026-11-23',
      place: '',
      receiver: '王立新',
      relation: '本人',
      completedOn: '2026-11-23',
      refusal: null,
      consent: false,
      servers: [],
      recorded: { at: '2026-11-23T02:00:00.000Z', by: { userId: 'u1', name: '周敏' } },
    };
    const served = decidedCase({ state: 'served', services: [service], tasks: [task] });
    expect(nextStep(served)).toMatchObject({
      act: 'close',
      blocked: true,
      lacking: [{ act: 'completeTask' }],
    });
  });

  it('has nothing to ask for once a case has ended', () => {
    expect(nextStep(decidedCase({ state: 'closed' }))).toBeNull();
  });
});

describe('the steps of a case', () => {
  it('are done before where it stands, and ahead after', () => {
    expect(labelled(filed(), 'done')).toEqual(['登记', '初核', '立案']);
    expect(labelled(filed(), 'current')).toEqual(['调查']);
    expect(labelled(filed(), 'ahead')).toContain('送达');
  });

  it('leave out what a decision has no use for', () => {
    expect(labelled(decidedCase(), 'skipped')).toEqual(['执行整改']);
    const bare = decidedCase({ papers: [], notifications: [], statements: [] });
    expect(labelled(bare, 'skipped')).toEqual(['告知与陈述', '送达', '执行整改']);
  });

  it('stay at the carrying out while a task is owed, and go on once it is done', () => {
    expect(labelled(decidedCase({ tasks: [task] }), 'ahead')).toContain('执行整改');
    const owed = decidedCase({ state: 'served', tasks: [task] });
    expect(labelled(owed, 'current')).toEqual(['执行整改']);
    expect(labelled(owed, 'ahead')).toEqual(['归档']);
    const by = { userId: 'u1', name: '周敏' };
    const done = { at: '2026-12-01T02:00:00.000Z', by, on: '2026-12-01', note: '已存档' };
    const carried = decidedCase({ state: 'served', tasks: [{ ...task, done }] });
    expect(labelled(carried, 'current')).toEqual(['归档']);
    expect(labelled(carried, 'done')).toContain('执行整改');
  });

  it('are all done at the end, and stop where a case was taken back', () => {
    expect(labelled(decidedCase({ state: 'closed', rectification: [] }), 'current')).toEqual([]);
    const stamp = { at: '2026-11-20T02:00:00.000Z', by: { userId: 'u1', name: '周敏' } };
    const withdrawn = filed({
      state: 'withdrawn',
      history: [
        { made: stamp, act: '登记事项', state: 'registered', note: '' },
        { made: stamp, act: '批准立案', state: 'filed', note: '' },
        { made: stamp, act: '撤销事项', state: 'withdrawn', note: '' },
      ],
    });
    expect(labelled(withdrawn, 'done')).toEqual(['登记', '初核', '立案']);
    expect(labelled(withdrawn, 'current')).toEqual([]);
    expect(labelled(withdrawn, 'skipped')).toContain('调查');
  });
});
