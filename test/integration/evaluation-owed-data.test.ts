import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Indicator } from '../../shared/features/evaluation/indicators.ts';
import type { CycleView } from '../../shared/features/evaluation/views.ts';
import { draftOf, withTeachers } from '../support/evaluation/teachers.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await withTeachers(desk, [
    { name: '王建国', department: 1 },
    { name: '李梅', department: 1 },
    { name: '孙悦', department: 2 },
  ]);
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const indicator = (name: string, expression: string, weight: number): Indicator => ({
  id: name,
  name,
  standard: '',
  evidence: '',
  weight,
  fullMarks: 10_000,
  method: { kind: 'formula', expression },
  vetoBelow: null,
});

const draft = async (...indicators: readonly Indicator[]): Promise<CycleView> => {
  const { versions } = await one.call('evaluation.createSystem', { kind: 'teacher', name: '教学质量' });
  const version = versions[0]?.version;
  if (!version) throw new Error('a system begins with a version');
  const content = {
    name: '教学质量',
    about: '',
    dimensions: [{ id: 'quality', name: '教学质量', weight: 10_000, indicators: [...indicators] }],
    bands: [
      { label: '合格', from: 6000 },
      { label: '不合格', from: 0 },
    ],
  };
  await one.call('evaluation.saveVersion', { id: version.id, rev: version.rev, content });
  return draftOf(
    one,
    [{ id: 'data', kind: 'data', name: '数据指标', weight: 10_000, dimensionIds: null, raters: [] }],
    { name: '教学质量考核', versionId: version.id, startsOn: '2026-11-01', endsOn: '2026-12-31' },
  );
};

const start = ({ cycle: { id, rev } }: CycleView) => ({ id, rev });

describe('formulas for which no data can come in', () => {
  it('keep a cycle from being started, and name indicator, formula, field and the way out', async () => {
    const view = await draft(
      indicator('达标', '及格率 × 60% + 出错率', 4000),
      indicator('守纪', '100 - 违纪人次', 3000),
      indicator('到岗', '100 - 迟到', 3000),
    );
    const messages = view.problems.map(({ message }) => message);
    expect(messages).toEqual([
      '指标“达标”的公式“及格率 × 60% + 出错率”：不认识数据“出错率”，请在指标体系里改正公式，或者在“数据字段”里添加“出错率”',
      '指标“守纪”的公式“100 - 违纪人次”：数据“违纪人次”不用于教师（只用于班级、学校整体），请在指标体系里改用教师有的数据，或者另加一个适用的数据字段',
      '指标“到岗”的公式“100 - 迟到”：不认识数据“迟到”（是不是“迟到次数”？），请在指标体系里改正公式，或者在“数据字段”里添加“迟到”',
    ]);
    // What cannot come in is no data that is merely still to come.
    expect(view.owedData.map(({ field }) => field)).toEqual(['及格率']);
    const refused = await one.refused('evaluation.start', start(view));
    expect(refused.code).toBe('invalid');
    expect(refused.message).toContain(messages[0]);
    expect((await one.call('evaluation.readCycle', { id: view.cycle.id })).cycle.state).toBe('draft');
  });

  it('can be started once the school keeps such data, and are not asked again while scoring runs', async () => {
    const view = await draft(indicator('书法', '书法达标率', 10_000));
    expect((await one.refused('evaluation.start', start(view))).code).toBe('invalid');
    const field = {
      name: '书法达标率',
      area: 'exam' as const,
      unit: '%',
      decimals: 1,
      min: '0',
      max: '100',
      about: '',
      kinds: ['teacher' as const],
    };
    const { id } = await one.call('evaluation.saveDataField', { target: null, field });
    const started = await one.call('evaluation.start', start(view));
    expect(started.cycle.state).toBe('scoring');
    // A field may lose a kind of subject later: a running cycle can be prolonged all the same.
    const rev = (await one.call('evaluation.dataFields', { kind: null })).fields.find(
      (one) => one.own?.id === id,
    )?.own?.rev;
    await one.call('evaluation.saveDataField', {
      target: { id, rev: rev ?? 0 },
      field: { ...field, kinds: ['class'] },
    });
    const extended = await one.call('evaluation.extend', {
      id: view.cycle.id,
      rev: started.cycle.rev,
      raters: null,
      to: '2027-01-10',
      reason: '成绩晚出',
    });
    expect(extended.cycle.endsOn).toBe('2027-01-10');
  });
});

describe('data that are still to come', () => {
  it('keep nobody from starting, but are told by field and subject until the results are confirmed', async () => {
    const view = await draft(indicator('达标', '及格率', 5000), indicator('人均', '100 ÷ 听课节数', 5000));
    expect(view.problems).toEqual([]);
    expect(view.owedData.map(({ field, lacking }) => [field, lacking])).toEqual([
      ['及格率', 3],
      ['听课节数', 3],
    ]);
    const started = await one.call('evaluation.start', start(view));
    const { id } = started.cycle;
    const type = (subjectId: string, cells: { field: string; text: string }[]) =>
      one.call('evaluation.saveData', { cycleId: id, rows: [{ subjectId, rev: 0, cells }] });
    await type('s1', [
      { field: '及格率', text: '80' },
      { field: '听课节数', text: '0' },
    ]);
    await type('s2', [{ field: '及格率', text: '90' }]);
    const { owedData } = await one.call('evaluation.readCycle', { id });
    expect(owedData).toEqual([
      { field: '及格率', reason: '', usedBy: ['达标'], lacking: 1, subjects: 3, names: ['孙悦'] },
      { field: '听课节数', reason: '', usedBy: ['人均'], lacking: 2, subjects: 3, names: ['李梅', '孙悦'] },
      { field: '', reason: '除数是 0', usedBy: ['人均'], lacking: 1, subjects: 3, names: ['王建国'] },
    ]);
    const { deadlines } = await one.call('deadlines.list', { from: '2026-11-01', to: '2027-01-31' });
    expect(deadlines.map(({ title }) => title)).toContain('公式指标还缺 3 项数据');

    const closed = await one.call('evaluation.close', start(started));
    expect(closed.cycle.history.at(-1)?.note).toBe(
      '评完 0 / 0 份；公式指标还缺数据：“及格率”缺孙悦的数据（指标“达标”要用）；“听课节数”缺李梅、孙悦的数据（指标“人均”要用）；指标“人均”算不出王建国的得分：除数是 0',
    );
  });
});
