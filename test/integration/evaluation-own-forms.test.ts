import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileContent } from '../../shared/kernel/entity.ts';
import type { FormCode } from '../../shared/features/papers/forms.ts';
import type { FeedbackPaper } from '../../shared/features/evaluation/feedback/views.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { closedCycle } from '../support/evaluation/scored.ts';
import { withTeachers } from '../support/evaluation/teachers.ts';
import { linesOf, wordParts } from '../support/word-parts.ts';

let desk: TestDesk;
let one: Caller;
let cycleId: string;

const codes: readonly FormCode[] = [
  'evaluation-sheet',
  'evaluation-talk',
  'evaluation-reply',
  'evaluation-plan',
  'evaluation-reward',
];

/** Of a school's own form, which says so on every page. */
const MARK = '本校自定格式';

/** The house form with the school's own words in front, as somebody makes it in Word. */
const ownForm = async (form: FormCode): Promise<FileContent> => {
  const house = await one.call('papers.houseForm', { form });
  const zip = await JSZip.loadAsync(Buffer.from(house.base64, 'base64'));
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  zip.file(
    'word/document.xml',
    document.replace(/<w:body>/, `<w:body><w:p><w:r><w:t>${MARK}</w:t></w:r></w:p>`),
  );
  return { ...house, base64: await zip.generateAsync({ type: 'base64' }) };
};

const textOf = async (file: FileContent): Promise<string> =>
  linesOf((await wordParts(Buffer.from(file.base64, 'base64'))).document)
    .map(({ text }) => text)
    .join('\n');

const target = async (subjectId: string) => {
  const { rev } = await one.call('evaluation.readFeedback', { cycleId, subjectId });
  return { cycleId, subjectId, rev };
};
const paper = async (subjectId: string, which: FeedbackPaper, itemId: string | null = null) => {
  const { file, draft } = await one.call('evaluation.feedbackPaper', {
    cycleId,
    subjectId,
    paper: which,
    itemId,
  });
  return { text: await textOf(file), draft, hash: file.base64 };
};

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await withTeachers(
    desk,
    ['王建国', '李梅', '赵强', '孙悦', '周洁'].map((name) => ({ name, department: 1 })),
  );
  const { cycle } = await closedCycle(one, { s1: 95, s2: 86, s3: 72, s4: 65, s5: 90 });
  const confirmed = await one.call('evaluation.confirm', { id: cycle.id, rev: cycle.rev });
  cycleId = confirmed.cycle.id;
  for (const form of codes)
    await one.call('papers.saveTemplate', { form, file: await ownForm(form), rev: 0 });
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

describe('the school’s own forms of feedback', () => {
  it('are the result sheet, a draft until it is handed over and then as it was', async () => {
    const before = await paper('s1', 'sheet');
    expect(before.draft).toBe(true);
    for (const part of [MARK, '王建国', '2026年教师考核', '优秀', '95.00', '考核小组', '异议与救济'])
      expect(before.text).toContain(part);
    expect(before.text).not.toMatch(/[{}]/);
    await one.call('evaluation.tellResult', {
      ...(await target('s1')),
      on: '2026-11-24',
      way: 'interview',
      objectBy: '2026-12-01',
    });
    const told = await paper('s1', 'sheet');
    expect(told.draft).toBe(false);
    expect(told.text).toContain('2026年12月1日前');
    const { forms } = await one.call('papers.templates', {});
    const rev = forms.find(({ code }) => code === 'evaluation-sheet')?.rev ?? 0;
    await one.call('papers.useTemplate', { form: 'evaluation-sheet', rev, version: null });
    expect((await paper('s1', 'sheet')).hash).toBe(told.hash);
    expect((await paper('s2', 'sheet')).text).not.toContain(MARK);
  });

  it('are in the zip of all sheets as well', async () => {
    const { jobId } = await one.call('evaluation.startFeedbackSheets', {
      cycleId,
      subjectIds: ['s1', 's2'],
      form: 'word',
    });
    const done = async () => (await one.call('jobs.view', { id: jobId })).state;
    await expect.poll(done).toBe('done');
    const file = await one.call('jobs.readFile', { jobId, from: 0 });
    const zip = await JSZip.loadAsync(Buffer.from(file.base64, 'base64'));
    const names = Object.keys(zip.files);
    expect(names).toHaveLength(2);
    for (const name of names) {
      const bytes = await zip.file(name)?.async('uint8array');
      expect(await textOf({ name, mime: '', base64: Buffer.from(bytes ?? []).toString('base64') })).toContain(
        MARK,
      );
    }
  });

  it('are the talk record, with lines to write on before the talk and what was said after it', async () => {
    const blank = await paper('s3', 'talk');
    expect(blank.text).toContain(MARK);
    expect(blank.text).toContain('＿＿＿＿年＿＿月＿＿日');
    await one.call('evaluation.tellResult', {
      ...(await target('s3')),
      on: '2026-11-24',
      way: 'interview',
      objectBy: null,
    });
    await one.call('evaluation.recordTalk', {
      ...(await target('s3')),
      on: '2026-11-24',
      talkers: '张校长',
      recorder: '周敏',
      praise: '教学认真。',
      reply: '我会改进。',
    });
    const held = await paper('s3', 'talk');
    for (const part of ['2026年11月24日', '张校长', '教学认真。', '我会改进。'])
      expect(held.text).toContain(part);
    expect(held.text).not.toMatch(/[{}＿]/);
  });

  it('are the answer to an objection, the plan and the proposal', async () => {
    await one.call('evaluation.tellResult', {
      ...(await target('s4')),
      on: '2026-11-24',
      way: 'interview',
      objectBy: null,
    });
    const filed = await one.call('evaluation.fileReview', {
      ...(await target('s4')),
      filedOn: '2026-11-24',
      requests: '请求重新核算',
      reasons: '公开课没有计入',
      replyBy: null,
    });
    const reviewId = filed.feedback?.reviews[0]?.id ?? '';
    await one.call('evaluation.decideReview', {
      ...(await target('s4')),
      decidedOn: '2026-11-24',
      reviewerIds: ['s5'],
      outcome: 'upheld',
      findings: '公开课已经计入',
      reason: '评分有据',
    });
    const reply = await paper('s4', 'reply', reviewId);
    for (const part of [MARK, '考复〔2026〕1号', '公开课没有计入。', '周洁', '维持原考核结果。'])
      expect(reply.text).toContain(part);
    await one.call('evaluation.saveImprovementPlan', {
      ...(await target('s4')),
      startsOn: '2026-11-24',
      endsOn: '2027-01-20',
      responsible: '教研组长',
      goals: [{ goal: '备课充分', measure: '每周检查', helper: '', dueOn: '2026-12-30' }],
    });
    const plan = await paper('s4', 'plan');
    for (const part of [MARK, '备课充分', '2026年12月30日', '2026年11月24日至2027年1月20日'])
      expect(plan.text).toContain(part);
    const proposed = await one.call('evaluation.proposeReward', {
      ...(await target('s1')),
      text: '成绩突出',
      reward: '嘉奖',
    });
    const reward = await paper('s1', 'reward', proposed.feedback?.proposals[0]?.id ?? '');
    for (const part of [MARK, '嘉奖', '成绩突出']) expect(reward.text).toContain(part);
    for (const { text } of [reply, plan, reward]) expect(text).not.toMatch(/[{}]/);
  });

  it('may not leave out what has to stand in them', async () => {
    const zip = await JSZip.loadAsync(Buffer.from((await ownForm('evaluation-sheet')).base64, 'base64'));
    const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
    zip.file('word/document.xml', document.replaceAll('{{异议与救济}}', '略'));
    const file = { name: '反馈单.docx', mime: '', base64: await zip.generateAsync({ type: 'base64' }) };
    const check = await one.call('papers.checkTemplate', { form: 'evaluation-sheet', file });
    expect(check.problems.join()).toContain('{{异议与救济}}');
  });
});
