import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { startLoopback, type Loopback } from '../../electron/loopback/host.ts';
import { UPLOAD_PIECE } from '../../shared/kernel/large-file.ts';
import { prepareHost, type HostGround } from '../support/host-desk.ts';

const idSchema = z.object({ id: z.string(), rev: z.number() });

let ground: HostGround;
let host: Loopback;
let cookie = '';
const complaints: string[] = [];

const enter = async (): Promise<string> => {
  const answer = await fetch(host.issueUrl(), { redirect: 'manual' });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

beforeEach(async () => {
  ground = await prepareHost();
  host = await startLoopback({
    desk: await ground.openDesk(),
    rendererDir: ground.rendererDir,
    port: 0,
    log: { error: (message) => void complaints.push(message), info: () => undefined },
  });
  cookie = await enter();
  await call('setup.createSchool', {
    school: {
      name: '青禾市第一中学',
      documentCode: '青一中',
      stage: 'junior',
      ownership: 'public',
      authority: '青禾市教育局',
    },
    administrator: { accountName: 'zhoumin', name: '周敏', password: 'correct horse 9' },
  });
  const { accounts } = await call('accounts.list', {});
  const [own] = z.array(idSchema).parse(accounts);
  await call('accounts.update', {
    ...own,
    name: '周敏',
    roles: ['administrator', 'office'],
    staffId: null,
    active: true,
  });
});

afterEach(async () => {
  await host.close();
  await ground.dispose();
  // A browser that went away is nothing that went wrong.
  expect(complaints).toEqual([]);
});

const answerOf = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) });
const call = async (channel: string, input: unknown): Promise<Record<string, unknown>> => {
  const answer = await fetch(`${host.origin}/call/${channel}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return answerOf.parse(await answer.json()).value;
};

/** A lead with a recording, and the ticket of the recording once it is opened. */
const opened = async (bytes: Buffer): Promise<string> => {
  const { view } = await call('leads.register', {
    channel: 'parent',
    way: 'phone',
    receivedOn: '2026-11-20',
    content: '走廊里发生冲突。',
    replyTo: 'source',
    source: { name: '陈某', contact: '', note: '' },
  });
  const { id, rev } = idSchema.parse(z.object({ lead: z.unknown() }).parse(view).lead);
  const begun = { for: 'leads.attach', name: '录像.mp4', mime: '', size: bytes.byteLength };
  const { upload } = await call('files.begin', begun);
  for (let from = 0; from < bytes.byteLength; from += UPLOAD_PIECE)
    await call('files.send', {
      upload,
      from,
      base64: bytes.subarray(from, from + UPLOAD_PIECE).toString('base64'),
    });
  await call('files.finish', { upload });
  const after = await call('leads.attach', { id, rev, file: { upload } });
  const [attachment] = z
    .object({ attachments: z.array(z.object({ id: z.string() })) })
    .parse(after['lead']).attachments;
  const { ticket } = await call('leads.openAttachment', { id, attachmentId: attachment?.id });
  return String(ticket);
};

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${host.origin}${path}`, { headers: { cookie, ...headers } });

it('sends a stored file in whole and by ranges to the browser that opened it', async () => {
  const bytes = randomBytes(9 * 1024 * 1024 + 3);
  const path = `/files/${await opened(bytes)}`;
  const whole = await get(path);
  expect(whole.status).toBe(200);
  expect(whole.headers.get('accept-ranges')).toBe('bytes');
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  const part = await get(path, { range: 'bytes=4194000-4195000' });
  expect(part.status).toBe(206);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(4_194_000, 4_195_001))).toBe(true);
  expect((await get(path, { range: `bytes=${String(bytes.byteLength)}-` })).status).toBe(416);
  expect((await fetch(`${host.origin}${path}`)).status).toBe(401);
  expect((await get(path, { cookie: await enter() })).status).toBe(404);
  expect((await get(path, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await get('/files/guess')).status).toBe(404);
  await call('accounts.lock', {});
  expect((await get(path)).status).toBe(404);
});

it('stops reading when the browser goes away, and answers the next one', async () => {
  const bytes = randomBytes(12 * 1024 * 1024);
  const path = `/files/${await opened(bytes)}`;
  const { hostname, port } = new URL(host.origin);
  await new Promise<void>((resolve, reject) => {
    const sent = request({ hostname, port, path, headers: { cookie }, agent: false }, (response) => {
      response.once('data', () => {
        response.destroy();
        resolve();
      });
    });
    sent.once('error', reject);
    sent.end();
  });
  expect((await get(path, { range: 'bytes=0-9' })).status).toBe(206);
});

it('keeps no half of a piece whose sending was cut off, and takes the piece again', async () => {
  const bytes = randomBytes(3 * 1024 * 1024);
  const { upload } = await call('files.begin', {
    for: 'leads.attach',
    name: '录像.mp4',
    mime: '',
    size: bytes.byteLength,
  });
  const piece = { upload, from: 0, base64: bytes.toString('base64') };
  const { hostname, port } = new URL(host.origin);
  const body = JSON.stringify(piece);
  await new Promise<void>((resolve) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': String(body.length) };
    const sent = request({ hostname, port, path: '/call/files.send', method: 'POST', headers, agent: false });
    sent.once('error', () => resolve());
    sent.write(body.slice(0, body.length / 2), () => sent.destroy(new Error('pulled')));
  });
  expect(await call('files.send', piece)).toEqual({ received: bytes.byteLength });
  expect(await call('files.finish', { upload })).toMatchObject({ size: bytes.byteLength });
  await call('files.drop', { upload });
  expect(await readdir(join(ground.dataDir, 'temp'))).toEqual([]);
});
