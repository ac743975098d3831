import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dayOrText } from './day-text.ts';
import { fieldId, namePathOf, valueAt } from './field-path.ts';
import { formIssues, standingAt, untouched } from './form-issues.ts';

const schema = z.object({
  name: z.string().trim().min(1, '请填写姓名'),
  kind: z.enum(['a', 'b']),
  minutes: z.number().max(120, '不能超过 120 分钟'),
  items: z.array(z.object({ dueOn: z.string() })),
});
const labels = new Map([
  ['name', '姓名'],
  ['kind', '类型'],
  ['minutes', '分钟数'],
]);

describe('what a form says is wrong', () => {
  it('asks for empty fields by their label', () => {
    expect(formIssues(schema, { name: '', items: [] }, labels)).toEqual([
      { path: 'name', message: '请填写姓名' },
      { path: 'kind', message: '请填写类型' },
      { path: 'minutes', message: '请填写分钟数' },
    ]);
  });

  it('leaves the schema its own words where something was filled in', () => {
    const values = { name: '王芳', kind: 'a', minutes: 500, items: [{}] };
    expect(formIssues(schema, values, labels)).toEqual([
      { path: 'minutes', message: '不能超过 120 分钟' },
      { path: 'items.0.dueOn', message: '请填写这一项' },
    ]);
  });

  it('says nothing when all is well', () => {
    expect(formIssues(schema, { name: '王芳', kind: 'b', minutes: 5, items: [] }, labels)).toEqual([]);
  });
});

describe('paths of fields', () => {
  it('leads through lists', () => {
    expect(namePathOf('items.0.dueOn')).toEqual(['items', 0, 'dueOn']);
    expect(valueAt({ items: [{ dueOn: '2026-11-24' }] }, 'items.0.dueOn')).toBe('2026-11-24');
    expect(valueAt({ items: [] }, 'items.0.dueOn')).toBeUndefined();
    expect(valueAt({}, 'constructor.name')).toBeUndefined();
    expect(fieldId('f1', 'items.0.dueOn')).toBe('f1_items_0_dueOn');
  });
});

describe('a typed day', () => {
  it('becomes a day, nothing, or stays as typed for the schema to refuse', () => {
    expect(dayOrText('20261124', '2026-01-01')).toBe('2026-11-24');
    expect(dayOrText('11-24', '2026-01-01')).toBe('2026-11-24');
    expect(dayOrText('今天', '2026-01-01')).toBe('2026-01-01');
    expect(dayOrText('  ', '2026-01-01')).toBeNull();
    expect(dayOrText('下周三', '2026-01-01')).toBe('下周三');
  });
});

describe('a complaint about what was mended', () => {
  const issues = [
    { path: 'number', message: '请填写文号' },
    { path: 'items.1.days', message: '天数过多' },
    { path: 'file', message: '请添加扫描件' },
  ];
  const sent = { number: '', items: [{ days: 3 }, { days: 9 }], text: '同意' };
  const left = (values: unknown): string[] =>
    untouched(issues, standingAt(issues, sent), values).map(({ path }) => path);

  it('goes when its own place changes, and not with another', () => {
    expect(left(sent)).toEqual(['number', 'items.1.days', 'file']);
    expect(left({ ...sent, text: '同意处理' })).toEqual(['number', 'items.1.days', 'file']);
    expect(left({ ...sent, number: '青教〔2026〕1号' })).toEqual(['items.1.days', 'file']);
    expect(left({ ...sent, items: [{ days: 1 }, { days: 9 }] })).toEqual(['number', 'items.1.days', 'file']);
    expect(left({ ...sent, items: [{ days: 3 }, { days: 7 }] })).toEqual(['number', 'file']);
    expect(left({ ...sent, items: [{ days: 3 }] })).toEqual(['number', 'file']);
  });
});
