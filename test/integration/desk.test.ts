import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { BuildDemo } from '../../electron/desk/demo-desk.ts';
import type { Desk, DeskSession } from '../../electron/desk/desk.ts';
import { demoProgressSchema, setupStatusSchema } from '../../shared/features/setup/channels.ts';
import { failureSchema } from '../../shared/kernel/result.ts';
import { prepareHost, type HostGround } from '../support/host-desk.ts';
import { administrator, testSchool } from '../support/harness.ts';

let ground: HostGround;

beforeEach(async () => {
  ground = await prepareHost({ remembered: false });
});

afterEach(() => ground.dispose());

const value = async <T>(
  desk: Desk,
  session: DeskSession,
  channel: string,
  schema: z.ZodType<T>,
  input: unknown = {},
): Promise<T> => {
  const result = await desk.call(channel, input, session);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return schema.parse(result.value);
};

const refusal = async (desk: Desk, session: DeskSession, channel: string, input: unknown = {}) => {
  const result = await desk.call(channel, input, session);
  if (result.ok) throw new Error(`${channel} was expected to be refused`);
  return failureSchema.parse(result.error);
};

const found = { school: testSchool, administrator };

describe('the data folder', () => {
  it('is asked for, opened, founded and remembered', async () => {
    const desk = await ground.openDesk();
    const one = desk.connect();
    expect(await value(desk, one, 'setup.status', setupStatusSchema)).toMatchObject({
      stage: 'choose-folder',
      folder: null,
      suggestedFolder: join(ground.root, '明责数据'),
    });
    expect(await refusal(desk, one, 'accounts.session')).toMatchObject({ code: 'illegal-step' });
    const opened = await value(desk, one, 'setup.useFolder', setupStatusSchema, { folder: ground.dataDir });
    expect(opened).toMatchObject({ stage: 'new-school', folder: ground.dataDir, schoolName: null });
    await value(desk, one, 'setup.createSchool', z.unknown(), found);
    expect(await value(desk, one, 'setup.status', setupStatusSchema)).toMatchObject({
      stage: 'ready',
      schoolName: testSchool.name,
    });
    await desk.close();
    const again = await ground.openDesk();
    const status = await value(again, again.connect(), 'setup.status', setupStatusSchema);
    expect(status).toMatchObject({ stage: 'ready', folder: ground.dataDir });
  });

  it('that another program holds is shown as such, and opens once it is free', async () => {
    const holder = await ground.openDesk();
    await value(holder, holder.connect(), 'setup.useFolder', z.unknown(), { folder: ground.dataDir });
    const desk = await ground.openDesk();
    const one = desk.connect();
    const status = await value(desk, one, 'setup.status', setupStatusSchema);
    expect(status).toMatchObject({ stage: 'unavailable', problem: { code: 'locked' } });
    expect(status.problem?.message).toMatch(/另一个明责程序/);
    expect(await refusal(desk, one, 'setup.useFolder', { folder: ground.dataDir })).toMatchObject({
      code: 'locked',
    });
    await holder.close();
    expect(
      await value(desk, one, 'setup.useFolder', setupStatusSchema, { folder: ground.dataDir }),
    ).toMatchObject({ stage: 'new-school', problem: null });
  });

  it('has to be named in full, and a failed choice leaves the present one open', async () => {
    const desk = await ground.openDesk();
    const one = desk.connect();
    await value(desk, one, 'setup.useFolder', z.unknown(), { folder: ground.dataDir });
    expect(await refusal(desk, one, 'setup.useFolder', { folder: 'data' })).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'folder' }],
    });
    const below = join(ground.root, 'secret.html', 'data');
    expect(await refusal(desk, one, 'setup.useFolder', { folder: below })).toMatchObject({ code: 'storage' });
    expect(await value(desk, one, 'setup.status', setupStatusSchema)).toMatchObject({
      folder: ground.dataDir,
      stage: 'new-school',
    });
  });

  it('is not taken away from under a working school by whoever stands at the login', async () => {
    const desk = await ground.openDesk();
    const one = desk.connect();
    await value(desk, one, 'setup.useFolder', z.unknown(), { folder: ground.dataDir });
    await value(desk, one, 'setup.createSchool', z.unknown(), found);
    const other = join(ground.root, 'other');
    await mkdir(other);
    expect(await refusal(desk, desk.connect(), 'setup.useFolder', { folder: other })).toMatchObject({
      code: 'forbidden',
    });
    expect(await refusal(desk, desk.connect(), 'setup.openDemo')).toMatchObject({ code: 'forbidden' });
    await value(desk, one, 'setup.useFolder', setupStatusSchema, { folder: other });
    // Logged in there means nothing here.
    const session = await value(desk, one, 'accounts.session', z.object({ user: z.unknown() }));
    expect(session.user).toBeNull();
  });

  it('is picked in the system’s dialog where there is one', async () => {
    const plain = await ground.openDesk();
    expect(await refusal(plain, plain.connect(), 'setup.pickFolder')).toMatchObject({ code: 'illegal-step' });
    const desk = await ground.openDesk({ pickFolder: async () => ground.dataDir });
    const picked = await value(desk, desk.connect(), 'setup.pickFolder', z.unknown());
    expect(picked).toEqual({ folder: ground.dataDir });
  });
});

describe('the demo school', () => {
  const login = { accountName: 'yanshi', name: '演示', role: '校长', password: 'demo-school' };

  const waitFor = async (desk: Desk, session: DeskSession, state: string) =>
    vi.waitFor(async () => {
      const progress = await value(desk, session, 'setup.demoProgress', demoProgressSchema);
      expect(progress.state).toBe(state);
      return progress;
    });

  const demoFolders = async (): Promise<string[]> =>
    (await readdir(ground.root)).filter((name) => name.startsWith('mingze-demo-'));

  it('is built in a folder of its own, shown with its logins, and gone when it is left', async () => {
    const build: BuildDemo = async ({ report }) => {
      await report(1, 2, '正在导入名册');
      return [login];
    };
    const desk = await ground.openDesk({ buildDemo: build });
    const one = desk.connect();
    await value(desk, one, 'setup.useFolder', z.unknown(), { folder: ground.dataDir });
    await value(desk, one, 'setup.openDemo', demoProgressSchema);
    expect(await waitFor(desk, one, 'done')).toMatchObject({ progress: 1, logins: [login] });
    const shown = await value(desk, one, 'setup.status', setupStatusSchema);
    expect(shown).toMatchObject({ demo: true });
    expect(await demoFolders()).toHaveLength(1);
    const left = await value(desk, one, 'setup.leaveDemo', setupStatusSchema);
    expect(left).toMatchObject({ demo: false, folder: ground.dataDir, stage: 'new-school' });
    expect(await demoFolders()).toHaveLength(0);
    expect(await value(desk, one, 'setup.demoProgress', demoProgressSchema)).toMatchObject({ state: 'idle' });
  });

  it('can be cancelled while it is built, and leaves nothing behind', async () => {
    const build: BuildDemo = async ({ report }) => {
      for (;;) await report(0, 1, '正在生成');
    };
    const desk = await ground.openDesk({ buildDemo: build });
    const one = desk.connect();
    await value(desk, one, 'setup.openDemo', demoProgressSchema);
    await waitFor(desk, one, 'running');
    const cancelled = await value(desk, one, 'setup.cancelDemo', demoProgressSchema);
    expect(cancelled.state).toBe('cancelled');
    expect(await demoFolders()).toHaveLength(0);
    expect(await value(desk, one, 'setup.status', setupStatusSchema)).toMatchObject({
      stage: 'choose-folder',
    });
  });

  it('that could not be built says so in plain words', async () => {
    const build: BuildDemo = async () => {
      throw new TypeError('x is not a function');
    };
    const desk = await ground.openDesk({ buildDemo: build });
    const one = desk.connect();
    await value(desk, one, 'setup.openDemo', demoProgressSchema);
    const failed = await waitFor(desk, one, 'failed');
    expect(failed.problem).toMatchObject({ code: 'internal' });
    expect(failed.problem?.message).not.toContain('function');
    expect(await demoFolders()).toHaveLength(0);
  });
});
