import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeMeasure } from '../../../shared/features/standards/describe.ts';
import { matterFlaws } from '../../../shared/features/standards/matter-flaws.ts';
import { measureFlaws } from '../../../shared/features/standards/measure-flaws.ts';
import type { MeasureContent } from '../../../shared/features/standards/measure.ts';
import { matterFieldSchema } from '../../../shared/features/standards/schema.ts';
import { severitySchema } from '../../../shared/features/standards/severity.ts';
import { slotNames } from '../../../shared/features/standards/slots.ts';
import {
  measureKindSchema,
  measureTargetSchema,
  pupilBandSchema,
  pupilLevelSchema,
  sanctionMonths,
  sanctionsOfTrack,
} from '../../../shared/law/vocabulary.ts';
import { loadStandards, type StandardsLibrary } from './library.ts';

let library: StandardsLibrary;
beforeAll(async () => {
  library = await loadStandards(fileURLToPath(new URL('../../../resources', import.meta.url)));
});

const contents = (): MeasureContent[] => library.measures.map(({ content }) => content);
const named = (name: string): MeasureContent[] => contents().filter((measure) => measure.name === name);

describe('the shipped measures', () => {
  it('hold all that the requirements name', () => {
    const wanted =
      '口头批评教育 书面批评教育 谈话提醒 诫勉谈话 责令检查 责令整改 责令部门整改 责令道歉 通报批评 部门通报批评 警示通报 取消评优评先资格 暂缓晋升和岗位聘用 绩效核减 停职检查 调离岗位 免职 警告 记过 记大过 降级 降低岗位等级 撤职 开除 书面警示 协商调整岗位 解除劳动合同 退回派遣单位 书面转告派遣单位 移送公安机关 移送纪检监察机关 移送司法机关 点名批评 责令道歉或者检讨 教室内站立 课后教导 德育训导 承担校内公益服务任务 专题教育 暂停或者限制校外集体活动 停课或者停学 法治副校长训诫 专门课程或者专业干预 严重警告 留校察看 开除学籍 申请送入专门学校 专项培训 结对帮扶 心理辅导 学业辅导 家庭教育指导';
    const names = new Set(contents().map(({ name }) => name));
    expect(wanted.split(' ').filter((name) => !names.has(name))).toEqual([]);
  });

  it('could each be entered by a school: none breaks a check of the catalogue', () => {
    const flaws = library.measures.flatMap(({ code, content }) =>
      measureFlaws(content).map((flaw) => `${code}: ${flaw.message}`),
    );
    expect(flaws).toEqual([]);
  });

  it('rest on at least one ground each, and say what follows', () => {
    for (const { code, content } of library.measures) {
      expect(content.grounds.length, code).toBeGreaterThan(0);
      expect(content.effects, code).not.toBe('');
      expect(content.severity.length, code).toBeGreaterThan(0);
    }
  });

  it('leave nobody without a measure in any band', () => {
    for (const target of measureTargetSchema.options)
      for (const band of severitySchema.options)
        expect(
          contents().some((one) => one.targets.includes(target) && one.severity.includes(band)),
          `${target} ${band}`,
        ).toBe(true);
  });

  it('use every kind of measure', () => {
    for (const kind of measureKindSchema.options)
      expect(
        contents().some((one) => one.kind === kind),
        kind,
      ).toBe(true);
  });

  it.each(['managerial', 'other'] as const)('give the %s track its sanctions and no others', (track) => {
    const kinds = contents().flatMap((one) =>
      one.sanction !== null && (one.track === track || one.track === 'any') ? [one.sanction] : [],
    );
    expect(new Set(kinds)).toEqual(new Set(sanctionsOfTrack[track]));
    expect(kinds).toHaveLength(sanctionsOfTrack[track].length);
  });

  it('let sanctions run as long as the law says and leave 开除 to the authority', () => {
    for (const measure of contents())
      if (measure.sanction !== null) expect(measure.periodMonths).toBe(sanctionMonths[measure.sanction]);
    expect(named('开除').map(({ decidedBy }) => decidedBy)).toEqual([['authority']]);
  });

  it('tie the effects of 警告, 记过 and 降低岗位等级 to what the rules say of them', () => {
    const other = (name: string): MeasureContent['effect'] | undefined =>
      named(name).find(({ track }) => track === 'other')?.effect;
    expect(other('警告')).toMatchObject({ barsExcellent: true, ungradedYears: 0, barsTitles: false });
    expect(other('记过')).toMatchObject({ ungradedYears: 1, barsTitles: true, barsPromotion: true });
    expect(other('降低岗位等级')).toMatchObject({ ungradedYears: 2, barsTitles: true, barsPromotion: true });
    expect(named('取消评优评先资格')[0]?.periodMonths).toBe(24);
  });

  it('give pupils of every band help and measures, the youngest none of 第十条', () => {
    const discipline = contents().flatMap(({ pupil }) => (pupil === null ? [] : [pupil]));
    for (const band of pupilBandSchema.options) {
      const levels = discipline.filter(({ bands }) => bands.includes(band)).map(({ level }) => level);
      expect(new Set(levels)).toEqual(
        new Set(band === 'primary-lower' ? ['light', 'serious'] : pupilLevelSchema.options),
      );
    }
    expect(discipline.filter(({ form }) => form === 'expulsion')).toEqual([
      { level: 'sanction', form: 'expulsion', bands: ['senior'] },
    ]);
    expect(named('停课或者停学')[0]?.maxDays).toBe(7);
  });

  it('name their papers in the number, except a 通报', () => {
    for (const { code, content } of library.measures)
      expect(content.numberSuffix === '', code).toBe(content.paper === null || content.paper === 'circular');
  });

  it('can be told apart by what a list shows of them', () => {
    const names = { ground: (code: string) => code, measure: (code: string) => code };
    const shown = contents().map((measure) => JSON.stringify(describeMeasure(measure, names).slice(0, 5)));
    expect(new Set(shown).size).toBe(shown.length);
  });
});

describe('the shipped matters', () => {
  it('cover every field, the ten rules on teachers and what pupils do', () => {
    for (const field of matterFieldSchema.options)
      expect(
        library.matters.some(({ content }) => content.field === field),
        field,
      ).toBe(true);
    const grounds = new Set(library.matters.flatMap(({ content }) => content.grounds));
    for (const rule of 'politics law culture teaching care safety conduct fairness integrity tutoring'.split(
      ' ',
    ))
      expect(grounds.has(`ethics-ten-${rule}`), rule).toBe(true);
    const names = library.matters.map(({ content }) => content.name);
    for (const name of '违法违规行为 失职渎职 损害师生利益 影响学校声誉 迟到早退 旷课逃学 考试作弊 学生欺凌 扰乱课堂秩序 打架斗殴 携带违禁物品 违规使用手机 吸烟饮酒 损坏公物 网络不当言行 招生舞弊 考试舞弊'.split(
      ' ',
    ))
      expect(names).toContain(name);
  });

  it('could each be entered by a school', () => {
    const measureOf = (code: string): MeasureContent | undefined =>
      library.measures.find((one) => one.code === code)?.content;
    const flaws = library.matters.flatMap(({ code, content }) =>
      matterFlaws(content, measureOf).map((flaw) => `${code}: ${flaw.message}`),
    );
    expect(flaws).toEqual([]);
    for (const { content } of library.matters) expect(content.usualMeasures.length).toBeGreaterThan(0);
  });

  it('offer help alone for what pupils cannot do', () => {
    const academic = library.matters.filter(({ content }) => content.academic);
    expect(academic.length).toBeGreaterThan(0);
    for (const { content } of academic)
      for (const code of content.usualMeasures)
        expect(library.measures.find((one) => one.code === code)?.content.kind).toBe('remedial');
  });
});

describe('the shipped grounds and texts', () => {
  it('are checked only where there is an article, and requirements never have one', () => {
    for (const { code, kind, article, check } of library.law.grounds) {
      if (kind === 'practice') expect({ article, check }, code).toEqual({ article: null, check: null });
      if (check !== null) expect(article, code).not.toBeNull();
    }
  });

  it('never lean on the part of 政务处分法 that binds supervisory organs alone', () => {
    const articles = library.law.grounds
      .filter(({ law }) => law === '公职人员政务处分法')
      .map(({ article }) => article ?? '');
    expect(articles.filter((article) => /第(四十[二三四五六七八九]|五十|六十)/.test(article))).toEqual([]);
  });

  it('have a label for every text and a Chinese name for every blank', () => {
    for (const { code, content } of library.paperTexts) {
      expect(content.label.endsWith('…'), `give ${code} a label in resources/papers/labels.json`).toBe(false);
      expect(content.group, `give ${code} a group in resources/papers/labels.json`).not.toBe('其他文书');
    }
    const texts = [
      ...library.paperTexts.map(({ content }) => content.text),
      ...library.law.rules.flatMap(({ message, instead }) => [message, instead]),
    ];
    for (const text of texts)
      for (const { shown } of slotNames(text)) expect(shown).toMatch(/^\p{Script=Han}+[0-9]*$/u);
  });
});
