import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createApp, type App } from '../../electron/app/create-app.ts';
import type { Session } from '../../electron/features/context.ts';
import type { Disk } from '../../electron/store/disk.ts';
import {
  channels,
  type ChannelInput,
  type ChannelName,
  type ChannelOutput,
  type Channels,
} from '../../shared/channels.ts';
import type { ChannelSpec, OutputOf } from '../../shared/kernel/channel.ts';
import type { Failure, Result } from '../../shared/kernel/result.ts';

export const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));

/** A clock that stands still until it is moved: 2026-11-24 09:00 in China. */
export interface TestClock {
  now(): number;
  set(epochMs: number): void;
  advance(ms: number): void;
}

export const testClock = (start = Date.parse('2026-11-24T01:00:00.000Z')): TestClock => {
  let at = start;
  return {
    now: () => at,
    set: (epochMs) => void (at = epochMs),
    advance: (ms) => void (at += ms),
  };
};

/** One person's session, calling as the screens do: through the declared channels, answers checked. */
export interface Caller {
  readonly session: Session;
  /** The value, or an Error that shows the failure. */
  call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>>;
  /** The failure, or an Error when the call succeeded. */
  refused<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<Failure>;
  /** Unchecked, for calls that no screen would make. */
  raw(channel: string, input: unknown): Promise<Result<unknown>>;
}

export interface TestDesk {
  readonly dir: string;
  readonly clock: TestClock;
  /** Messages that a developer would have seen in the log: a clean run leaves none. */
  readonly defects: string[];
  app(): App;
  connect(): Caller;
  /** A signed-in session of the first administrator, who also holds every other role. */
  everyone(): Promise<Caller>;
  /** Closes and opens the same folder again, as after a restart of the PC. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

const readOutput = <S extends ChannelSpec>(spec: S, value: unknown): OutputOf<S> =>
  z.parse<S['output']>(spec.output, value);

const caller = (app: () => App, session: Session): Caller => {
  const raw = (channel: string, input: unknown): Promise<Result<unknown>> =>
    app().call(channel, input, session);
  return {
    session,
    raw,
    async call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>> {
      const result = await raw(channel, input);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return readOutput<Channels[C]>(channels[channel], result.value);
    },
    async refused(channel, input) {
      const result = await raw(channel, input);
      if (result.ok) throw new Error(`${channel} was expected to be refused`);
      return result.error;
    },
  };
};

export const testSchool: ChannelInput<'setup.createSchool'>['school'] = {
  name: '青禾市第一中学',
  documentCode: '青一中',
  stage: 'junior',
  ownership: 'public',
  authority: '青禾市教育局',
  address: '青禾市文苑路 18 号',
  phone: '0571-8800 1200',
};

export const administrator = { accountName: 'admin', name: '周敏', password: 'correct horse 9' };

interface DeskOptions {
  readonly clock?: TestClock;
  readonly disk?: Disk;
  /** A folder in which such a desk founded its school before. */
  readonly dir?: string;
}

/** A desk on a data folder of its own in the system's temporary folder, or on one that is there already. */
export const openDesk = async (options: DeskOptions = {}): Promise<TestDesk> => {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'mingze-test-')));
  const clock = options.clock ?? testClock();
  const defects: string[] = [];
  const open = (): Promise<App> =>
    createApp({
      dataDir: dir,
      clock,
      newId: randomUUID,
      log: {
        error: (message, cause) =>
          void defects.push(`${message} ${cause instanceof Error ? (cause.stack ?? '') : ''}`),
        info: () => undefined,
      },
      resourcesDir,
      ...(options.disk ? { disk: options.disk } : {}),
    });
  let app = await open();
  let founded = options.dir !== undefined;
  const connect = (): Caller => caller(() => app, app.connect());

  return {
    dir,
    clock,
    defects,
    app: () => app,
    connect,
    async everyone() {
      const one = connect();
      if (founded) {
        await one.call('accounts.login', {
          accountName: administrator.accountName,
          password: administrator.password,
        });
        return one;
      }
      const view = await one.call('setup.createSchool', { school: testSchool, administrator });
      founded = true;
      const { accounts } = await one.call('accounts.list', {});
      const own = accounts.find((account) => account.id === view.user?.userId);
      if (!own) throw new Error('the first administrator is missing');
      await one.call('accounts.update', {
        id: own.id,
        rev: own.rev,
        name: own.name,
        roles: ['administrator', 'principal', 'office', 'investigator', 'evaluator'],
        staffId: null,
        active: true,
      });
      return one;
    },
    async restart() {
      await app.close();
      app = await open();
    },
    async dispose() {
      await app.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
};
