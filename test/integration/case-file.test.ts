import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPlaces } from '../../electron/features/kept-files.ts';
import type { FileExportKind } from '../../shared/features/cases/file-export.ts';
import type { KeptFile } from '../../shared/kernel/kept-file.ts';
import type { CasePaperForm } from '../../shared/features/cases/carrying-out.ts';
import { caseActs, decisionOf, target, type View } from '../support/case-acts.ts';
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
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const attach = (view: View, title: string, name: string, content: string): Promise<View> =>
  one.call('cases.attachEvidence', {
    ...target(view),
    title,
    origin: '总务处',
    file: { name, mime: 'text/plain', base64: base64(content) },
  });

const final = (
  view: View,
  form: CasePaperForm,
  about: { personId?: string; aboutId?: string } = {},
): Promise<View> => one.call('cases.issueRecord', { ...target(view), form, ...about });

/** A case of the ordinary route from its source to its service, with every paper of its course. */
const ordinary = async (): Promise<View> => {
  const { interview, finding, report, adopt, notify, hear, decide } = acts;
  let view = await acts.register({
    route: 'ordinary',
    source: { kind: 'report', note: '何思远当面反映', reporterId: 'he' },
  });
  view = await one.call('cases.addNote', { ...target(view), text: '内部备注：先别惊动本人。' });
  view = await attach(view, '门禁记录', '王立新 门禁.txt', '门禁 1');
  view = await acts.file(await acts.establish(view));
  const [clock] = view.clocks;
  view = await one.call('cases.extendClock', {
    ...target(view),
    clockId: clock?.id ?? '',
    dueOn: '2027-06-10',
    reason: '等待检测结果',
    approver: '李建国',
  });
  view = await interview(view, { id: 'wang', name: '王立新' });
  view = await interview(
    view,
    { id: 'he', name: '何思远' },
    {
      kind: 'complainant',
      capacity: '图书管理员',
      lines: [{ question: '你看到了什么？', answer: '他当晚不在。' }],
    },
  );
  view = await adopt(await report(await finding(view, 'wang')));
  view = await hear(await notify(view));
  const [, told] = view.record.investigation.interviews;
  for (const [form, about] of [
    ['filing', {}],
    ['interview', { personId: 'wang', aboutId: view.record.investigation.interviews[0]?.id ?? '' }],
    ['interview', { personId: 'he', aboutId: told?.id ?? '' }],
    ['report', {}],
    ['advance-notice', { personId: 'wang' }],
    ['statement-record', { personId: 'wang' }],
  ] as const)
    view = await final(view, form, about);
  view = await decide(
    view,
    decisionOf('warning', ['wang'], {
      grounds: [
        { kind: 'law', ref: 'education-law-29' },
        { kind: 'law', ref: 'sanction-rules-procedure' },
      ],
    }),
    [{ ruleId: 'article-unchecked', reason: '条号待上级转发文本后核对' }],
  );
  view = await final(view, 'meeting-record');
  view = await acts.serveAll(await acts.issueAll(view));
  return final(view, 'service-record', { personId: 'wang', aboutId: view.record.services[0]?.id ?? '' });
};

type Job = Awaited<ReturnType<typeof viewOf>>;
const viewOf = (id: string, who: Caller = one) => who.call('jobs.view', { id });

const ended = async (id: string): Promise<Job> => {
  for (;;) {
    const job = await viewOf(id);
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

interface Fetched {
  readonly file: KeptFile;
  readonly bytes: Buffer;
  readonly pieces: number;
}

const exported = async (id: string, kind: FileExportKind): Promise<Fetched> => {
  const { jobId } = await one.call('cases.startFileExport', { id, kind });
  expect(await ended(jobId)).toMatchObject({ state: 'done', progress: 1, title: '导出案卷' });
  const file = await one.call('jobs.file', { jobId });
  const pieces: Buffer[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const piece: { base64: string; next: number | null } = await one.call('jobs.readFile', {
      jobId,
      from,
    });
    pieces.push(Buffer.from(piece.base64, 'base64'));
    from = piece.next;
  }
  expect((await one.refused('jobs.file', { jobId })).code).toBe('not-found');
  const bytes = Buffer.concat(pieces);
  expect(bytes.byteLength).toBe(file.size);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.hash);
  return { file, bytes, pieces: pieces.length };
};

const documentText = async (docx: Uint8Array): Promise<string> => {
  const zip = await JSZip.loadAsync(docx);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '').join(''),
    )
    .join('\n');
};

describe('the complete file of a case', () => {
  it('is one book with every record of it, its papers, and a list of contents with pages', async () => {
    const view = await ordinary();
    const { file, bytes } = await exported(view.record.id, 'word');
    expect(file.name).toBe('问责〔2026〕1号 案卷.docx');
    const text = await documentText(bytes);
    for (const part of [
      '立案和调查',
      '询问和谈话',
      '证据目录',
      '告知、陈述和听证',
      '送达和执行',
      '期限和经过',
      '卷内文书',
      '当晚为什么离岗？',
      '李建国同意',
      '同意 3 票，不同意 0 票，弃权 0 票，通过',
      '由2027年5月10日延至2027年6月10日，李建国批准',
      '等待检测结果',
      '直接送达',
      '陈晓东、刘芳',
    ])
      expect(text).toContain(part);
    expect(view.record.decision?.overrides.map(({ ruleId }) => ruleId)).toEqual(['article-unchecked']);
    expect(text).toContain('条号待上级转发文本后核对');
    // The text of what was issued, made again from the record.
    expect(text).toContain('青禾市第一中学关于给予王立新警告处分的决定');
    expect(text).toContain('处分期间为6个月，自2026年11月20日起至2027年5月19日止');
    expect(text).toMatch(/一、登记[3-9]\n二、核实[3-9]\n/);
  });

  it('holds no internal note, and nothing that tells who reported the matter', async () => {
    const view = await ordinary();
    const { bytes } = await exported(view.record.id, 'word');
    const text = await documentText(bytes);
    expect(text).not.toContain('先别惊动本人');
    expect(text).not.toContain('何思远当面反映');
    expect(text).toContain('反映人当面反映');
    expect(text).not.toContain('他当晚不在');
    expect(text).toContain('反映人笔录1份');
    expect(text).not.toContain('何思远');
    const packed = await JSZip.loadAsync((await exported(view.record.id, 'zip')).bytes);
    expect(Object.keys(packed.files).filter((name) => name.includes('询问笔录'))).toHaveLength(1);
    for (const name of Object.keys(packed.files)) expect(name).not.toContain('反映人');
  });

  it('is one zip with every paper as it was issued, every proof, the record and its contents', async () => {
    const view = await ordinary();
    const { file, bytes } = await exported(view.record.id, 'zip');
    expect(file).toMatchObject({ name: '问责〔2026〕1号 案卷.zip', mime: 'application/zip' });
    const zip = await JSZip.loadAsync(bytes);
    const names = Object.keys(zip.files);
    expect(names).toEqual(expect.arrayContaining(['01 案卷记录.docx', '目录.docx', '目录.xlsx', '清单.txt']));
    const { papers } = await one.call('papers.list', { caseId: view.record.id });
    const wanted = papers.filter(({ title }) => !title.includes('反映人'));
    expect(names.filter((name) => name.startsWith('02 文书/'))).toHaveLength(wanted.length);
    for (const { id, fileName } of wanted) {
      const issued = await one.call('papers.read', { id });
      const packed = names.find((name) => name.endsWith(fileName));
      expect(await zip.file(packed ?? '')?.async('base64')).toBe(issued.base64);
    }
    expect(await zip.file('04 证据/01 门禁记录.txt')?.async('string')).toBe('门禁 1');
    const record = await documentText(
      (await zip.file('01 案卷记录.docx')?.async('uint8array')) ?? new Uint8Array(),
    );
    expect(record).toContain('卷内文书');
    const listed = await documentText((await zip.file('目录.docx')?.async('uint8array')) ?? new Uint8Array());
    expect(listed).toContain('门禁记录');
    expect(listed).toContain('青一中处〔2026〕1号');
  });

  it('names no child in the names of its files, its contents and its record', async () => {
    let view = await acts.register({
      matterCode: 'fighting',
      summary: '林小雨课间推打同学',
      subjects: [{ kind: 'pupil', id: 'lin' }],
    });
    view = await attach(view, '林小雨的说明', '林小雨.txt', '说明');
    view = await acts.notify(await acts.establish(view));
    view = await final(view, 'guardian-notice', { personId: 'lin' });
    const { bytes } = await exported(view.record.id, 'zip');
    const zip = await JSZip.loadAsync(bytes);
    const names = Object.keys(zip.files);
    expect(names).toContain('04 证据/01 七年级一名学生的说明.txt');
    expect(names.some((name) => name.includes('学生家长告知书（七年级一名学生）'))).toBe(true);
    for (const name of names) expect(name).not.toContain('林小雨');
    for (const part of ['01 案卷记录.docx', '目录.docx']) {
      const text = await documentText((await zip.file(part)?.async('uint8array')) ?? new Uint8Array());
      expect(text).not.toContain('林小雨');
      expect(text).toContain('七年级一名学生');
    }
    expect(await zip.file('清单.txt')?.async('string')).not.toContain('林小雨');
  });

  it('comes in pieces where it is large, and leaves nothing on the disk', async () => {
    let view = await acts.register();
    const big = Buffer.alloc(6 * 1024 * 1024);
    for (let at = 0; at < big.byteLength; at += 4)
      big.writeUInt32LE((at * 2_654_435_761) % 4_294_967_296, at);
    view = await one.call('cases.attachEvidence', {
      ...target(view),
      title: '录像',
      file: { name: '录像.mp4', mime: 'video/mp4', base64: big.toString('base64') },
    });
    const { bytes, pieces } = await exported(view.record.id, 'zip');
    expect(pieces).toBeGreaterThan(1);
    const zip = await JSZip.loadAsync(bytes);
    expect((await zip.file('04 证据/01 录像.mp4')?.async('nodebuffer'))?.equals(big)).toBe(true);
    expect(openPlaces()).toEqual([]);
  });

  it('can be stopped, and then there is no file', async () => {
    const view = await ordinary();
    for (const kind of ['zip', 'word'] as const) {
      const { jobId } = await one.call('cases.startFileExport', { id: view.record.id, kind });
      await one.call('jobs.cancel', { id: jobId });
      expect((await ended(jobId)).state).toBe('cancelled');
      expect((await one.refused('jobs.file', { jobId })).code).toBe('not-found');
    }
    expect(openPlaces()).toEqual([]);
  });

  it('is for whoever asked for it alone, and gives way to the next', async () => {
    const view = await acts.register();
    const { id } = view.record;
    const { jobId } = await one.call('cases.startFileExport', { id, kind: 'word' });
    await ended(jobId);
    const other = await desk.everyone();
    expect((await other.refused('jobs.file', { jobId })).code).toBe('not-found');
    expect((await other.refused('jobs.readFile', { jobId, from: 0 })).code).toBe('not-found');
    const { jobId: next } = await one.call('cases.startFileExport', { id, kind: 'word' });
    await ended(next);
    expect((await one.refused('jobs.file', { jobId })).code).toBe('not-found');
    expect((await one.call('jobs.file', { jobId: next })).size).toBeGreaterThan(1000);
    expect((await one.call('jobs.readFile', { jobId: next, from: 0 })).next).toBeNull();
    expect((await one.refused('cases.startFileExport', { id: 'nobody', kind: 'zip' })).code).toBe(
      'not-found',
    );
  });

  it('sweeps up what a run that was cut off left behind', async () => {
    // No process has this number: it is above what the system gives.
    const left = join(tmpdir(), 'mingze-export-99999999-left');
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'file'), '案卷');
    await exported((await acts.register()).record.id, 'word');
    expect(existsSync(left)).toBe(false);
  });

  it('says so where a proof is not what was registered', async () => {
    const view = await attach(await acts.register(), '录音', '录音.txt', '原来的内容');
    const hash = view.record.evidence[0]?.file.hash ?? '';
    await writeFile(`${desk.dir}/files/${hash}`, '换了的内容');
    const { jobId } = await one.call('cases.startFileExport', { id: view.record.id, kind: 'zip' });
    const job = await ended(jobId);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'storage' } });
    expect(openPlaces()).toEqual([]);
  });
});
