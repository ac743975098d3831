import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIndicatorLibrary } from '../../electron/features/evaluation/library.ts';
import { fieldProblems } from '../../shared/features/evaluation/data/field-problems.ts';
import { dataFieldLibrarySchema } from '../../shared/features/evaluation/data/fields.ts';
import { reckonFormula } from '../../shared/features/evaluation/data/formula-reckon.ts';
import { parseFormula } from '../../shared/features/evaluation/data/formula.ts';
import { contentOfLibrary, contentProblems } from '../../shared/features/evaluation/indicator-rules.ts';
import {
  indicatorContentSchema,
  indicatorsOf,
  libraryThemeSchema,
  subjectKindSchema,
} from '../../shared/features/evaluation/indicators.ts';
import { resourcesDir } from '../support/harness.ts';

describe('the shipped indicator systems', async () => {
  const shipped = await loadIndicatorLibrary(resourcesDir);

  it.each(shipped.map((entry) => [entry.key, entry] as const))(
    '%s can be used as it is',
    (_key, { file }) => {
      let last = 0;
      const content = contentOfLibrary(file, () => {
        last += 1;
        return `id${String(last)}`;
      });
      expect(indicatorContentSchema.parse(content)).toEqual(content);
      expect(contentProblems(content)).toEqual([]);
      for (const { standard, evidence } of indicatorsOf(content)) {
        expect(standard).not.toBe('');
        expect(evidence).not.toBe('');
      }
    },
  );

  it('hold a veto on 师德 for every kind of staff', () => {
    for (const kind of ['teacher', 'middle', 'leader', 'support']) {
      const of = shipped.find(({ file }) => file.kind === kind && file.theme === 'general');
      const vetoes = of?.file.dimensions[0]?.indicators.filter(({ vetoBelow }) => vetoBelow !== null) ?? [];
      expect(vetoes, kind).toHaveLength(1);
    }
  });

  it('are there for everybody who can be evaluated and for every side of a school’s work', () => {
    const kinds = new Set(shipped.map(({ file }) => file.kind));
    expect(subjectKindSchema.options.filter((kind) => !kinds.has(kind))).toEqual([]);
    const themes = new Set(shipped.map(({ file }) => file.theme));
    expect(libraryThemeSchema.options.filter((theme) => !themes.has(theme))).toEqual([]);
    const names = shipped.map(({ file }) => file.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('put down where conduct and safety allow of no balancing', () => {
    const strict = shipped.filter(({ file }) => file.theme === 'ethics' || file.theme === 'safety');
    expect(strict.length).toBeGreaterThanOrEqual(4);
    for (const { key, file } of strict) {
      const vetoes = file.dimensions.flatMap(({ indicators }) =>
        indicators.filter(({ vetoBelow }) => vetoBelow !== null),
      );
      expect(vetoes.length, key).toBeGreaterThanOrEqual(1);
    }
  });

  const fields = dataFieldLibrarySchema.parse(
    JSON.parse(readFileSync(join(resourcesDir, 'data-fields', 'library.json'), 'utf8')),
  ).fields;
  const formulasOf = ({ dimensions }: (typeof shipped)[number]['file']) =>
    dimensions.flatMap(({ indicators }) =>
      indicators.flatMap(({ name, fullMarks, method }) =>
        method.kind === 'formula' ? [{ name, fullMarks, expression: method.expression }] : [],
      ),
    );

  it('reckon by formulas where a school has the figures, and name only figures that are kept for those', () => {
    const reckoned = shipped.filter(({ file }) => formulasOf(file).length > 0);
    expect(reckoned.map(({ file }) => file.kind).sort()).toEqual([
      'class',
      'department',
      'department',
      'school',
      'teacher',
    ]);
    for (const { key, file } of reckoned) {
      const content = contentOfLibrary(file, () => key);
      expect(fieldProblems(content, file.kind, fields), key).toEqual([]);
    }
  });

  it.each<[string, Record<string, string>, number]>([
    ['学业达标', { 及格率: '92.5' }, 9250],
    ['学困生帮扶', { 低分率: '3' }, 8800],
    ['优良发展', { 优秀率: '55' }, 10_000],
    ['教学进步', { 增值: '-2.5' }, 7000],
    ['听课评课', { 听课节数: '15' }, 7500],
    ['作业总量', { 作业超时次数: '7' }, 0],
    ['出勤', { 出勤率: '96.4' }, 9200],
    ['守纪', { 违纪人次: '1', 学生人数: '50' }, 9000],
    ['守时', { 迟到次数: '9', 学生人数: '45' }, 8000],
    ['预算执行', { 预算执行率: '103' }, 8800],
    ['预算执行', { 预算执行率: '97' }, 10_000],
    ['不超预算', { 超预算金额: '0.01' }, 0],
    ['生师比', { 生师比: '15' }, 8800],
    ['财务公开', { 财务公开次数: '5' }, 10_000],
  ])('give what their standard says: %s of %o', (name, values, points) => {
    const found = shipped.flatMap(({ file }) => formulasOf(file)).filter((one) => one.name === name);
    expect(found.length).toBeGreaterThanOrEqual(1);
    for (const { expression, fullMarks } of found) {
      const parsed = parseFormula(expression);
      if (parsed.kind === 'wrong') throw new Error(parsed.problem.message);
      const given = new Map(Object.entries(values));
      expect(reckonFormula(parsed.formula, given, fullMarks * 100)).toMatchObject({ points });
    }
  });

  it('judge no pupil, class or family by exam scores or ranks, and put none of them down by one item', () => {
    for (const { key, file } of shipped.filter(({ file: { kind } }) =>
      ['pupil', 'class', 'family'].includes(kind),
    ))
      for (const { name, standard, method, vetoBelow } of file.dimensions.flatMap(
        ({ indicators }) => indicators,
      )) {
        const formula = method.kind === 'formula' ? method.expression : '';
        expect(`${name}${standard}${formula}`, key).not.toMatch(
          /名次|排名|考试|平均分|均分|及格率|优秀率|低分率|增值|升学/,
        );
        expect(vetoBelow, `${key} ${name}`).toBeNull();
      }
  });
});
