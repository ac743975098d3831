import type ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { addTeachers, groups, scoreAll, started, type Plan } from '../support/evaluation/teacher-cycle.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { fetched, jobEnded, opened, unzipped } from '../support/score-books.ts';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await addTeachers(desk);
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const [lead, pupil, self] = groups;
const few = (group: Plan['groups'][number] | undefined, count: number): Plan['groups'][number] => {
  if (!group) throw new Error('no such group');
  return { ...group, raters: group.raters.slice(0, count) };
};
const peers: Plan['groups'][number] = {
  id: 'peers',
  kind: 'peer',
  name: '同事互评',
  weight: 2000,
  dimensionIds: null,
  anonymous: true,
  raters: Array.from({ length: 5 }, (_, at) => ({
    id: `c${String(at)}`,
    name: `同事${String(at)}`,
    userId: null,
  })),
};

const exported = async (cycleId: string, kind: 'people' | 'ranking'): Promise<Buffer> => {
  const { jobId } = await one.call('evaluation.startExport', { cycleId, kind });
  const ended = await jobEnded(one, jobId);
  if (ended.state !== 'done') throw new Error(ended.message);
  return fetched(one, jobId);
};

/** The figures below the head whose title names a group, without blanks. */
const figuresUnder = (workbook: ExcelJS.Workbook, sheet: string, title: string): number[] => {
  const page = workbook.getWorksheet(sheet);
  if (!page) throw new Error(`no sheet ${sheet}`);
  const found: number[] = [];
  let column = 0;
  page.eachRow((row, at) => {
    row.eachCell((cell) => {
      if (cell.text === title && column === 0) column = Number(cell.col);
    });
    const cell = column === 0 ? undefined : row.getCell(column);
    const value = cell?.formula ? cell.result : cell?.value;
    // The line of the weights stands between the head and the people.
    if (typeof value === 'number' && page.getCell(at, 1).text.startsWith('T')) found.push(value);
  });
  return found;
};

/** Every mark that stands in the sheet of a group, whoever gave it. */
const marksIn = (workbook: ExcelJS.Workbook, sheet: string): number[] => {
  const found: number[] = [];
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    if (!row.getCell(1).text.startsWith('T')) return;
    row.eachCell((cell) => {
      const value = cell.formula ? cell.result : cell.value;
      if (typeof value === 'number') found.push(value);
    });
  });
  return found;
};

const sheetsOf = async (file: Pick<FileContent, 'base64'>): Promise<ExcelJS.Workbook> => opened(file);

describe('an anonymous group of two raters', () => {
  const plan = (pupils: number) => [
    { ...few(lead, 3), weight: 3000 },
    few(pupil, pupils),
    peers,
    few(self, 0),
  ];

  it('cannot be reckoned back from results, explanations, comparison or workbooks: a second group goes with it', async () => {
    const cycleId = await started(one, { whenAbsent: 'reweight', groups: plan(4) });
    // Two of the four pupils come.
    await scoreAll(one, cycleId, plan(2));
    const { rows } = await one.call('evaluation.results', { cycleId });
    for (const { outcome } of rows) {
      if (outcome.kind !== 'graded') throw new Error('not graded');
      expect(outcome.figures.groups.map(({ groupId }) => groupId)).toEqual(['lead', 'self']);
    }
    const subjectId = rows[0]?.subject.id ?? '';
    const { explanation } = await one.call('evaluation.explain', { cycleId, subjectId });
    const told = explanation?.groups.map(({ title, hidden, result, sum, dimensions }) => [
      title,
      hidden,
      result,
      sum === '',
      dimensions.length > 0,
    ]);
    expect(told).toEqual([
      ['领导评价', '', explanation?.groups[0]?.result, false, true],
      ['学生评教', '评分的不足 3 人，不显示本组得分', '—', true, false],
      [
        '同事互评',
        '“学生评教”不显示得分，为了不让人从总分和其余各组推算出来，本组得分也不显示',
        '—',
        true,
        false,
      ],
      ['自评', '', explanation?.groups[3]?.result, false, true],
    ]);
    expect(explanation?.total.sum).toBe('有评分组不显示得分，这里不列出算式');

    const whole = await sheetsOf(await one.call('evaluation.exportSheet', { id: cycleId }));
    for (const title of ['学生评教', '同事互评']) {
      expect(figuresUnder(whole, '汇总', title)).toEqual([]);
      const own = whole.worksheets.filter(({ name }) => name.includes(title));
      expect(own).toHaveLength(2);
      for (const { name } of own) expect(marksIn(whole, name)).toEqual([]);
    }
    expect(figuresUnder(whole, '汇总', '领导评价')).toHaveLength(13);
    // A total whose formula would need what is not there stands as a number.
    const summary = whole.getWorksheet('汇总');
    const formulas: string[] = [];
    summary?.eachRow((row) => row.eachCell(({ formula }) => formulas.push(formula)));
    expect(formulas.join(' ')).not.toMatch(/学生评教|同事互评/);

    const compared = await one.call('evaluation.compare', { cycleId, departments: [] });
    expect(compared.hidden).toBe(26);
    for (const [, book] of await unzipped(await exported(cycleId, 'people')))
      for (const page of (await opened(book)).worksheets)
        for (const column of [4, 5])
          for (let row = 6; row < 20; row += 1) {
            const cell = page.getCell(row, column);
            // Column 1 is the dimension, 2 its weight, 3 the leaders, 4 the pupils, 5 the colleagues, 6 the person.
            if (typeof (cell.formula ? cell.result : cell.value) === 'number')
              throw new Error(`${page.name} ${cell.address} tells`);
          }
  });

  it('alone with what is known keeps the total back as well, and says why, on every way out', async () => {
    const alone = (pupils: number) => [{ ...few(pupil, pupils), weight: 8000 }, few(self, 0)];
    const cycleId = await started(one, { whenAbsent: 'reweight', groups: alone(4) });
    await scoreAll(one, cycleId, alone(2));
    const { rows, grades } = await one.call('evaluation.results', { cycleId });
    const why = '从总分能推算出评的人不足 3 人的匿名组“学生评教”打的分，所以只公开等次，不显示总分和名次';
    for (const { outcome } of rows) expect(outcome).toMatchObject({ kind: 'concealed', reason: why });
    expect(grades.reduce((sum, { count }) => sum + count, 0)).toBe(13);
    const subjectId = rows[0]?.subject.id ?? '';
    const explained = await one.call('evaluation.explain', { cycleId, subjectId });
    expect([explained.explanation, explained.concealed?.reason]).toEqual([null, why]);
    const compared = await one.call('evaluation.compare', { cycleId, departments: [] });
    expect([compared.graded, compared.people, compared.summary]).toEqual([0, [], null]);

    const { cycle } = await one.call('evaluation.readCycle', { id: cycleId });
    await one.call('evaluation.close', { id: cycleId, rev: cycle.rev });
    const view = await one.call('evaluation.calibration', { cycleId });
    expect(view.rows.every(({ boundaries, apart }) => boundaries.length === 0 && apart === null)).toBe(true);
    const { meetings } = await one.call('evaluation.saveMeeting', {
      cycleId,
      meeting: null,
      minutes: {
        heldOn: '2026-11-24',
        place: '会议室',
        chair: '李校长',
        present: '李校长',
        absent: '',
        note: '无。',
      },
    });
    const refused = await one.refused('evaluation.adjust', {
      cycleId,
      rev: (await one.call('evaluation.calibration', { cycleId })).rev,
      subjectId,
      meetingId: meetings[0]?.id ?? '',
      change: { kind: 'total', to: 9000 },
      reason: '会议研究',
    });
    expect(refused.message).toContain('总分不公开');
    await one.call('evaluation.confirm', {
      id: cycleId,
      rev: (await one.call('evaluation.calibration', { cycleId })).rev,
    });
    const { sheet } = await one.call('evaluation.readFeedback', { cycleId, subjectId });
    expect(sheet).toMatchObject({ total: null, groups: [], standings: [], note: why });
    const archive = await one.call('archive.person', { staffId: subjectId });
    expect(JSON.stringify(archive)).toContain('总分不公开');
    const list = await sheetsOf(
      await one.call('evaluation.exportResults', {
        id: cycleId,
        subjectIds: rows.map(({ subject }) => subject.id),
      }),
    );
    expect(figuresUnder(list, '考核结果', '总分')).toEqual([]);
    const offers = await one.call('evaluation.exportOffers', { cycleId });
    expect(offers.offers.find(({ kind }) => kind === 'ranking')?.refused).toContain('总分不公开');
  });
});
