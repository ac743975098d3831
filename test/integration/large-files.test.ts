import { createHash, randomBytes } from 'node:crypto';
import { readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNCLAIMED_MS, sweepUploads } from '../../electron/features/uploads.ts';
import { nodeDisk, type Disk } from '../../electron/store/disk.ts';
import type { LargeFileCommand, OpenedFile } from '../../shared/kernel/large-file.ts';
import { caseActs, target, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { createFaultyDisk } from '../fault/faulty-disk.ts';
import { report, signIn } from '../support/lead-desk.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { bytesOfOpened } from '../support/opened-file.ts';

const PIECE = 4 * 1024 * 1024;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let desk: TestDesk;
let one: Caller;
const acts = caseActs(() => one);

const prepare = async (disk?: Disk): Promise<void> => {
  desk = await openDesk(disk ? { disk } : {});
  one = await desk.everyone();
  await hirePeople(desk);
};
beforeEach(() => prepare());
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const begin = async (
  size: number,
  name = '监控录像.mp4',
  purpose: LargeFileCommand = 'cases.attachEvidence',
  who = one,
): Promise<string> => (await who.call('files.begin', { for: purpose, name, mime: 'video/mp4', size })).upload;

const send = async (upload: string, bytes: Buffer, who = one): Promise<void> => {
  for (let from = 0; from < bytes.byteLength;) {
    const base64 = bytes.subarray(from, from + PIECE).toString('base64');
    from = (await who.call('files.send', { upload, from, base64 })).received;
  }
};
const uploaded = async (bytes: Buffer, name?: string, purpose?: LargeFileCommand): Promise<string> => {
  const upload = await begin(bytes.byteLength, name, purpose);
  await send(upload, bytes);
  expect(await one.call('files.finish', { upload })).toEqual({
    hash: hashOf(bytes),
    size: bytes.byteLength,
  });
  return upload;
};
const attach = (view: View, upload: string, title = '走廊录像'): Promise<View> =>
  one.call('cases.attachEvidence', { ...target(view), title, file: { upload } });
const left = async (): Promise<string[]> => readdir(join(desk.dir, 'temp'));
const opened = (view: View, at = 0): Promise<OpenedFile> =>
  one.call('cases.openEvidence', {
    id: view.record.id,
    evidenceId: view.record.evidence[at]?.id ?? '',
  });

describe('a large file', () => {
  it('goes in piece by piece and comes out whole or in part, after a restart as well', async () => {
    const bytes = randomBytes(21 * 1024 * 1024 + 17);
    const view = await attach(await acts.register(), await uploaded(bytes));
    expect(view.record.evidence[0]?.file).toEqual({
      hash: hashOf(bytes),
      name: '监控录像.mp4',
      mime: 'video/mp4',
      size: bytes.byteLength,
    });
    expect(await left()).toEqual([]);
    await desk.restart();
    one = await desk.everyone();
    const file = await opened(view);
    expect((await bytesOfOpened(desk, one, file)).equals(bytes)).toBe(true);
    const part: Uint8Array[] = [];
    for await (const piece of desk.app().file(file.ticket, one.session)?.read(5_000_000, 9_000_001) ?? [])
      part.push(piece);
    expect(Buffer.concat(part).equals(bytes.subarray(5_000_000, 9_000_001))).toBe(true);
  });

  it('may go to a lead as well, two at once', async () => {
    const [one1, two] = [randomBytes(PIECE + 1), randomBytes(2 * PIECE)];
    const [first, second] = [
      await begin(one1.byteLength, '一.mp4', 'leads.attach'),
      await begin(two.byteLength, '二.mp4', 'leads.attach'),
    ];
    await Promise.all([send(first, one1), send(second, two)]);
    await Promise.all([first, second].map((upload) => one.call('files.finish', { upload })));
    const { view } = await one.call('leads.register', report);
    let lead = await one.call('leads.attach', {
      id: view.lead.id,
      rev: view.lead.rev,
      file: { upload: first },
    });
    lead = await one.call('leads.attach', {
      id: view.lead.id,
      rev: lead.lead.rev,
      file: { upload: second },
    });
    const seen = await one.call('leads.openAttachment', {
      id: view.lead.id,
      attachmentId: lead.lead.attachments[1]?.id ?? '',
    });
    expect((await bytesOfOpened(desk, one, seen)).equals(two)).toBe(true);
  });

  it('is packed into the case file without being held', async () => {
    const bytes = randomBytes(40 * 1024 * 1024);
    const view = await attach(await acts.register(), await uploaded(bytes));
    const { jobId } = await one.call('cases.startFileExport', { id: view.record.id, kind: 'zip' });
    for (;;) {
      const { state } = await one.call('jobs.view', { id: jobId });
      if (state !== 'running') break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const file = await one.call('jobs.openFile', { jobId });
    const packed = await bytesOfOpened(desk, one, file);
    expect(hashOf(packed)).toBe(file.hash);
    const zip = await JSZip.loadAsync(packed);
    expect((await zip.file('04 证据/01 走廊录像.mp4')?.async('nodebuffer'))?.equals(bytes)).toBe(true);
    // Fetched once, gone.
    expect((await one.refused('jobs.file', { jobId })).code).toBe('not-found');
  });

  it('is not opened, nor packed, once it is another one on the disk', async () => {
    const bytes = randomBytes(40 * 1024 * 1024);
    const view = await attach(await acts.register(), await uploaded(bytes));
    const path = join(desk.dir, 'files', hashOf(bytes));
    await writeFile(path, randomBytes(1), { flag: 'r+' });
    const evidenceId = view.record.evidence[0]?.id ?? '';
    const refused = await one.refused('cases.openEvidence', { id: view.record.id, evidenceId });
    expect(refused).toMatchObject({ code: 'storage' });
    expect(refused.message).toContain('与登记时的内容不一致');
    const { jobId } = await one.call('cases.startFileExport', { id: view.record.id, kind: 'zip' });
    let job = await one.call('jobs.view', { id: jobId });
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      job = await one.call('jobs.view', { id: jobId });
    }
    expect(job).toMatchObject({ state: 'failed', error: { code: 'storage' } });
    await truncate(path, 100);
    expect((await one.refused('cases.openEvidence', { id: view.record.id, evidenceId })).code).toBe(
      'storage',
    );
  });
});

describe('an upload', () => {
  it('is refused before its first byte to whoever may not give the command, and beyond 2 GB', async () => {
    const input = { for: 'cases.attachEvidence', name: '录像.mp4', mime: '', size: 5 } as const;
    expect((await desk.connect().refused('files.begin', input)).code).toBe('forbidden');
    const other = await signIn(desk, one, { accountName: 'reader', name: '读者', roles: ['reader'] });
    expect(await other.refused('files.begin', input)).toMatchObject({
      code: 'forbidden',
      message: '您的角色没有这项权限，请联系系统管理员。',
    });
    const large = await one.refused('files.begin', { ...input, size: 2 * 1024 ** 3 + 1 });
    expect(large.message).toContain('超过 2 GB');
    expect((await one.refused('files.begin', { ...input, size: 0 })).message).toContain('空的');
    expect(await left()).toEqual([]);
  });

  it('belongs to the session that began it, and to the command that it was begun for', async () => {
    const bytes = randomBytes(100);
    const upload = await uploaded(bytes);
    const other = await desk.everyone();
    const view = await acts.register();
    const evidence = { ...target(view), title: '录像', file: { upload } };
    expect((await other.refused('cases.attachEvidence', evidence)).code).toBe('not-found');
    expect((await other.refused('files.finish', { upload })).code).toBe('not-found');
    await other.call('files.drop', { upload });
    const forLead = await uploaded(bytes, '录像.mp4', 'leads.attach');
    expect(
      await one.refused('cases.attachEvidence', { ...evidence, file: { upload: forLead } }),
    ).toMatchObject({ code: 'forbidden' });
    expect((await attach(view, upload)).record.evidence).toHaveLength(1);
    // Named once, it is no upload any more.
    expect((await one.refused('cases.attachEvidence', evidence)).code).not.toBe('internal');
  });

  it('counts a piece once, and takes none out of turn nor more than was told', async () => {
    const bytes = randomBytes(3000);
    const upload = await begin(bytes.byteLength);
    const piece = (from: number, to: number) =>
      ({ upload, from, base64: bytes.subarray(from, to).toString('base64') }) as const;
    expect(await one.call('files.send', piece(0, 1000))).toEqual({ received: 1000 });
    expect(await one.call('files.send', piece(0, 1000))).toEqual({ received: 1000 });
    expect((await one.refused('files.send', piece(2000, 3000))).code).toBe('invalid');
    expect((await one.refused('files.finish', { upload })).message).toContain('没有传完整');
    expect(
      (
        await one.refused('cases.attachEvidence', {
          ...target(await acts.register()),
          title: '录像',
          file: { upload },
        })
      ).message,
    ).toContain('还没有传完');
    await one.call('files.send', piece(1000, 3000));
    expect((await one.refused('files.send', { upload, from: 3000, base64: 'AAAA' })).code).toBe('invalid');
    expect((await one.call('files.finish', { upload })).hash).toBe(hashOf(bytes));
  });

  it('leaves nothing when it is given up, cut off by a restart, or not claimed in time', async () => {
    const dropped = await begin(2 * PIECE);
    await send(dropped, randomBytes(PIECE));
    await one.call('files.drop', { upload: dropped });
    expect((await one.refused('files.send', { upload: dropped, from: PIECE, base64: 'AAAA' })).code).toBe(
      'not-found',
    );
    expect(await left()).toEqual([]);
    const late = await uploaded(randomBytes(1000));
    desk.clock.advance(UNCLAIMED_MS - 1);
    await sweepUploads(desk.app().store, desk.clock.now());
    expect(await left()).toHaveLength(1);
    desk.clock.advance(1);
    await sweepUploads(desk.app().store, desk.clock.now());
    expect(await left()).toEqual([]);
    one = await desk.everyone();
    const view = await acts.register();
    expect(
      await one.refused('cases.attachEvidence', { ...target(view), title: '录像', file: { upload: late } }),
    ).toMatchObject({ code: 'not-found', message: '这份文件没有传完或放置太久，已经作废，请重新选择文件。' });
    await send(await begin(2 * PIECE), randomBytes(PIECE));
    await desk.restart();
    expect(await left()).toEqual([]);
    one = await desk.everyone();
  });

  it('of a command that was refused leaves nothing among the attachments, and may be named again', async () => {
    const bytes = randomBytes(5000);
    const upload = await uploaded(bytes);
    const view = await acts.register();
    const before = await readdir(join(desk.dir, 'files'));
    const gone = { ...target(view), title: '录像', collectorId: 'nobody', file: { upload } };
    await one.refused('cases.attachEvidence', gone);
    expect(await readdir(join(desk.dir, 'files'))).toEqual(before);
    expect((await attach(view, upload)).record.evidence[0]?.file.hash).toBe(hashOf(bytes));
    expect(await left()).toEqual([]);
  });
});

describe('a ticket', () => {
  it('is good for the one who opened the file, as long as they are logged in and not locked', async () => {
    const view = await attach(await acts.register(), await uploaded(randomBytes(100)));
    const { ticket } = await opened(view);
    const file = (session = one.session) => desk.app().file(ticket, session);
    expect(file()).toBeDefined();
    expect(desk.app().file(ticket, undefined)).toBeDefined();
    expect(file((await desk.everyone()).session)).toBeUndefined();
    expect(desk.app().file('guess', one.session)).toBeUndefined();
    await one.call('accounts.lock', {});
    expect(file()).toBeUndefined();
    await one.call('accounts.unlock', { password: 'correct horse 9' });
    expect(file()).toBeDefined();
    await one.call('accounts.logout', {});
    expect(file()).toBeUndefined();
    expect(desk.app().file(ticket, undefined)).toBeUndefined();
  });

  it('does not keep a screen awake that was left', async () => {
    const view = await attach(await acts.register(), await uploaded(randomBytes(100)));
    const { ticket } = await opened(view);
    desk.clock.advance(14 * 60_000);
    desk.app().file(ticket, one.session);
    desk.clock.advance(60 * 60_000);
    expect(desk.app().file(ticket, one.session)).toBeUndefined();
    expect(one.session.locked).toBe(true);
  });
});

describe('a disk', () => {
  it('without room is told before the first byte', async () => {
    await desk.dispose();
    await prepare({ ...nodeDisk, freeBytes: async () => 250 * 1024 * 1024 });
    const refused = await one.refused('files.begin', {
      for: 'cases.attachEvidence',
      name: '录像.mp4',
      mime: '',
      size: 300 * 1024 * 1024,
    });
    expect(refused).toMatchObject({ code: 'storage' });
    expect(refused.message).toContain('磁盘空间不足：这个文件 300 MB');
  });

  it('that fills up in mid-stream ends the upload with a word, and the next one goes through', async () => {
    await desk.dispose();
    let full = false;
    const { disk } = createFaultyDisk(({ op, path }) =>
      full && op === 'write' && path.includes('temp') ? 'ENOSPC' : undefined,
    );
    await prepare(disk);
    const bytes = randomBytes(3 * PIECE);
    const upload = await begin(bytes.byteLength);
    await send(upload, bytes.subarray(0, PIECE));
    full = true;
    const refused = await one.refused('files.send', {
      upload,
      from: PIECE,
      base64: bytes.subarray(PIECE, 2 * PIECE).toString('base64'),
    });
    full = false;
    expect(refused).toMatchObject({ code: 'storage' });
    expect(refused.message).toContain('磁盘已满');
    expect(await left()).toEqual([]);
    expect((await one.refused('files.finish', { upload })).code).toBe('not-found');
    const view = await attach(await acts.register(), await uploaded(bytes));
    expect(view.record.evidence).toHaveLength(1);
  });
});
