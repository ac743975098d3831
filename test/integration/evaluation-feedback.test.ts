import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  departmentCollection,
  postCollection,
  staffCollection,
} from '../../electron/features/organisation/index.ts';
import type { ChannelOutput } from '../../shared/channels.ts';
import type { SheetView } from '../../shared/features/evaluation/views.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { linesOf, wordParts } from '../support/word-parts.ts';

const names = ['王建国', '李梅', '赵强', '孙悦'];
let desk: TestDesk;
let one: Caller;
let cycleId: string;

type Feedback = ChannelOutput<'evaluation.readFeedback'>;

const addStaff = (): Promise<void> =>
  desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    tx.insert(departmentCollection, { id: 'd1', name: '语文组', order: 1, closedOn: null });
    tx.insert(postCollection, { id: 'p1', name: '语文教师', kind: 'teacher', managerial: false });
    tx.insert(postCollection, { id: 'p2', name: '图书管理员', kind: 'support', managerial: false });
    const insert = (id: string, name: string, postId: string): void =>
      void tx.insert(staffCollection, {
        id,
        number: `T${id}`,
        name,
        gender: 'female',
        employment: 'established',
        postGrade: '',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: null,
        leftOn: null,
        holdings: [{ postId, departmentId: 'd1', startsOn: '2020-09-01', endsOn: null }],
      });
    names.forEach((name, at) => insert(`s${String(at + 1)}`, name, 'p1'));
    insert('s8', '何主任', 'p2');
    insert('s9', '钱老师', 'p2');
  });

/** The better the earlier in the list, the last one below every line: grades differ, so do the indicators. */
const fill = (sheet: SheetView, place: number, bent: number): { indicatorId: string; text: string }[] =>
  sheet.columns.map(({ indicatorId, method, fullMarks, levels, allowed }, column) => {
    const loss = place * 17 + ((column + bent) % 3) * 2;
    if (method === 'levels') return { indicatorId, text: levels[Math.min(levels.length - 1, place)] ?? '' };
    if (method === 'points')
      return { indicatorId, text: String(Math.round((fullMarks * (100 - loss)) / 1000) / 10) };
    return { indicatorId, text: allowed.startsWith('最多扣') ? `-${String(place)}` : '0' };
  });

const confirmedCycle = async (annual: 'usual' | null): Promise<string> => {
  const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'teacher' });
  const draft = await one.call('evaluation.createCycle', {
    plan: {
      name: '2026年教师考核',
      versionId: versions[0]?.version.id ?? '',
      schoolYearId: null,
      term: null,
      startsOn: '2026-11-01',
      endsOn: '2026-12-31',
      about: '',
      whenAbsent: 'block',
      annual,
      groups: [
        {
          id: 'g1',
          kind: 'leader',
          name: '领导评价',
          weight: 5000,
          dimensionIds: null,
          raters: ['张校长', '陈主任', '何主任'].map((name, at) => ({
            id: `r${String(at + 1)}`,
            name,
            userId: null,
          })),
        },
        {
          id: 'g3',
          kind: 'panel',
          name: '考核小组',
          weight: 3000,
          dimensionIds: null,
          raters: [{ id: 'r9', name: '考核小组', userId: null }],
        },
        { id: 'g2', kind: 'self', name: '自评', weight: 2000, dimensionIds: null, raters: [] },
      ],
    },
  });
  const { cycle: ready } = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  const { cycle } = await one.call('evaluation.start', { id: ready.id, rev: ready.rev });
  const sheets = [
    ['g1', 'r1'],
    ['g1', 'r2'],
    ['g1', 'r3'],
    ['g3', 'r9'],
    ['g2', null],
  ] as const;
  for (const [at, [groupId, raterId]] of sheets.entries()) {
    const sheet = await one.call('evaluation.scoreSheet', { cycleId: cycle.id, groupId, raterId });
    const rows = sheet.rows.map((row) => ({
      raterId: row.raterId,
      subjectId: row.subject.id,
      rev: row.rev,
      cells: fill(sheet, names.indexOf(row.subject.name), at),
    }));
    const saved = await one.call('evaluation.saveScores', { cycleId: cycle.id, groupId, rows });
    expect(saved.problems).toEqual([]);
  }
  const closed = await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
  await one.call('evaluation.confirm', {
    id: cycle.id,
    rev: closed.cycle.rev,
    undetermined: [],
    quotaApproval: '测〔2026〕1号',
  });
  return cycle.id;
};

const paper = {
  name: '签字页.pdf',
  mime: 'application/pdf',
  base64: Buffer.from('signed').toString('base64'),
};
const read = (subjectId: string): Promise<Feedback> =>
  one.call('evaluation.readFeedback', { cycleId, subjectId });
const at = async (subjectId: string) => ({ cycleId, subjectId, rev: (await read(subjectId)).rev });
const tell = async (subjectId: string, objectBy: string | null = null): Promise<Feedback> =>
  one.call('evaluation.tellResult', {
    ...(await at(subjectId)),
    on: '2026-11-24',
    way: 'interview',
    objectBy,
  });
const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
const textOf = async (file: { base64: string }): Promise<string> =>
  linesOf((await wordParts(bytesOf(file.base64))).document)
    .map(({ text }) => text)
    .join('');

/** Whoever has the worst result. */
const worst = async (): Promise<string> => {
  const { rows } = await one.call('evaluation.feedbacks', { cycleId });
  const [last] = rows.toSorted((a, b) => (a.total ?? 0) - (b.total ?? 0));
  return last?.subject.id ?? '';
};

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await addStaff();
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

describe('feedback', () => {
  it('waits for confirmed results', async () => {
    const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'teacher' });
    const { cycle } = await one.call('evaluation.createCycle', {
      plan: {
        name: '草稿',
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
    const chosen = await one.call('evaluation.setSubjects', {
      id: cycle.id,
      rev: cycle.rev,
      subjects: { by: 'ids', ids: ['s1'] },
    });
    const refused = await one.refused('evaluation.tellResult', {
      cycleId: chosen.cycle.id,
      subjectId: 's1',
      rev: 0,
      on: '2026-11-24',
      way: 'letter',
    });
    expect(refused.code).toBe('illegal-step');
  });

  it('goes from telling over the talk to the signature, each once and in order', async () => {
    cycleId = await confirmedCycle(null);
    expect((await read('s1')).state).toBe('none');
    const early = await one.refused('evaluation.recordTalk', {
      ...(await at('s1')),
      on: '2026-11-24',
      talkers: '张校长',
      recorder: '周敏',
      reply: '没有意见',
    });
    expect(early.message).toContain('先告知');

    const draft = await one.call('evaluation.feedbackPaper', { cycleId, subjectId: 's1', paper: 'sheet' });
    expect(draft.draft).toBe(true);
    const told = await tell('s1', '2026-12-04');
    expect(told.state).toBe('told');
    expect(told.feedback?.told?.limit).toMatchObject({ dueOn: '2026-12-04', counted: false });
    const sheet = await one.call('evaluation.feedbackPaper', { cycleId, subjectId: 's1', paper: 'sheet' });
    expect(sheet.draft).toBe(false);
    const text = await textOf(sheet.file);
    expect(text).toContain('考核结果反馈单');
    expect(text).toContain('2026年12月4日前');
    expect(
      (await one.refused('evaluation.tellResult', { ...(await at('s1')), on: '2026-11-24', way: 'letter' }))
        .code,
    ).toBe('illegal-step');

    const stale = await one.refused('evaluation.recordTalk', {
      cycleId,
      subjectId: 's1',
      rev: 0,
      on: '2026-11-24',
      talkers: '张校长',
      recorder: '周敏',
      reply: '没有意见',
    });
    expect(stale.code).toBe('conflict');
    const talked = await one.call('evaluation.recordTalk', {
      ...(await at('s1')),
      on: '2026-11-24',
      place: '校长室',
      talkers: '张校长',
      recorder: '周敏',
      praise: '教学扎实',
      reply: '感谢学校肯定',
    });
    expect(talked.state).toBe('talked');
    const record = await one.call('evaluation.feedbackPaper', { cycleId, subjectId: 's1', paper: 'talk' });
    expect(await textOf(record.file)).toContain('感谢学校肯定');

    const unsigned = await one.refused('evaluation.signResult', {
      ...(await at('s1')),
      on: '2026-11-24',
      stance: 'agree',
      signing: { kind: 'signed' },
    });
    expect(unsigned.fields?.[0]?.path).toBe('files');
    const own = await one.refused('evaluation.signResult', {
      ...(await at('s1')),
      on: '2026-11-24',
      stance: 'reserve',
      text: '再看看',
      signing: { kind: 'refused', witnesses: [names[0] ?? '', '周敏'], note: '本人不愿签字' },
    });
    expect(own.message).toContain('本人不能');
    const signed = await one.call('evaluation.signResult', {
      ...(await at('s1')),
      on: '2026-11-24',
      stance: 'agree',
      signing: { kind: 'signed' },
      files: [paper],
    });
    expect(signed.state).toBe('signed');
    const hash = signed.feedback?.signed?.files[0]?.hash ?? '';
    const back = await one.call('evaluation.feedbackFile', { cycleId, subjectId: 's1', hash });
    expect(back.base64).toBe(paper.base64);
    expect(signed.feedback?.history.map(({ what }) => what)).toEqual([
      '告知结果',
      '反馈谈话',
      '本人意见与签收',
    ]);
  });

  it('keeps a refusal to sign with its two witnesses', async () => {
    cycleId = await confirmedCycle(null);
    await tell('s2');
    const alone = await one.refused('evaluation.signResult', {
      ...(await at('s2')),
      on: '2026-11-24',
      stance: 'object',
      text: '分数偏低',
      signing: { kind: 'refused', witnesses: ['周敏', '周敏'], note: '本人看过后拒绝签字' },
    });
    expect(alone.code).toBe('invalid');
    const view = await one.call('evaluation.signResult', {
      ...(await at('s2')),
      on: '2026-11-24',
      stance: 'object',
      text: '分数偏低',
      signing: { kind: 'refused', witnesses: ['周敏', '钱老师'], note: '本人看过后拒绝签字' },
    });
    expect(view.feedback?.signed?.signing).toMatchObject({ kind: 'refused', witnesses: ['周敏', '钱老师'] });
  });

  it('shows a person no average from which a single rater could be told', async () => {
    cycleId = await confirmedCycle(null);
    const { sheet } = await read('s1');
    // One panel sheet lies below the minimum sample; with the leaders shown, the panel could be reckoned back.
    expect(sheet?.groups.map(({ name }) => name)).toEqual(['自评']);
    expect(sheet?.hidden).toEqual(['领导评价', '考核小组']);
    expect(sheet?.strengths.length).toBeGreaterThan(0);
    const { file } = await one.call('evaluation.feedbackPaper', { cycleId, subjectId: 's1', paper: 'sheet' });
    expect(await textOf(file)).toContain('领导评价、考核小组的平均分不单独列出');
  });
});

describe('review', () => {
  it('of a yearly grade runs by law: thirty days to apply, thirty to answer', async () => {
    cycleId = await confirmedCycle('usual');
    const subjectId = await worst();
    const told = await tell(subjectId);
    expect(['基本合格', '不合格']).toContain(told.sheet?.grade);
    // 30 days after 24 November is 24 December, a Thursday.
    expect(told.feedback?.told?.limit).toMatchObject({ dueOn: '2026-12-24', counted: true });
    expect(told.sheet?.remedy).toContain('申请复核');
    expect(told.sheet?.consequences.length).toBeGreaterThan(1);
    const { deadlines } = await one.call('deadlines.list', {});
    expect(deadlines.filter(({ label }) => label === '提出异议期限')).toMatchObject([
      { dueOn: '2026-12-24', othersTerm: true },
    ]);
  });

  it('is done by others than raters and those who confirmed, and upholds with a numbered answer', async () => {
    cycleId = await confirmedCycle(null);
    await tell('s3', '2026-12-01');
    const filed = await one.call('evaluation.fileReview', {
      ...(await at('s3')),
      filedOn: '2026-11-24',
      requests: '请求重新核算教研得分',
      reasons: '公开课没有计入',
      replyBy: '2026-12-10',
      files: [paper],
    });
    expect(filed.state).toBe('objected');
    expect(
      (await one.call('deadlines.list', {})).deadlines.filter(({ label }) => label === '复核答复期限'),
    ).toMatchObject([{ dueOn: '2026-12-10' }]);
    const decision = {
      decidedOn: '2026-11-24',
      findings: '公开课在评分范围之外',
      reason: '原评分有据',
      outcome: 'upheld' as const,
    };
    const rater = await one.refused('evaluation.decideReview', {
      ...(await at('s3')),
      ...decision,
      reviewerIds: ['s8'],
    });
    expect(rater).toMatchObject({ code: 'unlawful' });
    expect(rater.message).toContain('何主任');
    const self = await one.refused('evaluation.decideReview', {
      ...(await at('s3')),
      ...decision,
      reviewerIds: ['s3'],
    });
    expect(self.message).toContain('本人');
    const view = await one.call('evaluation.decideReview', {
      ...(await at('s3')),
      ...decision,
      reviewerIds: ['s9'],
    });
    expect(view.state).toBe('reviewed');
    const [review] = view.feedback?.reviews ?? [];
    expect(review?.decision?.number).toBe('考复〔2026〕1号');
    const { file } = await one.call('evaluation.feedbackPaper', {
      cycleId,
      subjectId: 's3',
      paper: 'reply',
      itemId: review?.id ?? '',
    });
    expect(await textOf(file)).toContain('维持原考核结果');
    const again = await one.refused('evaluation.fileReview', {
      ...(await at('s3')),
      filedOn: '2026-11-24',
      requests: '再次请求',
      reasons: '仍不服',
    });
    expect(again.code).toBe('illegal-step');
  });

  it('after the last day needs a reason, can be extended once and withdrawn', async () => {
    cycleId = await confirmedCycle(null);
    await tell('s1', '2026-11-25');
    desk.clock.advance(5 * 86_400_000);
    one = await desk.everyone();
    const file = {
      filedOn: '2026-11-28',
      requests: '请求复核',
      reasons: '有新的材料',
    };
    const late = await one.refused('evaluation.fileReview', { ...(await at('s1')), ...file });
    expect(late.fields?.[0]?.path).toBe('lateReason');
    const filed = await one.call('evaluation.fileReview', {
      ...(await at('s1')),
      ...file,
      lateReason: '住院期间无法提出',
    });
    const due = filed.feedback?.reviews[0]?.reply.dueOn ?? '';
    expect(due).toBe('2026-12-28');
    const tooFar = await one.refused('evaluation.extendReview', {
      ...(await at('s1')),
      dueOn: '2027-01-28',
      reason: '材料多',
    });
    expect(tooFar.code).toBe('invalid');
    const extended = await one.call('evaluation.extendReview', {
      ...(await at('s1')),
      dueOn: '2027-01-15',
      reason: '材料多',
    });
    expect(extended.acts).not.toContain('extendReview');
    const withdrawn = await one.call('evaluation.withdrawReview', {
      ...(await at('s1')),
      on: '2026-11-29',
      reason: '已经说明清楚',
    });
    expect(withdrawn.state).toBe('told');
  });

  it('that sends a result back opens the evaluation again and stays with the withdrawn result', async () => {
    cycleId = await confirmedCycle(null);
    await tell('s2');
    await one.call('evaluation.fileReview', {
      ...(await at('s2')),
      filedOn: '2026-11-24',
      requests: '请求重评',
      reasons: '漏评一项',
    });
    const view = await one.call('evaluation.decideReview', {
      ...(await at('s2')),
      decidedOn: '2026-11-24',
      findings: '确有漏评',
      reason: '异议成立',
      outcome: 'sentBack',
      reopenTo: 'scoring',
      reviewerIds: ['s9'],
    });
    expect(view.sheet).toBeNull();
    expect(view.acts).toEqual([]);
    expect(view.earlier).toHaveLength(1);
    const reviewId = view.earlier[0]?.feedback.reviews[0]?.id ?? '';
    const { file } = await one.call('evaluation.feedbackPaper', {
      cycleId,
      subjectId: 's2',
      paper: 'reply',
      itemId: reviewId,
    });
    expect(await textOf(file)).toContain('退回重新考核');
    const { cycle } = await one.call('evaluation.readCycle', { id: cycleId });
    expect(cycle.state).toBe('scoring');
    expect(cycle.history.at(-1)?.note).toContain('考复〔2026〕1号');
    expect((await one.call('evaluation.feedbacks', { cycleId })).withdrawn).toBe(1);

    const closed = await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
    await one.call('evaluation.confirm', { id: cycle.id, rev: closed.cycle.rev, undetermined: [] });
    const anew = await read('s2');
    expect(anew.state).toBe('none');
    expect(anew.earlier[0]?.state).toBe('reviewed');
  });
});

describe('improvement', () => {
  it('is planned, followed up with trainings, and checked; its terms stand in the calendar', async () => {
    cycleId = await confirmedCycle(null);
    await tell('s4');
    const goals = [
      { goal: '提高作业批改质量', measure: '每周交教研组长查看', helper: '李梅', dueOn: '2026-12-20' },
      { goal: '上一节汇报课', measure: '备课组集体备课', dueOn: '2027-01-10' },
    ];
    const outside = await one.refused('evaluation.saveImprovementPlan', {
      ...(await at('s4')),
      startsOn: '2026-11-24',
      endsOn: '2026-12-31',
      responsible: '何主任',
      goals,
    });
    expect(outside.fields?.[0]?.path).toBe('goals.1.dueOn');
    const planned = await one.call('evaluation.saveImprovementPlan', {
      ...(await at('s4')),
      startsOn: '2026-11-24',
      endsOn: '2027-01-15',
      responsible: '何主任',
      goals,
    });
    expect(planned.state).toBe('improving');
    const terms = (await one.call('deadlines.list', {})).deadlines.filter(({ recordPath }) =>
      recordPath.includes('/feedback/'),
    );
    expect(terms.map(({ dueOn }) => dueOn).sort()).toEqual(['2026-12-20', '2027-01-10', '2027-01-15']);
    const [first] = planned.feedback?.plan?.goals ?? [];
    const followed = await one.call('evaluation.followUp', {
      ...(await at('s4')),
      kind: 'training',
      on: '2026-11-24',
      goalId: first?.id ?? null,
      title: '作业设计培训',
      hours: 4,
      text: '参加区教研室培训',
      files: [paper],
    });
    expect(followed.acts).not.toContain('plan');
    const done = await one.call('evaluation.completeGoal', {
      ...(await at('s4')),
      goalId: first?.id ?? '',
      on: '2026-11-24',
      note: '抽查合格',
    });
    const closing = { on: '2026-11-24', checker: '张校长', note: '进步明显' };
    const tooSoon = await one.refused('evaluation.closeImprovementPlan', {
      ...(await at('s4')),
      ...closing,
      result: 'met',
    });
    expect(tooSoon.message).toContain('还有 1 项');
    expect(done.feedback?.plan?.goals.filter((goal) => goal.done !== null)).toHaveLength(1);
    const closed = await one.call('evaluation.closeImprovementPlan', {
      ...(await at('s4')),
      ...closing,
      result: 'partly',
    });
    expect(closed.state).toBe('improved');
    const { file } = await one.call('evaluation.feedbackPaper', { cycleId, subjectId: 's4', paper: 'plan' });
    const text = await textOf(file);
    expect(text).toContain('作业设计培训');
    expect(text).toContain('部分达到');
  });

  it('passes on a lead in one step, and proposes rewards that are printed and exported', async () => {
    cycleId = await confirmedCycle(null);
    const led = await one.call('evaluation.proposeLead', {
      ...(await at('s4')),
      text: '多次无故缺课，影响教学秩序',
    });
    const [proposal] = led.feedback?.proposals ?? [];
    expect(proposal).toMatchObject({ kind: 'lead' });
    const { leads } = await one.call('leads.list', {});
    expect(leads).toHaveLength(1);
    expect(leads[0]).toMatchObject({ channel: 'evaluation', state: 'received' });
    // Whoever judges it finds the person in it, and a case opened from it is about him.
    const lead = await one.call('leads.read', { id: leads[0]?.id ?? '' });
    expect(lead.lead.people).toEqual([{ kind: 'staff', id: 's4', name: '孙悦' }]);
    expect(lead.lead.content).toContain('“2026年教师考核”中发现（考核对象：孙悦）：多次无故缺课');
    const kinds = async (staffId: string) =>
      (await one.call('archive.person', { staffId })).entries.map(({ kind, title, tone }) => [
        kind,
        title,
        tone,
      ]);
    // What is only alleged is no entry of the archive.
    expect((await kinds('s4')).map(([kind]) => kind)).not.toContain('线索');
    const none = await one.refused('evaluation.exportRewardProposals', { cycleId });
    expect(none.code).toBe('not-found');
    const proposed = await one.call('evaluation.proposeReward', {
      ...(await at('s1')),
      text: '承担三节市级公开课',
      reward: '嘉奖',
    });
    const itemId = proposed.feedback?.proposals[0]?.id ?? '';
    const { file } = await one.call('evaluation.feedbackPaper', {
      cycleId,
      subjectId: 's1',
      paper: 'reward',
      itemId,
    });
    expect(await textOf(file)).toContain('承担三节市级公开课');
    const list = await one.call('evaluation.exportRewardProposals', { cycleId });
    expect(list.name).toContain('奖励建议');

    expect(await kinds('s1')).toContainEqual(['奖励', '建议奖励：嘉奖', 'neutral']);
    const settling = {
      proposalId: itemId,
      outcome: 'granted',
      on: '2026-11-24',
      note: '校长办公会研究决定',
    } as const;
    const early = await one.refused('evaluation.settleReward', {
      ...(await at('s1')),
      ...settling,
      on: '2026-11-20',
    });
    expect(early.fields?.[0]?.path).toBe('on');
    const settled = await one.call('evaluation.settleReward', { ...(await at('s1')), ...settling });
    expect(settled.feedback?.proposals[0]).toMatchObject({ settled: { outcome: 'granted' } });
    expect(settled.acts).not.toContain('settleReward');
    expect(await kinds('s1')).toContainEqual(['奖励', '给予奖励：嘉奖', 'good']);
    const twice = await one.refused('evaluation.settleReward', { ...(await at('s1')), ...settling });
    expect(twice.code).toBe('illegal-step');
    const declined = await one.call('evaluation.proposeReward', {
      ...(await at('s2')),
      text: '带教青年教师',
      reward: '记功',
    });
    await one.call('evaluation.settleReward', {
      ...(await at('s2')),
      ...settling,
      proposalId: declined.feedback?.proposals[0]?.id ?? '',
      outcome: 'declined',
      note: '不符合记功条件',
    });
    expect((await kinds('s2')).map(([kind]) => kind)).not.toContain('奖励');
    const book = new ExcelJS.Workbook();
    const again = await one.call('evaluation.exportRewardProposals', { cycleId });
    await book.xlsx.load(bytesOf(again.base64).slice().buffer);
    const cells = (book.worksheets[0]?.getSheetValues() ?? []).flat();
    expect(cells).toContain('2026年11月24日已给予奖励：校长办公会研究决定');
    expect(cells).toContain('2026年11月24日没有采纳：不符合记功条件');
    // A result that is taken back takes what was proposed on its ground out of the archive.
    const { cycle } = await one.call('evaluation.readCycle', { id: cycleId });
    await one.call('evaluation.reopen', {
      id: cycleId,
      rev: cycle.rev,
      to: 'closed',
      reason: '补正一人的分数',
    });
    expect((await kinds('s1')).map(([kind]) => kind)).not.toContain('奖励');
  });
});

describe('sheets of many', () => {
  const finished = async (jobId: string): Promise<Uint8Array> => {
    for (;;) {
      const { state, error } = await one.call('jobs.view', { id: jobId });
      if (state === 'done') break;
      if (state !== 'running') throw new Error(JSON.stringify(error));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { base64 } = await one.call('jobs.readFile', { jobId, from: 0 });
    return bytesOf(base64);
  };

  it('come as one zip of Word files, those handed over as they were, and as one workbook', async () => {
    cycleId = await confirmedCycle(null);
    const told = await tell('s1');
    const subjectIds = ['s1', 's2', 's3', 's4'];
    const word = await one.call('evaluation.startFeedbackSheets', { cycleId, subjectIds, form: 'word' });
    const zip = await JSZip.loadAsync(await finished(word.jobId));
    const files = Object.keys(zip.files);
    expect(files).toHaveLength(4);
    const own = files.find((name) => name.includes('王建国')) ?? '';
    const kept = await one.call('evaluation.feedbackFile', {
      cycleId,
      subjectId: 's1',
      hash: told.feedback?.told?.sheet.hash ?? '',
    });
    expect(await zip.file(own)?.async('base64')).toBe(kept.base64);
    const excel = await one.call('evaluation.startFeedbackSheets', { cycleId, subjectIds, form: 'excel' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await finished(excel.jobId)).slice().buffer);
    expect(book.worksheets.map(({ name }) => name)).toHaveLength(4);
    expect(book.worksheets[0]?.pageSetup.printArea).toMatch(/^A1:L\d+$/);
    const list = await one.call('evaluation.exportFeedbacks', { cycleId, subjectIds: ['s1', 's2'] });
    expect(list.name).toContain('反馈情况');
    const foreign = await one.refused('evaluation.exportFeedbacks', { cycleId, subjectIds: ['nobody'] });
    expect(foreign.code).toBe('not-found');
  });
});
