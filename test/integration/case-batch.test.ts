import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dismissWorkers } from '../../electron/documents/workers/paper-pool.ts';
import type { ChannelOutput } from '../../shared/channels.ts';
import { caseActs, decisionOf, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

let desk: TestDesk;
let one: Caller;
const acts = caseActs(() => one);

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
  await dismissWorkers();
});

const decided = async (change: Parameters<typeof acts.register>[0] = {}): Promise<View> => {
  const heard = await acts.hear(await acts.notify(await acts.establish(await acts.register(change))));
  return acts.decide(heard, decisionOf('circular-criticism'));
};

type Job = ChannelOutput<'jobs.view'>;

const finished = async (jobId: string): Promise<Job> => {
  for (;;) {
    const job = await one.call('jobs.view', { id: jobId });
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('issuing many papers in one go', () => {
  it('issues every paper that waits, and tells each case apart with its reason', async () => {
    const first = await decided();
    const second = await decided({ occurredOn: '2026-11-08' });
    const early = await acts.register({ occurredOn: '2026-11-07' });
    const { jobId } = await one.call('cases.startBatchIssue', {
      ids: [first.record.id, early.record.id, second.record.id, first.record.id, 'nobody'],
    });
    expect((await finished(jobId)).state).toBe('done');
    const { cases } = await one.call('cases.batchIssue', { jobId });
    expect(cases.map(({ number, problem, papers }) => [number, problem, papers.length])).toEqual([
      ['问责〔2026〕1号', null, 1],
      ['问责〔2026〕3号', '没有等待印发的文书。', 0],
      ['问责〔2026〕2号', null, 1],
      ['', '找不到这件事项，它可能已被删除。', 0],
    ]);
    for (const { caseId, papers } of cases.filter(({ problem }) => problem === null)) {
      const { record } = await one.call('cases.read', { id: caseId });
      expect(record).toMatchObject({
        state: 'issued',
        papers: [{ issuedPaperId: papers[0]?.issuedPaperId, number: papers[0]?.number }],
      });
      const file = await one.call('papers.read', { id: papers[0]?.issuedPaperId ?? '' });
      expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    }
    expect((await one.call('papers.numbers', {})).problems).toEqual([]);
    // What was issued one by one reads alike.
    const again = await one.call('cases.issueNotice', {
      id: first.record.id,
      rev: (await one.call('cases.read', { id: first.record.id })).record.rev,
      paperId: first.record.papers[0]?.id ?? '',
    });
    expect(again.record.history).toHaveLength(
      (await one.call('cases.read', { id: first.record.id })).record.history.length,
    );
  });

  it('stands after a restart as a whole', async () => {
    const view = await decided();
    const { jobId } = await one.call('cases.startBatchIssue', { ids: [view.record.id] });
    expect((await finished(jobId)).state).toBe('done');
    await desk.restart();
    one = await desk.everyone();
    expect((await one.call('cases.read', { id: view.record.id })).record.state).toBe('issued');
    expect((await one.refused('cases.batchIssue', { jobId })).code).toBe('not-found');
  });

  it('issues nothing when it is cancelled before its end', async () => {
    const views = [await decided(), await decided({ occurredOn: '2026-11-08' })];
    const { jobId } = await one.call('cases.startBatchIssue', { ids: views.map(({ record }) => record.id) });
    await one.call('jobs.cancel', { id: jobId });
    expect((await finished(jobId)).state).toBe('cancelled');
    for (const { record } of views) {
      const after = await one.call('cases.read', { id: record.id });
      expect(after.record).toEqual(record);
    }
    expect((await one.call('papers.list', {})).papers).toEqual([]);
    expect((await one.refused('cases.batchIssue', { jobId })).code).toBe('not-found');
  });

  it('leaves a case alone that somebody changes while the papers are made', async () => {
    const changed = await decided();
    const calm = await decided({ occurredOn: '2026-11-08' });
    const started = one.call('cases.startBatchIssue', { ids: [changed.record.id, calm.record.id] });
    const { jobId } = await started;
    await one.call('cases.addNote', { id: changed.record.id, rev: changed.record.rev, text: '先等一等' });
    expect((await finished(jobId)).state).toBe('done');
    const { cases } = await one.call('cases.batchIssue', { jobId });
    const told = new Map(cases.map(({ caseId, problem }) => [caseId, problem]));
    expect(told.get(calm.record.id)).toBeNull();
    const after = await one.call('cases.read', { id: changed.record.id });
    // Either the note came first and the case was left alone, or it was issued with the note in it.
    expect(after.record.notes).toHaveLength(1);
    expect(after.record.state === 'issued').toBe(told.get(changed.record.id) === null);
    expect((await one.call('papers.list', {})).papers).toHaveLength(
      cases.filter(({ problem }) => problem === null).length,
    );
  });

  it('shows its result to nobody but whoever began it', async () => {
    const view = await decided();
    const { jobId } = await one.call('cases.startBatchIssue', { ids: [view.record.id] });
    await finished(jobId);
    const other = await desk.everyone();
    expect((await other.refused('cases.batchIssue', { jobId })).code).toBe('not-found');
  });

  it('hands out the issued files as one zip with a list of contents', async () => {
    const views = [await decided(), await decided({ occurredOn: '2026-11-08' })];
    const { jobId } = await one.call('cases.startBatchIssue', { ids: views.map(({ record }) => record.id) });
    await finished(jobId);
    const file = await one.call('cases.batchIssueFiles', { jobId });
    const zip = await JSZip.loadAsync(Buffer.from(file.base64, 'base64'));
    const { papers } = await one.call('papers.list', {});
    expect(papers).toHaveLength(2);
    for (const { id, fileName } of papers) {
      const issued = await one.call('papers.read', { id });
      expect(await zip.file(fileName)?.async('base64')).toBe(issued.base64);
    }
    expect(Object.keys(zip.files)).toContain('目录.docx');
  });

  it('fills a form of the school beside the house forms', async () => {
    const house = await one.call('papers.houseForm', { form: 'circular' });
    const own = await JSZip.loadAsync(Buffer.from(house.base64, 'base64'));
    const xml = (await own.file('word/document.xml')?.async('string')) ?? '';
    const marked = xml.replace('<w:body>', '<w:body><w:p><w:r><w:t>本校自用格式</w:t></w:r></w:p>');
    expect(marked).not.toBe(xml);
    own.file('word/document.xml', marked);
    await one.call('papers.saveTemplate', {
      form: 'circular',
      rev: 0,
      file: { ...house, base64: await own.generateAsync({ type: 'base64' }) },
    });
    const circular = await decided();
    const heard = await acts.hear(
      await acts.notify(await acts.establish(await acts.register({ occurredOn: '2026-11-08' }))),
    );
    const letter = await acts.decide(heard, decisionOf('criticism-written'));
    const { jobId } = await one.call('cases.startBatchIssue', {
      ids: [circular.record.id, letter.record.id],
    });
    await finished(jobId);
    const { cases } = await one.call('cases.batchIssue', { jobId });
    expect(cases.map(({ problem }) => problem)).toEqual([null, null]);
    const texts = await Promise.all(
      cases.map(async ({ papers }) => {
        const file = await one.call('papers.read', { id: papers[0]?.issuedPaperId ?? '' });
        const zip = await JSZip.loadAsync(Buffer.from(file.base64, 'base64'));
        return ((await zip.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]+>/g, '');
      }),
    );
    expect(texts[0]).toContain('本校自用格式');
    expect(texts[0]).toContain('王立新');
    expect(texts[0]).not.toMatch(/[{}]/);
    expect(texts[1]).not.toContain('本校自用格式');
    // Issued again it is the same file, and a draft looks like it too.
    const { record } = await one.call('cases.read', { id: circular.record.id });
    const paperId = record.papers[0]?.id ?? '';
    const again = await one.call('cases.issueNotice', { id: record.id, rev: record.rev, paperId });
    expect(again.record.rev).toBe(record.rev);
  });
});

describe('the list', () => {
  it('says what moves each case on and how many papers wait, and exports the columns in view', async () => {
    const view = await decided();
    const { cases } = await one.call('cases.list', {});
    expect(cases).toMatchObject([
      { number: '问责〔2026〕1号', route: 'light', nextAct: 'issueNotice', papersDue: 1 },
    ]);
    const file = await one.call('cases.exportList', {
      ids: [view.record.id],
      columns: ['number', 'route', 'nextAct'],
    });
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(Buffer.from(file.base64, 'base64')).buffer);
    const texts: string[][] = [];
    book.worksheets[0]?.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell((cell) => cells.push(cell.text));
      texts.push(cells);
    });
    expect(texts).toContainEqual(['序号', '案号', '办理方式', '下一步']);
    expect(texts).toContainEqual(['1', '问责〔2026〕1号', '简易办理', '印发文书']);
  });
});
