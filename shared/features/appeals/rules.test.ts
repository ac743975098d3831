import { describe, expect, it } from 'vitest';
import { sampleAppeal } from '../../../test/support/sample-appeal.ts';
import { decidedCase, sampleSubject } from '../../../test/support/sample-case.ts';
import type { CaseRecord } from '../cases/schema.ts';
import { committeeGaps } from './panel.ts';
import { appealHandlerHits, involvedIn } from './rules.ts';

const staff = (id: string, name: string) => ({ person: { id, name }, outside: false });
const outsider = (name: string) => ({ person: { id: 'x', name }, outside: true });
const whys = (record: CaseRecord, ...handlers: Parameters<typeof appealHandlerHits>[2]): string[] =>
  appealHandlerHits(record, sampleAppeal(), handlers).map(
    ({ words }) => `${words?.['name'] ?? ''}${words?.['why'] ?? ''}`,
  );

describe('who may handle an appeal', () => {
  const record = decidedCase({
    source: { kind: 'report', note: '', reporter: { id: 's9', name: '吴刚' } },
    filing: {
      approver: { id: 's10', name: '郑毅' },
      approvedOn: '2026-11-10',
      suspected: '规定',
      reason: '属实',
      team: [{ id: 's11', name: '冯雪' }],
      suspension: null,
    },
    hearings: [
      {
        id: 'h1',
        personId: 's1',
        round: 1,
        heldOn: '2026-11-15',
        place: '会议室',
        chair: { id: 's12', name: '褚宁' },
        recorder: { id: 's13', name: '卫红' },
        attendees: '',
        minutes: '听证',
        opinion: '意见',
        recorded: { at: '2026-11-15T02:00:00.000Z', by: { userId: 'u', name: '周敏' } },
      },
    ],
    conflicts: [
      {
        id: 'k1',
        person: { id: 's14', name: '蒋平' },
        relation: '亲属',
        declaredOn: '2026-11-11',
        outcome: 'withdrawn',
        note: '',
      },
      {
        id: 'k2',
        person: { id: 's15', name: '沈静' },
        relation: '同乡',
        declaredOn: '2026-11-11',
        outcome: 'dismissed',
        note: '',
      },
    ],
  });

  it.each([
    ['s1', '王立新', '当事人'],
    ['s9', '吴刚', '反映人'],
    ['s3', '陈晓东', '核实'],
    ['s10', '郑毅', '立案'],
    ['s11', '冯雪', '办案'],
    ['s12', '褚宁', '听证'],
    ['s7', '李建国', '集体研究'],
    ['s14', '蒋平', '回避'],
  ])('is not %s %s', (id, name, why) => {
    expect(whys(record, staff(id, name))).toEqual([expect.stringContaining(why)]);
  });

  it('is whoever had no part in it, also after a dismissed objection', () => {
    expect(whys(record, staff('s15', '沈静'), staff('s20', '韩梅'), outsider('石律师'))).toEqual([]);
  });

  it('knows people from outside by their name', () => {
    expect(whys(record, outsider('李建国'))).toEqual([expect.stringContaining('集体研究')]);
    const pupil = decidedCase({
      subjects: [
        {
          ...sampleSubject,
          kind: 'pupil',
          guardian: { name: '林建军', relation: '父亲', phone: '' },
        },
      ],
    });
    expect(whys(pupil, outsider('林建军'))).toEqual([expect.stringContaining('监护人')]);
    expect(whys(record, outsider('王立新'))).toHaveLength(1);
  });

  it('looks at every decision there was, and at who stepped back from the appeal itself', () => {
    const replaced = decidedCase({
      decision: null,
      formerDecisions: decidedCase().decision ? [decidedCase().decision].flatMap((each) => each ?? []) : [],
    });
    expect(whys(replaced, staff('s8', '赵文静'))).toHaveLength(1);
    const stepped = sampleAppeal({
      conflicts: [
        {
          id: 'k',
          person: { id: 's20', name: '韩梅' },
          relation: '亲属',
          declaredOn: '2026-12-05',
          outcome: 'withdrawn',
          note: '',
        },
      ],
    });
    expect(involvedIn(record, stepped).some(({ id }) => id === 's20')).toBe(true);
  });
});

describe('the committee on pupils', () => {
  it('has somebody of every group', () => {
    const all = ['leader', 'teacher', 'pupil', 'parent', 'outside'] as const;
    expect(committeeGaps(all.map((capacity) => ({ capacity })))).toEqual([]);
    expect(committeeGaps([{ capacity: 'leader' }, { capacity: 'law-principal' }])).toEqual([
      '教师代表',
      '学生代表',
      '家长代表',
    ]);
    expect(committeeGaps([])).toHaveLength(5);
  });
});
