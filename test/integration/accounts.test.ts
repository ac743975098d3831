import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../shared/channels.ts';
import type { RoleId } from '../../shared/features/accounts/permissions.ts';
import { administrator, openDesk, testSchool, type Caller, type TestDesk } from '../support/harness.ts';

const MINUTE = 60_000;

let desk: TestDesk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const found = async (): Promise<Caller> => {
  const one = desk.connect();
  await one.call('setup.createSchool', { school: testSchool, administrator });
  return one;
};

const login = async (accountName: string, password: string): Promise<Caller> => {
  const one = desk.connect();
  await one.call('accounts.login', { accountName, password });
  return one;
};

const add = (
  admin: Caller,
  accountName: string,
  roles: RoleId[],
): Promise<ChannelOutput<'accounts.create'>> =>
  admin.call('accounts.create', { accountName, name: '林晓', roles, staffId: null });

/** A person who has replaced the temporary password. */
const settle = async (admin: Caller, accountName: string, roles: RoleId[], own: string): Promise<Caller> => {
  const made = await add(admin, accountName, roles);
  const one = await login(accountName, made.temporaryPassword);
  await one.call('accounts.changePassword', { current: made.temporaryPassword, next: own });
  return one;
};

type Account = ChannelOutput<'accounts.list'>['accounts'][number];

const accountOf = async (admin: Caller, name: string): Promise<Account> => {
  const { accounts } = await admin.call('accounts.list', {});
  const account = accounts.find(({ accountName }) => accountName === name);
  if (!account) throw new Error(`${name} is missing`);
  return account;
};

interface Line {
  readonly act: string;
  readonly who: { readonly userId: string; readonly name: string };
}

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'act' in value && 'who' in value;

const journalText = async (): Promise<string> => {
  const folder = join(desk.dir, 'journal');
  const names = (await readdir(folder)).sort();
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
};

const journal = async (): Promise<Line[]> =>
  (await journalText())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed: unknown = JSON.parse(line.slice(line.indexOf('{')));
      if (!isLine(parsed)) throw new Error(`not a journal line: ${line}`);
      return parsed;
    });

describe('founding', () => {
  it('makes school and administrator, logs the administrator in, and is over for ever', async () => {
    const view = await desk.connect().call('setup.createSchool', { school: testSchool, administrator });
    expect(view.user).toMatchObject({ accountName: 'admin', name: '周敏', roles: ['administrator'] });
    expect(view.user?.permissions).toContain('accounts.manage');
    expect(view.user?.mustChangePassword).toBe(false);
    const again = await desk.connect().refused('setup.createSchool', { school: testSchool, administrator });
    expect(again.code).toBe('forbidden');
    await desk.restart();
    const later = await desk.connect().refused('setup.createSchool', { school: testSchool, administrator });
    expect(later.code).toBe('forbidden');
    await login('admin', administrator.password);
  });

  it('brings the shipped standards with it', async () => {
    const admin = await found();
    const { counts, writable, problems } = await admin.call('system.health', {});
    expect([writable, problems]).toEqual([true, []]);
    const count = new Map(counts.map(({ label, count: one }) => [label, one]));
    expect(count.get('用户')).toBe(1);
    for (const label of ['问责措施', '问责事由', '法律依据', '法律规则']) {
      expect([label, (count.get(label) ?? 0) > 0]).toEqual([label, true]);
    }
    expect(counts.filter(({ label }) => /[a-zA-Z]/.test(label))).toEqual([]);
  });

  it('two wizards at the same moment found one school', async () => {
    const results = await Promise.all(
      [1, 2].map(() => desk.connect().raw('setup.createSchool', { school: testSchool, administrator })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const admin = await login('admin', administrator.password);
    expect((await admin.call('accounts.list', {})).accounts).toHaveLength(1);
  });

  it('a school that is described wrongly is not founded', async () => {
    const failure = await desk.connect().refused('setup.createSchool', {
      school: { ...testSchool, documentCode: 'QYZ' },
      administrator,
    });
    expect(failure.fields).toEqual([
      { path: 'school.documentCode', message: '发文字号中的学校简称只能用汉字，例如 青一中' },
    ]);
    await found();
  });
});

describe('logging in', () => {
  it('finds the name in whatever letter case, and answers unknown names like wrong passwords', async () => {
    await found();
    await login(' ADMIN', administrator.password);
    const wrong = await desk.connect().refused('accounts.login', { accountName: 'admin', password: 'x' });
    const unknown = await desk.connect().refused('accounts.login', { accountName: 'nobody', password: 'x' });
    expect(wrong).toEqual(unknown);
    expect(wrong).toEqual({ code: 'forbidden', message: '登录名或密码不正确。' });
  });

  it.each(['admin', 'nobody'])('makes %s wait after five failures, longer each time', async (accountName) => {
    await found();
    const one = desk.connect();
    for (let n = 1; n <= 4; n += 1) {
      const { message } = await one.refused('accounts.login', { accountName, password: 'wrong' });
      expect(message).toBe('登录名或密码不正确。');
    }
    const fifth = await one.refused('accounts.login', { accountName, password: 'wrong' });
    expect(fifth.message).toBe('登录名或密码不正确。密码输错次数过多，请在 30 秒后再试。');
    desk.clock.advance(10_000);
    const early = await one.refused('accounts.login', { accountName, password: administrator.password });
    expect(early.message).toBe('密码输错次数过多，请在 20 秒后再试。');
    desk.clock.advance(20_000);
    const sixth = await one.refused('accounts.login', { accountName, password: 'wrong' });
    expect(sixth.message).toContain('请在 60 秒后再试');
  });

  it('remembers the failures over a restart, and forgets them with a right password', async () => {
    const admin = await found();
    const one = desk.connect();
    for (let n = 1; n <= 5; n += 1)
      await one.refused('accounts.login', { accountName: 'admin', password: 'x' });
    expect((await accountOf(admin, 'admin')).blockedUntil).toBe('2026-11-24T01:00:30.000Z');
    await desk.restart();
    const right = { accountName: 'admin', password: administrator.password };
    expect((await desk.connect().refused('accounts.login', right)).message).toContain('30 秒');
    desk.clock.advance(30_000);
    const inside = await login('admin', administrator.password);
    expect((await accountOf(inside, 'admin')).blockedUntil).toBeNull();
    const next = await one.refused('accounts.login', { accountName: 'admin', password: 'x' });
    expect(next.message).toBe('登录名或密码不正确。');
  });

  it('many guesses at the same moment are counted one by one', async () => {
    await found();
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        desk.connect().refused('accounts.login', { accountName: 'admin', password: `guess ${String(n)}` }),
      ),
    );
    expect(guesses.filter(({ message }) => message.startsWith('登录名'))).toHaveLength(5);
  });

  it('keeps passwords as salted scrypt hashes only', async () => {
    await found();
    const text = await journalText();
    expect(text).not.toContain(administrator.password);
    expect(text).toContain('"algorithm":"scrypt"');
    expect(text).toContain('"n":32768');
  });

  it('after leaving, a call needs somebody who is logged in', async () => {
    const admin = await found();
    expect((await admin.call('accounts.logout', {})).user).toBeNull();
    expect((await admin.refused('accounts.list', {})).code).toBe('forbidden');
  });
});

describe('locking', () => {
  it('locks by itself when nobody has called for as long as was set; polling does not count', async () => {
    const admin = await found();
    expect((await admin.call('accounts.setAutoLock', { minutes: 5 })).autoLockMinutes).toBe(5);
    desk.clock.advance(4 * MINUTE);
    await admin.call('accounts.list', {});
    for (let minute = 1; minute <= 4; minute += 1) {
      desk.clock.advance(MINUTE);
      expect((await admin.call('accounts.session', {})).locked).toBe(false);
    }
    desk.clock.advance(MINUTE);
    expect((await admin.call('accounts.session', {})).locked).toBe(true);
    expect((await admin.refused('accounts.list', {})).code).toBe('locked');
    expect((await admin.refused('accounts.unlock', { password: 'wrong' })).message).toBe('密码不正确。');
    expect((await admin.call('accounts.unlock', { password: administrator.password })).locked).toBe(false);
    await admin.call('accounts.list', {});
  });

  it('the first call after a long absence finds the screen locked', async () => {
    const admin = await found();
    desk.clock.advance(10 * MINUTE);
    expect((await admin.refused('accounts.list', {})).code).toBe('locked');
  });

  it('can be locked by hand, and left by somebody else', async () => {
    const admin = await found();
    expect((await admin.call('accounts.lock', {})).locked).toBe(true);
    expect((await desk.connect().call('accounts.lock', {})).locked).toBe(false);
    await admin.call('accounts.logout', {});
    expect(await admin.call('accounts.session', {})).toMatchObject({ user: null, locked: false });
  });

  it('guessing at a locked screen is slowed down like a login', async () => {
    const admin = await found();
    await admin.call('accounts.lock', {});
    for (let n = 1; n <= 5; n += 1) await admin.refused('accounts.unlock', { password: 'x' });
    const failure = await admin.refused('accounts.unlock', { password: administrator.password });
    expect(failure.message).toContain('30 秒');
  });

  it.each([0, 121, 2.5])('refuses %d minutes', async (minutes) => {
    const admin = await found();
    expect((await admin.refused('accounts.setAutoLock', { minutes })).code).toBe('invalid');
  });
});

describe('passwords', () => {
  it('a temporary password opens nothing but its own replacement', async () => {
    const admin = await found();
    const { temporaryPassword } = await add(admin, 'linxiao', ['administrator']);
    expect(temporaryPassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const one = await login('linxiao', temporaryPassword);
    expect((await one.call('accounts.session', {})).user?.mustChangePassword).toBe(true);
    expect(await one.refused('accounts.list', {})).toEqual({
      code: 'forbidden',
      message: '请先把临时密码改成自己的密码，再继续操作。',
    });
    const change = (current: string, next: string): Promise<{ path: string }[] | undefined> =>
      one.refused('accounts.changePassword', { current, next }).then(({ fields }) => fields);
    expect(await change('wrong', 'my own words')).toEqual([
      { path: 'current', message: '现在的密码不正确。' },
    ]);
    expect((await change(temporaryPassword, temporaryPassword))?.[0]?.path).toBe('next');
    expect((await change(temporaryPassword, 'short'))?.[0]?.path).toBe('next');
    const view = await one.call('accounts.changePassword', {
      current: temporaryPassword,
      next: 'my own words',
    });
    expect(view.user?.mustChangePassword).toBe(false);
    await one.call('accounts.list', {});
    const old = { accountName: 'linxiao', password: temporaryPassword };
    expect((await desk.connect().refused('accounts.login', old)).code).toBe('forbidden');
  });

  it('a new password ends the other sessions of the same person', async () => {
    const admin = await found();
    const here = await settle(admin, 'linxiao', ['reader'], 'first words');
    const there = await login('linxiao', 'first words');
    await here.call('accounts.changePassword', { current: 'first words', next: 'second words' });
    expect((await there.call('accounts.session', {})).user).toBeNull();
    expect((await here.call('accounts.session', {})).user?.accountName).toBe('linxiao');
  });

  it('resetting gives another temporary password, ends sessions and waiting; not for oneself', async () => {
    const admin = await found();
    const one = await settle(admin, 'linxiao', ['reader'], 'first words');
    for (let n = 1; n <= 5; n += 1) {
      await desk.connect().refused('accounts.login', { accountName: 'linxiao', password: 'x' });
    }
    const { id, rev } = await accountOf(admin, 'linxiao');
    const made = await admin.call('accounts.resetPassword', { id, rev });
    expect(made.account).toMatchObject({ mustChangePassword: true, blockedUntil: null });
    expect((await one.call('accounts.session', {})).user).toBeNull();
    await login('linxiao', made.temporaryPassword);
    const own = await accountOf(admin, 'admin');
    const refused = await admin.refused('accounts.resetPassword', { id: own.id, rev: own.rev });
    expect(refused.code).toBe('illegal-step');
  });
});

describe('managing users', () => {
  const change = { name: '林晓', staffId: null, active: true };

  it('changed roles count at the next call, and a stopped user is out', async () => {
    const admin = await found();
    const one = await settle(admin, 'linxiao', ['administrator'], 'first words');
    await one.call('accounts.list', {});
    const { id, rev } = await accountOf(admin, 'linxiao');
    const reduced = await admin.call('accounts.update', { ...change, id, rev, roles: ['reader'] });
    expect((await one.refused('accounts.list', {})).code).toBe('forbidden');
    expect((await one.call('accounts.session', {})).user?.roles).toEqual(['reader']);
    const stop = { ...change, id, rev: reduced.rev, roles: ['reader' as const], active: false };
    await admin.call('accounts.update', stop);
    expect((await one.call('accounts.session', {})).user).toBeNull();
    const refused = await one.refused('accounts.login', {
      accountName: 'linxiao',
      password: 'first words',
    });
    expect(refused.message).toContain('已停用');
  });

  it('refuses a change to what has changed meanwhile, and a login name that is taken', async () => {
    const admin = await found();
    const { account } = await add(admin, 'linxiao', ['reader']);
    const { id, rev } = account;
    await admin.call('accounts.update', { ...change, id, rev, roles: ['office'] });
    const stale = await admin.refused('accounts.update', { ...change, id, rev, roles: ['finance'] });
    expect(stale.code).toBe('conflict');
    const taken = await admin.refused('accounts.create', {
      accountName: 'LinXiao',
      name: '林晓',
      roles: ['reader'],
      staffId: null,
    });
    expect(taken).toEqual({ code: 'conflict', message: '这个登录名已有人使用，请换一个。' });
  });

  it('belongs to a person of the roster, or to nobody', async () => {
    const admin = await found();
    const draft = { accountName: 'linxiao', name: '林晓', roles: ['reader' as const] };
    const failure = await admin.refused('accounts.create', { ...draft, staffId: 'nobody' });
    expect(failure.code).toBe('not-found');
  });

  it('the last administrator keeps the role and the account, whoever asks', async () => {
    const admin = await found();
    const own = await accountOf(admin, 'admin');
    const base = { id: own.id, rev: own.rev, name: own.name, staffId: null };
    const demote = await admin.refused('accounts.update', { ...base, roles: ['principal'], active: true });
    expect(demote.code).toBe('illegal-step');
    const stop = await admin.refused('accounts.update', { ...base, roles: ['administrator'], active: false });
    expect(stop.code).toBe('illegal-step');

    const second = await settle(admin, 'linxiao', ['administrator'], 'first words');
    const current = await accountOf(admin, 'admin');
    const given = await admin.call('accounts.update', {
      ...base,
      rev: current.rev,
      roles: ['principal'],
      active: true,
    });
    expect(given.roles).toEqual(['principal']);
    const last = await accountOf(second, 'linxiao');
    const failure = await second.refused('accounts.update', {
      ...change,
      id: last.id,
      rev: last.rev,
      roles: ['reader'],
    });
    expect(failure.code).toBe('illegal-step');
  });
});

describe('who did it', () => {
  it('stands on every journal line', async () => {
    const admin = await found();
    const one = await settle(admin, 'linxiao', ['reader'], 'first words');
    await admin.call('accounts.setAutoLock', { minutes: 15 });
    const adminId = admin.session.user?.userId;
    const ownId = one.session.user?.userId;
    const lines = await journal();
    expect(lines.map(({ act, who }) => [act, who.userId, who.name])).toEqual([
      ['store.create', 'store', '系统'],
      ['setup.createSchool', adminId, '周敏'],
      ['accounts.create', adminId, '周敏'],
      ['accounts.login', ownId, '林晓'],
      ['accounts.changePassword', ownId, '林晓'],
      ['accounts.setAutoLock', adminId, '周敏'],
    ]);
  });
});
