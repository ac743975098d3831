import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../kernel/workdays.ts';
import { freshGroup, freshRater } from '../fresh.ts';
import type { IndicatorContent } from '../indicators.ts';
import type { GroupFigure, RaterGroup } from '../schema.ts';
import { whyNot, possibleActs } from './acts.ts';
import { formatShare, percentOf } from './percent.ts';
import { profileOf } from './profile.ts';
import { ratersOf, whyNotReviewer } from './reviewers.ts';
import type { Feedback } from './schema.ts';
import { feedbackState, feedbackWay } from './state.ts';
import { answerLimit, isReviewableByLaw, latestExtension, objectionLimit, remedyText } from './terms.ts';

const stamp = { at: '2026-11-24T01:00:00.000Z', by: { userId: 'u1', name: '周敏' } };
const file = { hash: 'a'.repeat(64), name: '反馈单.docx', mime: '', size: 1 };
const limit = { dueOn: '2026-12-24', rolledFrom: null, estimated: false, ground: '', counted: true };
const told = { on: '2026-11-24', way: 'interview' as const, sheet: file, limit, made: stamp };
type Held = Pick<Feedback, 'told' | 'talk' | 'signed' | 'reviews' | 'plan' | 'proposals'>;
const nothing: Held = { told: null, talk: null, signed: null, reviews: [], plan: null, proposals: [] };
const review: Feedback['reviews'][number] = {
  id: 'v1',
  filedOn: '2026-11-25',
  lateReason: '',
  requests: '请求',
  reasons: '理由',
  files: [],
  filed: stamp,
  reply: limit,
  extension: null,
  decision: null,
  withdrawn: null,
};
const plan: NonNullable<Feedback['plan']> = {
  startsOn: '2026-11-24',
  endsOn: '2027-01-15',
  responsible: '何主任',
  goals: [{ id: 'o1', goal: '目标', measure: '措施', helper: '', dueOn: '2026-12-20', done: null }],
  followUps: [],
  made: stamp,
  closing: null,
};

describe('the state of a feedback', () => {
  it('names what is still to be done before what was done', () => {
    expect(feedbackState(undefined)).toBe('none');
    expect(feedbackState({ ...nothing, told })).toBe('told');
    expect(feedbackState({ ...nothing, told, plan })).toBe('improving');
    expect(feedbackState({ ...nothing, told, plan, reviews: [review] })).toBe('objected');
    const withdrawn = { ...review, withdrawn: { ...stamp, on: '2026-11-26', reason: '' } };
    expect(feedbackState({ ...nothing, told, reviews: [withdrawn] })).toBe('told');
  });

  it('waits with passing over the review until the term to object is over', () => {
    const signed = {
      on: '2026-11-25',
      stance: 'agree' as const,
      text: '',
      signing: { kind: 'signed' as const },
      files: [],
      made: stamp,
    };
    const held = { ...nothing, told, signed };
    const stepOn = (today: string) => feedbackWay(held, today).find(({ step }) => step === 'review');
    expect(stepOn('2026-12-24')).toEqual({ step: 'review', state: 'ahead', day: '2026-12-24' });
    expect(stepOn('2026-12-25')).toEqual({ step: 'review', state: 'skipped', day: null });
    expect(feedbackWay(undefined, '2026-11-24')[0]).toEqual({ step: 'tell', state: 'current', day: null });
  });
});

describe('acts', () => {
  it('other than proposals begin with telling the person', () => {
    expect(possibleActs(undefined)).toEqual(['tell', 'proposeLead', 'proposeReward']);
    expect(whyNot('sign', undefined)).toContain('先告知');
  });

  it('settle a proposal for a reward once', () => {
    const reward = { kind: 'reward', id: 'w1', text: '', reward: '嘉奖', made: stamp } as const;
    const settled = { ...stamp, outcome: 'granted', on: '2026-12-01', note: '' } as const;
    const lead = { kind: 'lead', id: 'l1', text: '', leadId: 'x', number: '', made: stamp } as const;
    const whyWith = (...proposals: Held['proposals']) => whyNot('settleReward', { ...nothing, proposals });
    expect(whyWith({ ...reward, settled: null })).toBe('');
    expect(whyWith(lead)).not.toBe('');
    expect(whyWith({ ...reward, settled })).not.toBe('');
  });

  it('do not change a plan that is under way', () => {
    expect(whyNot('plan', { ...nothing, told, plan })).toBe('');
    const done = { ...stamp, on: '2026-12-01', note: '' };
    const begun = { ...plan, goals: plan.goals.map((goal) => ({ ...goal, done })) };
    expect(whyNot('plan', { ...nothing, told, plan: begun })).not.toBe('');
    expect(whyNot('goalDone', { ...nothing, told, plan: begun })).not.toBe('');
  });
});

describe('terms', () => {
  const calendar = createCalendar();
  it('come from the law for the two lower grades of a yearly assessment of staff, from the plan otherwise', () => {
    expect(isReviewableByLaw({ annual: 'usual', kind: 'teacher' }, '基本合格')).toBe(true);
    expect(isReviewableByLaw({ annual: 'usual', kind: 'teacher' }, '合格')).toBe(false);
    expect(isReviewableByLaw({ annual: null, kind: 'teacher' }, '不合格')).toBe(false);
    expect(isReviewableByLaw({ annual: 'usual', kind: 'department' }, '不合格')).toBe(false);
    expect(objectionLimit(calendar, true, '2026-11-24', '2026-11-26')).toMatchObject({
      dueOn: '2026-12-24',
      counted: true,
    });
    expect(objectionLimit(calendar, false, '2026-11-24', null)).toBeNull();
    expect(objectionLimit(calendar, false, '2026-11-24', '2026-11-26')).toMatchObject({
      dueOn: '2026-11-26',
      counted: false,
    });
    expect(answerLimit(calendar, false, '2026-11-24', '2026-11-30')).toMatchObject({ dueOn: '2026-11-30' });
    expect(latestExtension('2026-12-24')).toBe('2027-01-23');
  });

  it('move a last day off to the next working day, and say so', () => {
    // 30 days after 20 November 2026 is 20 December, a Sunday.
    expect(objectionLimit(calendar, true, '2026-11-20', null)).toMatchObject({
      dueOn: '2026-12-21',
      rolledFrom: '2026-12-20',
    });
  });

  it('stand in the text that tells the person how to object', () => {
    expect(remedyText(true, null, String)).toContain('30 日内');
    expect(remedyText(true, { dueOn: '某日' }, String)).toContain('到某日止');
    expect(remedyText(false, null, String)).not.toMatch(/\d+ 日/);
  });
});

const content: IndicatorContent = {
  name: '教师考核',
  about: '',
  bands: [
    { label: '优秀', from: 9000 },
    { label: '不合格', from: 0 },
  ],
  dimensions: [
    {
      id: 'd1',
      name: '教学',
      weight: 10_000,
      indicators: ['i1', 'i2', 'i3'].map((id) => ({
        id,
        name: id,
        standard: '',
        evidence: '',
        weight: 3333,
        fullMarks: 1000,
        method: { kind: 'points' as const },
        vetoBelow: null,
      })),
    },
  ],
};
const group = (id: string, kind: RaterGroup['kind'], weight: number): RaterGroup =>
  freshGroup(id, kind, weight);
const figure = (groupId: string, raters: number, points: readonly number[]): GroupFigure => ({
  groupId,
  total: 8000,
  raters,
  standardised: null,
  dimensions: [
    {
      dimensionId: 'd1',
      score: 8000,
      indicators: points.map((one, at) => ({
        indicatorId: `i${String(at + 1)}`,
        points: one,
        raters,
        trimmed: [],
      })),
    },
  ],
});

describe('a profile', () => {
  const cycle = { groups: [group('lead', 'leader', 10_000)], minSample: 3 };
  const person = (...points: number[]) => ({ groups: [figure('lead', 3, points)] });

  it('holds each indicator against all who were evaluated', () => {
    const own = person(900, 500, 700);
    const { strengths, weak, standings } = profileOf(content, cycle, own, [
      own,
      person(700, 700, 700),
      person(500, 900, 700),
    ]);
    expect(standings.map(({ share, mean }) => [share, mean])).toEqual([
      [9000, 7000],
      [5000, 7000],
      [7000, 7000],
    ]);
    expect(strengths.map(({ indicatorId }) => indicatorId)).toEqual(['i1']);
    expect(weak.map(({ indicatorId }) => indicatorId)).toEqual(['i2']);
  });

  it('of few people is held against itself, and tells nothing of the others', () => {
    const own = person(900, 600, 750);
    const { strengths, weak, standings } = profileOf(content, cycle, own, [own, person(100, 100, 100)]);
    expect(standings.every(({ mean }) => mean === null)).toBe(true);
    expect(strengths.map(({ indicatorId }) => indicatorId)).toEqual(['i1']);
    expect(weak.map(({ indicatorId }) => indicatorId)).toEqual(['i2']);
  });

  it('never names an indicator as strong and weak at once, nor more than three', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 8 }), (people) => {
        const all = people.map((points) => person(...points));
        const [own] = all;
        if (!own) return;
        const { strengths, weak } = profileOf(content, cycle, own, all);
        expect(strengths.length).toBeLessThanOrEqual(3);
        expect(weak.length).toBeLessThanOrEqual(3);
        expect(strengths.some((one) => weak.includes(one))).toBe(false);
      }),
    );
  });

  it('rounds shares half up', () => {
    expect(percentOf(1, 3)).toBe(3333);
    expect(percentOf(2, 3)).toBe(6667);
    expect(percentOf(1, 0)).toBe(0);
    expect(formatShare(8650)).toBe('86.5%');
    expect(formatShare(9000)).toBe('90%');
  });
});

describe('a reviewer', () => {
  const groups = [
    {
      ...group('lead', 'leader', 10_000),
      raters: [
        { ...freshRater({ id: 'r1', name: '张校长', userId: 'u1' }) },
        { ...freshRater({ id: 'r2', name: '何主任', userId: null }), subjectIds: ['s9'] },
        {
          ...freshRater({ id: 'r3', name: '钱老师', userId: null }),
          withdrawn: { ...stamp, reason: '调离', counted: false },
        },
      ],
    },
  ];
  const involved = ratersOf({ groups }, 's1', (userId) => (userId === 'u1' ? 'staff-1' : null));

  it('is nobody who rated him, whether known by staff, account or name alone', () => {
    expect(whyNotReviewer({ id: 'staff-1', name: '另一个名字' }, 's1', involved)).toContain('评过分');
    expect(whyNotReviewer({ id: 's1', name: '本人' }, 's1', involved)).toContain('本人');
    expect(whyNotReviewer({ id: 'x', name: '何主任' }, 's1', involved)).toBe('');
    expect(
      whyNotReviewer(
        { id: 'x', name: '何主任' },
        's9',
        ratersOf({ groups }, 's9', () => null),
      ),
    ).not.toBe('');
    expect(whyNotReviewer({ id: 'x', name: '钱老师' }, 's1', involved)).toBe('');
  });
});
