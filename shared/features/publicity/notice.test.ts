import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeText } from './notice.ts';
import type { PublicityContent, PublicityItem } from './schema.ts';

const item = (change: Partial<PublicityItem>): PublicityItem => ({
  id: '1',
  sanctionId: null,
  caseId: null,
  personId: null,
  personKind: 'staff',
  name: '王立新',
  text: '王立新擅自离岗，给予通报批评。',
  consent: null,
  ...change,
});

const content = (change: Partial<PublicityContent> = {}): PublicityContent => ({
  kind: 'result',
  title: '关于给予王立新通报批评',
  lead: '经核实，王立新擅自离岗属实。现将处理结果公示如下',
  basis: '《值班管理办法》',
  scope: 'staff',
  scopeNote: '',
  naming: 'masked',
  items: [item({})],
  workdays: 5,
  contact: { department: '办公室', phone: '88001200', how: '书面实名提出' },
  ...change,
});

const whole = (given: PublicityContent): string => JSON.stringify(noticeText(given, null));

describe('a notice', () => {
  it('hides the names of its lines in title, opening and texts alike', () => {
    expect(noticeText(content(), null)).toEqual({
      title: '关于给予王**通报批评的公示',
      opening: '依据《值班管理办法》，经核实，王**擅自离岗属实。现将处理结果公示如下：',
      items: [{ id: '1', name: '王**', text: '王**擅自离岗，给予通报批评。' }],
      period: '公示范围：全体教职工。公示时间：自公示之日起5个工作日。',
      objection: '公示期间如有异议，请向办公室提出，电话：88001200。提出方式：书面实名提出。',
    });
    expect(noticeText(content({ naming: 'none' }), null)).toMatchObject({
      title: '关于给予有关人员通报批评的公示',
      items: [{ name: '', text: '有关人员擅自离岗，给予通报批评。' }],
    });
    expect(noticeText(content({ naming: 'full' }), null).items[0]).toMatchObject({ name: '王立新' });
  });

  it('keeps the form of a title and of its grounds, however they were typed', () => {
    const titled = (title: string): string => noticeText(content({ title, items: [] }), null).title;
    expect(titled('关于评优结果的公示')).toBe('关于评优结果的公示');
    expect(titled('2026年度考核优秀人员')).toBe('2026年度考核优秀人员公示');
    expect(noticeText(content({ basis: '根据《办法》。', lead: '公示如下。' }), null).opening).toBe(
      '依据《办法》，公示如下：',
    );
    expect(noticeText(content({ basis: '', lead: '本学期没有问责事项', items: [] }), null).opening).toBe(
      '本学期没有问责事项。',
    );
  });

  it('tells the days and the department that it is for', () => {
    const run = { startsOn: '2026-11-24', endsOn: '2026-12-01', estimated: false, place: '公示栏' };
    expect(noticeText(content({ scope: 'department', scopeNote: '图书馆' }), run).period).toBe(
      '公示范围：图书馆内部。公示时间：2026年11月24日至2026年12月1日（5个工作日）。',
    );
  });

  it('names a pupil for an honour with consent alone, whatever else it says', () => {
    const consent = { guardian: '端木建国', on: '2026-11-20' };
    const pupil = item({ personKind: 'pupil', name: '端木向晚', text: '端木向晚获评三好学生。' });
    const honour = content({ kind: 'honour', naming: 'full', title: '三好学生名单', items: [pupil] });
    expect(noticeText(honour, null).items[0]).toMatchObject({
      name: '我校一名学生',
      text: '该生获评三好学生。',
    });
    const agreed = { ...honour, items: [{ ...pupil, consent }] };
    expect(noticeText(agreed, null).items[0]).toMatchObject({ name: '端木向晚' });
    fc.assert(
      fc.property(
        fc.constantFrom('result', 'overall', 'assessment', 'other'),
        fc.constantFrom('full', 'masked', 'none'),
        fc.constantFrom('端木向晚', '端木 向晚', '端 木 向 晚'),
        (kind, naming, typed) => {
          const text = `${typed}参加活动。`;
          const shown = whole({
            ...agreed,
            kind,
            naming,
            title: `关于${typed}的公示`,
            lead: text,
            items: [{ ...pupil, text, consent }],
          });
          expect(shown.replace(/\s/g, '')).not.toContain('端木向晚');
        },
      ),
    );
  });
});
