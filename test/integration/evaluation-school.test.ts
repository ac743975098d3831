import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { linesOf, wordParts } from '../support/word-parts.ts';

let desk: TestDesk;
let one: Caller;
let versionId: string;
type View = ChannelOutput<'evaluation.readSelfEvaluation'>;

const scored = async (
  name: string,
  from: string,
  to: string,
  loss: number,
): Promise<{ id: string; rev: number }> => {
  const draft = await one.call('evaluation.createCycle', {
    plan: {
      name,
      versionId,
      schoolYearId: null,
      term: null,
      startsOn: from,
      endsOn: to,
      about: '',
      whenAbsent: 'block',
      groups: [
        {
          id: 'g1',
          kind: 'panel',
          name: '评估小组',
          weight: 10_000,
          dimensionIds: null,
          raters: ['甲', '乙', '丙'].map((who) => ({ id: who, name: who, userId: null })),
        },
      ],
    },
  });
  const { cycle: chosen } = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  const { cycle } = await one.call('evaluation.start', { id: chosen.id, rev: chosen.rev });
  for (const raterId of ['甲', '乙', '丙']) {
    const sheet = await one.call('evaluation.scoreSheet', { cycleId: cycle.id, groupId: 'g1', raterId });
    const rows = sheet.rows.map((row) => ({
      raterId: row.raterId,
      subjectId: row.subject.id,
      rev: row.rev,
      cells: sheet.columns.map(({ indicatorId, method, fullMarks, levels }) => ({
        indicatorId,
        text:
          method === 'levels'
            ? (levels[0] ?? '')
            : method === 'points'
              ? String(Math.round((fullMarks * (100 - loss)) / 1000) / 10)
              : '0',
      })),
    }));
    const saved = await one.call('evaluation.saveScores', { cycleId: cycle.id, groupId: 'g1', rows });
    expect(saved.problems).toEqual([]);
  }
  return { id: cycle.id, rev: cycle.rev };
};

const confirm = async ({ id, rev }: { id: string; rev: number }): Promise<void> => {
  const closed = await one.call('evaluation.close', { id, rev });
  await one.call('evaluation.confirm', { id, rev: closed.cycle.rev, undetermined: [] });
};

const subjectOf = async (cycleId: string): Promise<string> => {
  const { subjects } = await one.call('evaluation.selfEvaluations', { cycleId });
  return subjects[0]?.subject.id ?? '';
};
const file = (name: string) => ({
  name,
  mime: 'application/pdf',
  base64: Buffer.from(name).toString('base64'),
});
const rateOnly = async (): Promise<void> => {
  // Formula indicators take data that these tests do not bring: the system is used without them.
  const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'school' });
  const version = versions[0]?.version;
  if (!version) throw new Error('no school system');
  const dimensions = version.content.dimensions.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.map((indicator) => ({
      ...indicator,
      ...(indicator.method.kind === 'formula' ? { method: { kind: 'points' as const } } : {}),
    })),
  }));
  const saved = await one.call('evaluation.saveVersion', {
    id: version.id,
    rev: version.rev,
    content: { ...version.content, dimensions },
  });
  versionId = saved.versions[0]?.version.id ?? version.id;
};

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await rateOnly();
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

describe('the school evaluates itself', () => {
  it('in texts with proofs, frozen with the results, printed with numbered headings', async () => {
    const cycle = await scored('2026年学校自评', '2026-11-01', '2026-12-31', 12);
    const place = { cycleId: cycle.id, subjectId: await subjectOf(cycle.id) };
    const framed = await one.call('evaluation.saveSelfFrame', {
      ...place,
      rev: 0,
      opening: '学校现有教学班24个。\n本年度完成了校舍维修。',
      conclusion: '总体达到办学标准。',
    });
    const [first, second] = framed.dimensions;
    if (!first || !second) throw new Error('too few dimensions');
    const conflict = await one.refused('evaluation.saveSelfText', {
      ...place,
      rev: 0,
      dimensionId: first.id,
      done: '别人写的',
    });
    expect(conflict.code).toBe('conflict');
    const written = await one.call('evaluation.saveSelfText', {
      ...place,
      rev: framed.rev,
      dimensionId: first.id,
      done: '开齐开足课程。',
      problems: '实验开出率不足。',
      files: [file('课程表.pdf')],
    });
    expect(written.record.texts[0]?.files.map(({ name }) => name)).toEqual(['课程表.pdf']);
    const again = await one.call('evaluation.saveSelfText', {
      ...place,
      rev: written.rev,
      dimensionId: first.id,
      done: '开齐开足课程。',
      problems: '实验开出率不足，仪器老化。',
      files: [file('课程表.pdf'), file('仪器清单.pdf')],
    });
    expect(again.record.texts[0]?.files.map(({ name }) => name)).toEqual(['课程表.pdf', '仪器清单.pdf']);
    const hash = again.record.texts[0]?.files[1]?.hash ?? '';
    expect((await one.call('evaluation.selfEvaluationFile', { ...place, hash })).name).toBe('仪器清单.pdf');
    const removed = await one.call('evaluation.removeSelfFile', {
      ...place,
      rev: again.rev,
      dimensionId: first.id,
      hash,
    });
    expect(removed.record.texts[0]?.files).toHaveLength(1);

    await confirm(cycle);
    const frozen = await one.refused('evaluation.saveSelfText', {
      ...place,
      rev: removed.rev,
      dimensionId: second.id,
      done: '事后补写',
    });
    expect(frozen.code).toBe('illegal-step');
    const report = await one.call('evaluation.selfReport', place);
    const lines = linesOf((await wordParts(Buffer.from(report.base64, 'base64'))).document).map(
      ({ text }) => text,
    );
    expect(lines.some((line) => line.includes('实验开出率不足，仪器老化。'))).toBe(true);
    expect(lines.some((line) => line.includes('本年度完成了校舍维修。'))).toBe(true);
    expect(lines.filter((line) => line === first.name || line.endsWith(first.name)).length).toBeGreaterThan(
      0,
    );
  });

  it('is compared with the last confirmed evaluation of the same kind', async () => {
    const before = await scored('2025年学校自评', '2026-11-01', '2026-11-24', 30);
    await confirm(before);
    const cycle = await scored('2026年学校自评', '2026-11-25', '2026-12-31', 10);
    const view: View = await one.call('evaluation.readSelfEvaluation', {
      cycleId: cycle.id,
      subjectId: await subjectOf(cycle.id),
    });
    expect(view.before).toMatchObject({ cycleId: before.id, cycleName: '2025年学校自评' });
    expect(view.confirmed).toBe(false);
    const dimensions = view.rows.filter(({ within }) => within === '');
    expect(dimensions).toHaveLength(view.dimensions.length);
    expect(dimensions.some(({ now, before: earlier }) => (now ?? 0) > (earlier ?? 0))).toBe(true);
    expect(view.rows.every(({ before: earlier }) => earlier !== null)).toBe(true);
    const alone = await one.call('evaluation.readSelfEvaluation', {
      cycleId: before.id,
      subjectId: await subjectOf(before.id),
    });
    expect(alone.before).toBeNull();
  });

  it('keeps a report from outside beside its own, each file once', async () => {
    const cycle = await scored('2026年学校自评', '2026-11-01', '2026-12-31', 10);
    const place = { cycleId: cycle.id, subjectId: await subjectOf(cycle.id) };
    const about = {
      organ: '市教育评估院',
      title: '办学质量评估报告',
      summary: '总体良好。',
      file: file('评估报告.pdf'),
    };
    const future = await one.refused('evaluation.addOutsideReport', {
      ...place,
      rev: 0,
      ...about,
      day: '2026-11-30',
    });
    expect(future.fields?.[0]?.path).toBe('day');
    const added = await one.call('evaluation.addOutsideReport', {
      ...place,
      rev: 0,
      ...about,
      day: '2026-11-20',
    });
    expect(added.record.reports).toHaveLength(1);
    const twice = await one.refused('evaluation.addOutsideReport', {
      ...place,
      rev: added.rev,
      ...about,
      day: '2026-11-20',
    });
    expect(twice.fields?.[0]?.path).toBe('file');
  });

  it('lists what is to be done, follows it in the calendar, and closes it with proof', async () => {
    const cycle = await scored('2026年学校自评', '2026-11-01', '2026-12-31', 10);
    await confirm(cycle);
    const place = { cycleId: cycle.id, subjectId: await subjectOf(cycle.id) };
    const none = await one.refused('evaluation.exportActions', { cycleId: cycle.id });
    expect(none.code).toBe('not-found');
    const added = await one.call('evaluation.addAction', {
      ...place,
      rev: 0,
      kind: 'rectify',
      item: '补齐理化实验仪器',
      responsible: '总务主任',
      dueOn: '2026-12-20',
    });
    const actionId = added.record.actions[0]?.id ?? '';
    const mine = async () =>
      (await one.call('deadlines.list', {})).deadlines.filter(({ label }) => label === '整改和改进');
    expect(await mine()).toMatchObject([{ dueOn: '2026-12-20' }]);
    const moved = await one.call('evaluation.actionProgress', {
      ...place,
      rev: added.rev,
      actionId,
      on: '2026-11-24',
      text: '已列入采购计划',
    });
    const unproved = await one.refused('evaluation.closeAction', {
      ...place,
      rev: moved.rev,
      actionId,
      on: '2026-11-24',
      note: '已到货',
    });
    expect(unproved.fields?.[0]?.path).toBe('files');
    const closed = await one.call('evaluation.closeAction', {
      ...place,
      rev: moved.rev,
      actionId,
      on: '2026-11-24',
      note: '已到货并验收',
      files: [file('验收单.pdf')],
    });
    expect(closed.record.actions[0]?.closed?.files).toHaveLength(1);
    expect(await mine()).toEqual([]);
    const after = await one.refused('evaluation.actionProgress', {
      ...place,
      rev: closed.rev,
      actionId,
      on: '2026-11-24',
      text: '再补',
    });
    expect(after.code).toBe('illegal-step');
    expect((await one.call('evaluation.exportActions', { cycleId: cycle.id })).name).toContain('清单');
    const { subjects } = await one.call('evaluation.selfEvaluations', { cycleId: cycle.id });
    expect(subjects[0]).toMatchObject({ open: 0, late: 0, closed: 1 });
  });

  it('is printed in the school’s own form where there is one', async () => {
    const cycle = await scored('2026年学校自评', '2026-11-01', '2026-12-31', 10);
    const place = { cycleId: cycle.id, subjectId: await subjectOf(cycle.id) };
    const framed = await one.call('evaluation.saveSelfFrame', {
      ...place,
      rev: 0,
      opening: '学校现有教学班24个。',
      conclusion: '',
    });
    await one.call('evaluation.saveSelfText', {
      ...place,
      rev: framed.rev,
      dimensionId: framed.dimensions[0]?.id ?? '',
      problems: '实验开出率不足。',
    });
    await one.call('papers.saveTemplate', {
      form: 'self-evaluation',
      file: await one.call('papers.houseForm', { form: 'self-evaluation' }),
      rev: 0,
    });
    const lines = async (): Promise<string[]> => {
      const report = await one.call('evaluation.selfReport', place);
      const { document, headers } = await wordParts(Buffer.from(report.base64, 'base64'));
      const { state } = (await one.call('evaluation.readCycle', { id: cycle.id })).cycle;
      expect(headers.some((header) => header.includes('草稿'))).toBe(state !== 'confirmed');
      return linesOf(document).map(({ text }) => text);
    };
    const draft = await lines();
    expect(draft.some((line) => line.includes('存在问题：实验开出率不足。'))).toBe(true);
    expect(draft.join('')).not.toMatch(/[{}]/);
    // Nothing was written as the conclusion: the form says so rather than refuse to be printed.
    await confirm(cycle);
    expect((await lines()).some((line) => line.includes('（没有填写）'))).toBe(true);
  });

  it('takes back what was filed or listed by mistake, as long as nothing rests on it', async () => {
    const cycle = await scored('2026年学校自评', '2026-11-01', '2026-12-31', 10);
    const place = { cycleId: cycle.id, subjectId: await subjectOf(cycle.id) };
    const report = (title: string) => ({
      organ: '市教育评估院',
      title,
      summary: '总体良好。',
      day: '2026-11-20',
      file: file(`${title}.pdf`),
    });
    const first = await one.call('evaluation.addOutsideReport', { ...place, rev: 0, ...report('评估报告') });
    await confirm(cycle);
    const second = await one.call('evaluation.addOutsideReport', {
      ...place,
      rev: first.rev,
      ...report('登记错的报告'),
    });
    const [kept, wrong] = second.record.reports;
    if (!kept || !wrong) throw new Error('a report is missing');
    const removed = await one.call('evaluation.removeOutsideReport', {
      ...place,
      rev: second.rev,
      reportId: wrong.id,
    });
    expect(removed.record.reports.map(({ title }) => title)).toEqual(['评估报告']);
    desk.clock.advance(26 * 3_600_000);
    const tomorrow = await desk.everyone();
    const late = await tomorrow.refused('evaluation.removeOutsideReport', {
      ...place,
      rev: removed.rev,
      reportId: kept.id,
    });
    expect(late.code).toBe('illegal-step');

    const listed = await tomorrow.call('evaluation.addAction', {
      ...place,
      rev: removed.rev,
      kind: 'improve',
      item: '写错了的一项',
      responsible: '总务主任',
      dueOn: '2026-12-20',
    });
    const actionId = listed.record.actions[0]?.id ?? '';
    const begun = await tomorrow.call('evaluation.actionProgress', {
      ...place,
      rev: listed.rev,
      actionId,
      on: '2026-11-25',
      text: '已经开始',
    });
    const refused = await tomorrow.refused('evaluation.dropAction', { ...place, rev: begun.rev, actionId });
    expect(refused.code).toBe('illegal-step');
    const other = await tomorrow.call('evaluation.addAction', {
      ...place,
      rev: begun.rev,
      kind: 'improve',
      item: '又写错了一项',
      responsible: '总务主任',
      dueOn: '2026-12-20',
    });
    const dropped = await tomorrow.call('evaluation.dropAction', {
      ...place,
      rev: other.rev,
      actionId: other.record.actions[1]?.id ?? '',
    });
    expect(dropped.record.actions.map(({ item }) => item)).toEqual(['写错了的一项']);
  });

  it('is none of an evaluation of people', async () => {
    const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'teacher' });
    const { cycle } = await one.call('evaluation.createCycle', {
      plan: {
        name: '教师考核',
        versionId: versions[0]?.version.id ?? '',
        schoolYearId: null,
        term: null,
        startsOn: '2026-11-01',
        endsOn: '2026-12-31',
        about: '',
        whenAbsent: 'block',
        groups: [],
      },
    });
    expect((await one.call('evaluation.selfEvaluations', { cycleId: cycle.id })).subjects).toEqual([]);
    const refused = await one.refused('evaluation.readSelfEvaluation', {
      cycleId: cycle.id,
      subjectId: 's1',
    });
    expect(refused.code).toBe('illegal-step');
  });
});
