import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/dates.ts';
import { beforeNewTerm, bodyGaps, bodyProblems, decidersAmong, endMembers, membersOn } from './rules.ts';
import { usualPowers, type Body, type BodyKind, type BodyMember } from './schema.ts';
import { coversDay } from '../../../kernel/span.ts';

const FOUNDED = '2020-09-01';
const TODAY = '2026-11-25';
const stays = (): null => null;

const member = (id: string, change: Partial<BodyMember> = {}): BodyMember => ({
  id,
  staffId: id,
  name: `人${id}`,
  about: '',
  role: 'member',
  task: '',
  stands: null,
  votes: '',
  startsOn: FOUNDED,
  endsOn: null,
  way: 'appointed',
  basis: '校发〔2020〕1号',
  endReason: '',
  ...change,
});

const body = (kind: BodyKind, members: BodyMember[], change: Partial<Body> = {}): Body => ({
  id: kind,
  rev: 1,
  name: kind,
  kind,
  powers: [...usualPowers[kind]],
  duties: '',
  basis: '',
  foundedOn: FOUNDED,
  dissolvedOn: null,
  dissolvedWhy: '',
  terms: [],
  members,
  ...change,
});

const group = (change: Partial<Body> = {}): Body =>
  body('leading-group', [member('a', { role: 'chair' }), member('b'), member('c')], change);

describe('what cannot be', () => {
  it('lets a sound body through', () => {
    expect(bodyProblems(group())).toEqual([]);
  });

  it.each([
    ['an end before the start', member('d', { endsOn: '2020-08-31' }), '结束日期早于'],
    ['a start before the founding', member('d', { startsOn: '2020-08-31' }), '早于机构成立'],
    ['the same person twice at once', member('d', { staffId: 'b' }), '已经是成员'],
    ['a second head', member('d', { role: 'chair' }), '不能同时有两名负责人'],
  ])('stops %s', (_what, added, message) => {
    const [problem] = bodyProblems(group({ members: [...group().members, added] }));
    expect(problem?.path).toBe('members.3.startsOn');
    expect(problem?.message).toContain(message);
  });

  it('lets a person come back after leaving, and a head follow another', () => {
    const members = [
      member('a', { role: 'chair', endsOn: '2023-08-31' }),
      member('d', { role: 'chair', startsOn: '2023-09-01' }),
      member('b', { endsOn: '2022-08-31' }),
      member('e', { staffId: 'b', startsOn: '2024-09-01' }),
    ];
    expect(bodyProblems(group({ members }))).toEqual([]);
  });

  it('stops a time beyond the dissolution', () => {
    const [problem] = bodyProblems(group({ dissolvedOn: '2025-01-01' }));
    expect(problem?.message).toContain('晚于机构撤销');
  });

  it('tells two from outside apart by what they are', () => {
    const outside = (id: string, about: string): BodyMember =>
      member(id, { staffId: null, name: '李敏', about });
    const of = (...members: BodyMember[]): string[] =>
      bodyProblems(body('parents', members)).map(({ message }) => message);
    expect(of(outside('x', '三（1）班家长'), outside('y', '五（2）班家长'))).toEqual([]);
    expect(of(outside('x', '三（1）班家长'), outside('y', '三（1）班家长'))).toHaveLength(1);
  });
});

describe('what is lacking', () => {
  it('is nothing for a body that can work, and nothing for one that is gone', () => {
    expect(bodyGaps(group(), TODAY, stays)).toEqual([]);
    expect(bodyGaps(body('leading-group', [], { dissolvedOn: '2021-01-01' }), TODAY, stays)).toEqual([]);
  });

  it('names the head, the number, those who left, the term, and whom a committee misses', () => {
    expect(bodyGaps(body('leading-group', []), TODAY, stays)).toEqual(['还没有成员']);
    const gone = bodyGaps(
      group({ terms: [{ startsOn: FOUNDED, endsOn: '2023-08-31', basis: '' }] }),
      TODAY,
      (id) => (id === 'a' ? '2026-08-31' : null),
    );
    expect(gone).toEqual([
      '没有负责人',
      '只有 2 人，至少要 3 人',
      '人a已离校，请结束其任期',
      '任期已于2023年8月31日届满，请换届',
    ]);
    const committee = body('pupil-appeals', [
      member('a', { role: 'chair', stands: 'leader' }),
      member('b', { stands: 'teacher' }),
      member('c', { staffId: null, stands: 'parent' }),
    ]);
    expect(bodyGaps(committee, TODAY, stays)).toEqual(['缺少学生代表、法治副校长或校外代表']);
  });

  it('names who decides and would review', () => {
    const review = body('review', [member('a', { role: 'chair' }), member('z')]);
    expect(decidersAmong(review, [group(), review], TODAY)).toEqual(['人a']);
    expect(decidersAmong(review, [group({ dissolvedOn: '2024-01-01' }), review], TODAY)).toEqual([]);
    expect(decidersAmong(group(), [group(), review], TODAY)).toEqual([]);
  });
});

describe('any history of members', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(FOUNDED, days));
  const spell = fc.tuple(day, fc.option(day)).map(([startsOn, endsOn]) => ({
    startsOn,
    endsOn: endsOn !== null && endsOn < startsOn ? null : endsOn,
  }));
  const members = fc
    .array(spell, { maxLength: 12 })
    .map((spells) => spells.map((times, at) => member(`m${String(at)}`, times)));

  it('is the same before the day of an ending, and has nobody after it', () => {
    fc.assert(
      fc.property(members, day, day, (held, end, at) => {
        const ended = endMembers(held, end, '换届');
        const on = (list: readonly BodyMember[], when: string): string[] =>
          list.filter((one) => coversDay(one, when)).map(({ id }) => id);
        expect(on(ended, at)).toEqual(at <= end ? on(held, at) : []);
      }),
    );
  });

  it('hands over without a gap or an overlap at a new term', () => {
    fc.assert(
      fc.property(members, day, (held, starts) => {
        const old = beforeNewTerm(held, starts);
        const fresh = member('new', { startsOn: starts });
        const all = body('other', [...old, fresh]);
        expect(membersOn(all, starts).map(({ id }) => id)).toEqual(['new']);
        const eve = addDays(starts, -1);
        expect(membersOn(all, eve)).toHaveLength(held.filter((one) => coversDay(one, eve)).length);
      }),
    );
  });
});
