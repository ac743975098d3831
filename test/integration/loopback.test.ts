import { request } from 'node:http';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLoopback, type Loopback } from '../../electron/loopback/host.ts';
import { prepareHost, type HostGround } from '../support/host-desk.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let ground: HostGround;
let host: Loopback;

beforeEach(async () => {
  ground = await prepareHost();
  host = await startLoopback({
    desk: await ground.openDesk(),
    rendererDir: ground.rendererDir,
    port: 0,
    log: { error: () => undefined, info: () => undefined },
    bodyLimit: 1024,
  });
});

afterEach(async () => {
  await host.close();
  await ground.dispose();
});

/** Sends the path as it is written: fetch would tidy it up first. */
const ask = (path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.origin);
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });

const pathOf = (url: string): string => url.slice(host.origin.length);

const enter = async (): Promise<string> => {
  const answer = await ask(pathOf(host.issueUrl()));
  const [cookie] = answer.headers['set-cookie'] ?? [];
  if (!cookie) throw new Error(`no cookie: ${String(answer.status)}`);
  return cookie.split(';')[0] ?? '';
};

const call = (channel: string, cookie: string, asking: Asking = {}): Promise<Answer> =>
  ask(`/call/${channel}`, {
    method: 'POST',
    body: '{}',
    ...asking,
    headers: { cookie, 'content-type': 'application/json', ...asking.headers },
  });

describe('the way in', () => {
  it('is a token that works once, exchanged for a cookie that no script and no other site can use', async () => {
    const path = pathOf(host.issueUrl());
    const first = await ask(path);
    expect(first.status).toBe(302);
    expect(first.headers['location']).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^mingze-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    const second = await ask(path);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect((await ask('/?token=guess')).status).toBe(403);
  });

  it('lets nobody look or call without the cookie', async () => {
    expect((await ask('/')).status).toBe(401);
    const refused = await call('setup.status', 'mingze=nothing');
    expect(refused.status).toBe(401);
    expect(JSON.parse(refused.text)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('gives each cookie a session of its own', async () => {
    const [one, other] = [await enter(), await enter()];
    const school = {
      name: '青禾市第一中学',
      documentCode: '青一中',
      stage: 'junior',
      ownership: 'public',
      authority: '青禾市教育局',
    };
    const administrator = { accountName: 'zhoumin', name: '周敏', password: 'correct horse 9' };
    const founded = await call('setup.createSchool', one, {
      body: JSON.stringify({ school, administrator }),
    });
    expect(JSON.parse(founded.text)).toMatchObject({ ok: true });
    expect(JSON.parse((await call('accounts.session', one)).text)).toMatchObject({
      value: { user: { accountName: 'zhoumin' } },
    });
    expect(JSON.parse((await call('accounts.session', other)).text)).toMatchObject({ value: { user: null } });
  });
});

describe('requests from elsewhere', () => {
  it.each(['evil.example', 'localhost:1', '127.0.0.1'])(
    'are refused under the host name %s',
    async (name) => {
      const cookie = await enter();
      expect((await ask('/', { headers: { cookie, host: name } })).status).toBe(403);
      expect((await call('setup.status', cookie, { headers: { host: name } })).status).toBe(403);
    },
  );

  it.each([{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'are refused with %j',
    async (headers) => {
      const cookie = await enter();
      expect((await call('setup.status', cookie, { headers })).status).toBe(403);
    },
  );

  it('get no leave from CORS', async () => {
    const cookie = await enter();
    const preflight = await ask('/call/setup.status', {
      method: 'OPTIONS',
      headers: { cookie, origin: host.origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(405);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('calls', () => {
  it('answer as they do on the screen', async () => {
    const answer = await call('setup.status', await enter(), { headers: { origin: host.origin } });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(JSON.parse(answer.text)).toMatchObject({
      ok: true,
      value: { stage: 'new-school', folder: ground.dataDir, canPickFolder: false },
    });
  });

  it('take JSON by POST alone, and no more of it than is allowed', async () => {
    const cookie = await enter();
    expect((await call('setup.status', cookie, { method: 'GET', body: '' })).status).toBe(405);
    const form = { headers: { 'content-type': 'text/plain' } };
    expect((await call('setup.status', cookie, form)).status).toBe(415);
    expect((await call('setup.status', cookie, { body: '{' })).status).toBe(400);
    const long = JSON.stringify({ text: '长'.repeat(1024) });
    expect((await call('setup.status', cookie, { body: long })).status).toBe(413);
    const chunked = { body: long, headers: { 'transfer-encoding': 'chunked' } };
    expect((await call('setup.status', cookie, chunked)).status).toBe(413);
  });

  it.each(['nothing.here', '__proto__', 'setup.status/../x'])(
    'refuse the unknown channel %s',
    async (name) => {
      const answer = await call(name, await enter());
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    },
  );

  it('name the fields at fault', async () => {
    const answer = await call('setup.useFolder', await enter(), { body: '{"folder":""}' });
    expect(JSON.parse(answer.text)).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: [{ path: 'folder', message: '请选择数据文件夹' }] },
    });
  });
});

describe('files', () => {
  it('come with their kind and a policy that lets no foreign script in', async () => {
    const cookie = await enter();
    const page = await ask('/', { headers: { cookie } });
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const script = await ask('/assets/index-abc.js', { headers: { cookie } });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '/assets/%00.html',
    '//secret.html/../../secret.html',
    '/%E0%A4%A.html',
    '/nothing.html',
    '/assets',
  ])('outside of the screens are not found: %s', async (path) => {
    const answer = await ask(path, { headers: { cookie: await enter() } });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('not for browsers');
  });

  it('are not followed out of the folder through a link', async () => {
    await symlink(join(ground.root, 'secret.html'), join(ground.rendererDir, 'link.html'));
    const answer = await ask('/link.html', { headers: { cookie: await enter() } });
    expect(answer.status).toBe(404);
  });
});
