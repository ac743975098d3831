import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import { sampleCase, sampleSchool, sampleSubject } from '../../../../test/support/sample-case.ts';
import {
  shippedGrounds,
  shippedMatrix,
  shippedMatters,
  shippedMeasures,
  shippedPack,
} from '../../../../test/support/shipped-standards.ts';
import type { CaseStandards } from './case-standards.ts';
import {
  blanksOf,
  competentBodies,
  decideSchema,
  sentDecision,
  usualGrounds,
  withItems,
  type DraftItem,
} from './decide-values.ts';
import { remedyFor, type Remediable } from './remedies.ts';

const standards: CaseStandards = {
  school: sampleSchool,
  measures: shippedMeasures,
  matter: shippedMatters.find(({ id }) => id === 'duty-patrol'),
  grounds: shippedGrounds,
  rules: [],
  matrix: shippedMatrix,
  pack: shippedPack,
};
const record = sampleCase({ route: 'ordinary', state: 'heard' });
const item = (measureCode: string, votes: DraftItem['votes'] = []): DraftItem => ({
  personId: sampleSubject.personId,
  measureCode,
  days: null,
  pay: null,
  votes,
});

describe('what goes with the measures', () => {
  it('brings the law of a measure in with it, and takes it away again', () => {
    const held = {
      items: [],
      grounds: usualGrounds(standards, []),
      body: 'principal-meeting',
      requirements: [],
    } as const;
    const chosen = withItems(standards, record, held, [item('warning')]);
    const grounds = decideSchema.shape.grounds.parse(chosen['grounds']);
    expect(grounds.length).toBeGreaterThan(held.grounds.length);
    const back = withItems(standards, record, { ...held, items: [item('warning')], grounds }, []);
    expect(back['grounds']).toEqual(held.grounds);
  });

  it('leaves away what was taken out by hand, and keeps what was added by hand', () => {
    const own = { kind: 'school-rule', ref: 'attendance' } as const;
    const held = {
      items: [item('warning')],
      grounds: [own],
      body: 'principal-meeting',
      requirements: [],
    } as const;
    const { grounds } = withItems(standards, record, held, [item('warning'), item('honours-barred')]);
    const after = decideSchema.shape.grounds.parse(grounds);
    expect(after).toContainEqual(own);
    const ofWarning = usualGrounds(standards, [item('warning')]).map(({ ref }) => ref);
    const ofBoth = usualGrounds(standards, [item('warning'), item('honours-barred')]).map(({ ref }) => ref);
    expect(after.map(({ ref }) => ref).filter((ref) => ref !== own.ref)).toEqual(
      ofBoth.filter((ref) => !ofWarning.includes(ref)),
    );
  });

  it('cites the plan of a deduction of pay with its clause, and the new one when it is changed', () => {
    const pay = (ruleId: string, clause: string): DraftItem => ({
      ...item('performance-pay'),
      pay: { ruleId, clause, months: [], fen: 0 },
    });
    const held = { body: 'principal-meeting', requirements: [] } as const;
    const citing = (before: DraftItem, grounds: unknown, after: DraftItem[]) => {
      const parsed = decideSchema.shape.grounds.parse(grounds);
      return decideSchema.shape.grounds.parse(
        withItems(standards, record, { ...held, items: [before], grounds: parsed }, after)['grounds'],
      );
    };
    const plans = (grounds: readonly { kind: string; ref: string; clause?: string | null | undefined }[]) =>
      grounds.filter(({ kind }) => kind === 'school-rule').map(({ ref, clause }) => [ref, clause]);
    const blank = citing(pay('plan', ''), [], [pay('plan', '')]);
    expect(plans(blank)).toEqual([]);
    const first = citing(pay('plan', ''), blank, [pay('plan', '第二条')]);
    expect(plans(first)).toEqual([['plan', '第二条']]);
    const other = citing(pay('plan', '第二条'), first, [pay('plan', '第三条')]);
    expect(plans(other)).toEqual([['plan', '第三条']]);
    expect(plans(citing(pay('plan', '第三条'), other, []))).toEqual([]);
  });

  it('names no law twice and no mere practice', () => {
    for (const { id } of shippedMeasures) {
      const refs = usualGrounds(standards, [item(id)]).map(({ ref }) => ref);
      expect(new Set(refs).size).toBe(refs.length);
      for (const ref of refs) expect(shippedPack.grounds.find(({ code }) => code === ref)?.kind).toBe('law');
    }
  });

  it('moves to a body that may decide, and asks for a first 整改事项 where one is needed', () => {
    const held = { items: [], grounds: [], body: 'teacher', requirements: [] } as const;
    const chosen = withItems(standards, record, held, [item('rectification')]);
    expect(chosen['body']).toBe('principal-meeting');
    expect(chosen['requirements']).toHaveLength(1);
    expect(
      withItems(standards, record, { ...held, body: 'department' }, [item('rectification')]),
    ).not.toHaveProperty('body');
  });

  it('finds the bodies that may decide on all measures at once', () => {
    expect(competentBodies(standards, record, [])).toHaveLength(5);
    expect(competentBodies(standards, record, [item('warning'), item('honours-barred')])).toEqual([
      'principal-meeting',
    ]);
    expect(competentBodies(standards, record, [item('downgrade')])).toEqual(['party-meeting']);
    // What the authority decides is agreed on by any meeting.
    expect(competentBodies(standards, record, [item('dismissal')])).toEqual([
      'principal-meeting',
      'leading-group',
      'party-meeting',
    ]);
  });
});

const decided = decideSchema.parse({
  items: [
    item('warning', [
      { memberId: 'li', vote: 'for' },
      { memberId: 'qian', vote: 'for' },
    ]),
  ],
  grounds: [],
  body: 'principal-meeting',
  decidedOn: '2026-11-20',
  deciderId: 'zhao',
  meeting: {
    place: '会议室',
    chairId: 'li',
    members: [
      { personId: 'li', attendance: 'present' },
      { personId: 'zhao', attendance: 'present' },
      { personId: 'qian', attendance: 'absent' },
    ],
  },
  reason: '理由充分。',
  effectiveOn: '2026-11-20',
  reasons: { 'out-of-band': '情节特殊' },
});

describe('what is sent', () => {
  it('has no votes of those who were away, and no single decider beside a meeting', () => {
    const sent = sentDecision(decided);
    expect(sent.items[0]?.votes).toEqual([{ memberId: 'li', vote: 'for' }]);
    expect(sent.deciderId).toBeNull();
    expect(sent).not.toHaveProperty('reasons');
  });

  it('has no meeting where one person decides', () => {
    const sent = sentDecision({ ...decided, body: 'department' });
    expect(sent.meeting).toBeNull();
    expect(sent.deciderId).toBe('zhao');
    expect(sent.items[0]?.votes).toEqual([]);
  });

  it('lacks what the meeting and the days need', () => {
    expect(blanksOf(standards, decided)).toEqual(['记录人', '1 票表决']);
    const suspension = { ...decided, body: 'department' as const, items: [item('pupil-suspension')] };
    expect(blanksOf(standards, suspension)).toEqual(['停课或者停学的天数']);
    expect(blanksOf(standards, { ...decided, meeting: null })).toEqual([
      '参加人员',
      '会议地点',
      '主持人',
      '记录人',
    ]);
  });
});

const finding = (ruleId: LawFinding['ruleId'], field: string | null): LawFinding => ({
  ruleId,
  title: '',
  level: 'refuse',
  reasonRequired: false,
  message: '',
  instead: '',
  article: '',
  paraphrase: '',
  field,
});

describe('what can be done about a finding with one press', () => {
  const done: string[] = [];
  const form = (change: Partial<Remediable> = {}, acts: CaseView['acts'] = ['changeRoute']): Remediable => ({
    view: {
      record: sampleCase({ route: 'light', state: 'established' }),
      nextAct: null,
      acts,
      missing: [],
      clocks: [],
      sanctions: [],
      papers: [],
    },
    standards,
    items: [item('warning'), item('circular-criticism')],
    grounds: [],
    members: [],
    onItems: (items) => done.push(`items ${items.map(({ measureCode }) => measureCode).join()}`),
    onGrounds: (grounds) => done.push(`grounds ${String(grounds.length > 0)}`),
    onMembers: (members) => done.push(`members ${members.map(({ attendance }) => attendance).join()}`),
    onBody: (body) => done.push(`body ${body}`),
    onRequirement: () => done.push('requirement'),
    onOpen: ({ what, target }) => done.push(`open ${what} ${target ?? ''}`),
    onFocus: (path) => done.push(`focus ${path}`),
    onFocusMeasures: (personId) => done.push(`measures ${personId}`),
    ...change,
  });
  const press = (found: LawFinding, on: Remediable): string[] => {
    done.length = 0;
    remedyFor(found, on)?.run();
    return [...done];
  };

  it('leads a sanction on the light route to the ordinary one, by way of the facts where it is too late', () => {
    const found = finding('sanction-on-light-route', 'items.0.measureCode');
    expect(press(found, form())).toEqual(['open changeRoute ordinary']);
    expect(press(found, form({}, ['establishFacts']))).toEqual(['open establishFacts ']);
  });

  it('takes an unlawful measure away and asks for another one', () => {
    const found = finding('measure-not-for-employment', 'items.1.measureCode');
    expect(press(found, form())).toEqual(['items warning', `measures ${sampleSubject.personId}`]);
  });

  it('hands the decision to a body that may make it, fills grounds in, keeps the conflicted out', () => {
    expect(press(finding('body-not-competent', 'body'), form())).toEqual(['body principal-meeting']);
    expect(press(finding('ground-missing', 'grounds'), form())).toEqual(['grounds true']);
    const members = [
      { personId: sampleSubject.personId, attendance: 'present' as const, note: '' },
      { personId: 's7', attendance: 'present' as const, note: '' },
    ];
    expect(press(finding('decider-conflict', 'meeting.members'), form({ members }))).toEqual([
      'members recused,present',
    ]);
  });

  it('leads to the act that is missing, and to nothing that the case cannot do now', () => {
    expect(press(finding('statement-missing', 'statements'), form({}, ['hearStatement']))).toEqual([
      'open hearStatement ',
    ]);
    expect(press(finding('hearing-not-held', 'statements'), form({}, ['holdHearing']))).toEqual([
      'open holdHearing ',
    ]);
    expect(press(finding('guardian-untold', 'notices'), form({}, ['establishFacts']))).toEqual([
      'open establishFacts ',
    ]);
    expect(remedyFor(finding('statement-missing', 'statements'), form({}, []))).toBeNull();
    expect(remedyFor(finding('decided-twice', null), form())).toBeNull();
  });
});
