import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../electron/app/create-app.ts';
import { channels, isChannelName, type ChannelName } from '../../shared/channels.ts';
import { permissionsOf, roleIds, type RoleId } from '../../shared/features/accounts/permissions.ts';
import { setupChannels } from '../../shared/features/setup/channels.ts';
import type { Result } from '../../shared/kernel/result.ts';
import {
  administrator,
  openDesk,
  resourcesDir,
  testSchool,
  type Caller,
  type TestDesk,
} from '../support/harness.ts';

const names = Object.keys(channels).filter(isChannelName);
/** Answered by the desk that opens the data folder. */
const ofTheDesk = new Set(Object.keys(setupChannels));
const answered = names.filter((name) => !ofTheDesk.has(name));

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

let desk: TestDesk;
let admin: Caller;
const byRole = new Map<RoleId, Caller>();

beforeAll(async () => {
  desk = await openDesk();
  admin = desk.connect();
  await admin.call('setup.createSchool', { school: testSchool, administrator });
  for (const role of roleIds) {
    const accountName = `user.${role}`;
    const draft = { accountName, name: '林晓', roles: [role], staffId: null };
    const { temporaryPassword } = await admin.call('accounts.create', draft);
    const one = desk.connect();
    await one.call('accounts.login', { accountName, password: temporaryPassword });
    await one.call('accounts.changePassword', { current: temporaryPassword, next: `own words of ${role}` });
    byRole.set(role, one);
  }
});

afterAll(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const callerOf = (role: RoleId): Caller => {
  const one = byRole.get(role);
  if (!one) throw new Error(`nobody is ${role}`);
  return one;
};

describe('the channels', () => {
  it('are each declared once, in the file of their feature', async () => {
    const root = fileURLToPath(new URL('../../shared/features', import.meta.url));
    const declared: string[] = [];
    // A feature of many parts declares the channels of each beside its rules.
    const files = (await readdir(root, { recursive: true })).filter(
      (path) => basename(path) === 'channels.ts',
    );
    for (const file of files) {
      const module: unknown = await import(join(root, file));
      if (typeof module !== 'object' || module === null) throw new Error(`${file} declares nothing`);
      for (const [name, map] of Object.entries(module)) {
        const value: unknown = map;
        if (name.endsWith('Channels') && typeof value === 'object' && value !== null) {
          declared.push(...Object.keys(value));
        }
      }
    }
    expect([...declared].sort()).toEqual([...new Set(declared)].sort());
    expect([...declared].sort()).toEqual([...names].sort());
  });

  it.each(['no.such', 'toString', '__proto__', 'constructor', ''])(
    'an unknown one (%s) is answered, not thrown',
    async (channel) => expect(codeOf(await admin.raw(channel, {}))).toBe('not-found'),
  );

  it('are all answered by the app, but for those of the desk', async () => {
    for (const name of names) {
      const code = codeOf(await desk.connect().raw(name, undefined));
      expect([name, code === 'not-found']).toEqual([name, ofTheDesk.has(name)]);
    }
  });
});

describe('who may call', () => {
  const expected = (name: ChannelName, role: RoleId): string => {
    const { access } = channels[name];
    const open = access === 'public' || access === 'signed-in' || permissionsOf([role]).has(access);
    // Nothing at all is no valid input anywhere, so whoever gets past the permission is told that.
    return open ? 'invalid' : 'forbidden';
  };

  it.each(roleIds)('%s: refused just where the role lacks the permission', async (role) => {
    const one = callerOf(role);
    const matrix = await Promise.all(
      answered.map(async (name) => [name, codeOf(await one.raw(name, undefined))]),
    );
    expect(matrix).toEqual(answered.map((name) => [name, expected(name, role)]));
  });

  it('nobody: only what stands before the login', async () => {
    for (const name of answered) {
      const code = codeOf(await desk.connect().raw(name, undefined));
      expect([name, code]).toEqual([name, channels[name].access === 'public' ? 'invalid' : 'forbidden']);
    }
  });

  it('a locked screen: only what stands before the login', async () => {
    const one = callerOf('principal');
    await one.call('accounts.lock', {});
    for (const name of answered) {
      const code = codeOf(await one.raw(name, undefined));
      expect([name, code]).toEqual([name, channels[name].access === 'public' ? 'invalid' : 'locked']);
    }
    await one.call('accounts.unlock', { password: 'own words of principal' });
  });

  it('the role is told by what it lacks, in Chinese', async () => {
    const failure = await callerOf('reader').refused('accounts.list', {});
    expect(failure).toEqual({ code: 'forbidden', message: '您的角色没有这项权限，请联系系统管理员。' });
  });
});

describe('what may be sent', () => {
  it.each([[null], [[]], ['x'], [7], [{ minutes: 'many' }], [{ minutes: 1e9 }], [{ minute: 5 }]])(
    '%j is refused with the field at fault',
    async (input) => {
      const result = await admin.raw('accounts.setAutoLock', input);
      expect(codeOf(result)).toBe('invalid');
      if (!result.ok) {
        expect(result.error.fields?.length).toBeGreaterThan(0);
        expect(result.error.message).toMatch(/^[^a-zA-Z]*$/);
      }
    },
  );

  it('names nested fields by their path', async () => {
    const result = await desk.connect().raw('setup.createSchool', {
      school: { ...testSchool, name: ' ' },
      administrator: { ...administrator, password: 'short' },
    });
    expect(result.ok ? [] : result.error.fields).toEqual([
      { path: 'school.name', message: '请填写学校全称' },
      { path: 'administrator.password', message: '密码至少 8 位' },
    ]);
  });

  it('a revision that is no longer current is a conflict', async () => {
    const { accounts } = await admin.call('accounts.list', {});
    const target = accounts.find(({ accountName }) => accountName === 'user.reader');
    if (!target) throw new Error('the reader is missing');
    const change = { id: target.id, name: '林晓', roles: target.roles, staffId: null, active: true };
    const failure = await admin.refused('accounts.update', { ...change, rev: target.rev + 1 });
    expect(failure.code).toBe('conflict');
  });
});

describe('a defect of ours', () => {
  it('answers `internal` with a reference that the log has too, changes nothing and goes on', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'mingze-defect-'));
    const logged: string[] = [];
    let broken = false;
    const app = await createApp({
      dataDir: dir,
      clock: { now: () => Date.parse('2026-11-24T01:00:00.000Z') },
      newId: () => {
        if (!broken) return randomUUID();
        broken = false;
        throw new TypeError('a bug');
      },
      log: {
        error: (message, cause) => void logged.push(`${message} ${String(cause)}`),
        info: () => undefined,
      },
      resourcesDir,
    });
    const session = app.connect();
    broken = true;
    const input = { school: testSchool, administrator };
    const result = await app.call('setup.createSchool', input, session);
    expect(codeOf(result)).toBe('internal');
    const reference = /编号 ([0-9A-F]{8})/.exec(result.ok ? '' : result.error.message)?.[1];
    expect(reference).toBeDefined();
    expect(logged).toEqual([`defect ${String(reference)} TypeError: a bug`]);
    expect(codeOf(await app.call('setup.createSchool', input, session))).toBe('ok');
    await app.close();
    expect(codeOf(await app.call('accounts.session', {}, session))).toBe('locked');
    await rm(dir, { recursive: true, force: true });
  });
});
