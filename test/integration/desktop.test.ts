import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { resourcesDir } from '../support/harness.ts';

type Listener = (...args: never[]) => unknown;

interface FakeState {
  root: string;
  first: boolean;
  readonly windows: Record<string, unknown>[];
  readonly loaded: string[];
  readonly schemes: unknown[];
  readonly menus: unknown[];
  quits: number;
  sandboxed: boolean;
  focused: number;
  readonly permission: Record<string, Listener>;
  readonly protocols: Map<string, Listener>;
  readonly ipc: Map<string, Listener>;
  readonly exposed: Map<string, unknown>;
  readonly sent: unknown[][];
  spellcheck: boolean;
  folders: string[];
  readonly settings: Map<string, unknown>;
}

/** Stands in for Electron, whose binary no test machine has: it only remembers what it was told. */
const fake = vi.hoisted(() => {
  const listenersOf = () => {
    const held = new Map<string, Listener[]>();
    return {
      on: (name: string, listener: Listener) => void held.set(name, [...(held.get(name) ?? []), listener]),
      get: (name: string): Listener[] => held.get(name) ?? [],
    };
  };
  const state: FakeState = {
    root: '',
    first: true,
    windows: [],
    loaded: [],
    schemes: [],
    menus: [],
    quits: 0,
    sandboxed: false,
    focused: 0,
    permission: {},
    protocols: new Map(),
    ipc: new Map(),
    exposed: new Map(),
    sent: [],
    spellcheck: true,
    folders: [],
    settings: new Map(),
  };
  const app = listenersOf();
  const window = listenersOf();
  class BrowserWindow {
    static getAllWindows = () => [
      { isMinimized: () => true, restore: () => undefined, focus: () => void (state.focused += 1) },
    ];
    static getFocusedWindow = () => null;
    on = window.on;
    once = window.on;
    loadURL = async (url: string) => void state.loaded.push(url);
    getNormalBounds = () => ({ x: 1, y: 2, width: 1200, height: 800 });
    isMaximized = () => false;
    maximize = () => undefined;
    show = () => undefined;
    constructor(options: Record<string, unknown>) {
      state.windows.push(options);
    }
  }
  const electron = {
    BrowserWindow,
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => void state.menus.push(menu),
    },
    app: {
      on: app.on,
      whenReady: async () => undefined,
      requestSingleInstanceLock: () => state.first,
      quit: () => void (state.quits += 1),
      exit: () => undefined,
      enableSandbox: () => void (state.sandboxed = true),
      getAppPath: () => state.root,
      getPath: (name: string) => `${state.root}/user/${name}`,
      isPackaged: true,
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => void state.schemes.push(...schemes),
      handle: (scheme: string, answer: Listener) => void state.protocols.set(scheme, answer),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (ask: Listener) => void (state.permission['request'] = ask),
        setPermissionCheckHandler: (ask: Listener) => void (state.permission['check'] = ask),
        setDevicePermissionHandler: (ask: Listener) => void (state.permission['device'] = ask),
        setSpellCheckerEnabled: (on: boolean) => void (state.spellcheck = on),
        webRequest: { onBeforeRequest: (ask: Listener) => void (state.permission['web'] = ask) },
      },
    },
    ipcMain: { handle: (name: string, answer: Listener) => void state.ipc.set(name, answer) },
    ipcRenderer: { invoke: async (...args: unknown[]) => void state.sent.push(args) },
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => void state.exposed.set(name, value),
    },
    dialog: {
      showOpenDialog: async () => ({ canceled: state.folders.length === 0, filePaths: state.folders }),
      showErrorBox: () => undefined,
    },
  };
  return { state, app, window, electron };
});

vi.mock('electron', () => ({ ...fake.electron, default: fake.electron }));
vi.mock('electron-store', () => ({
  default: class {
    get = (key: string) => fake.state.settings.get(key);
    set = (key: string, value: unknown) => void fake.state.settings.set(key, value);
  },
}));

const { state } = fake;

const tell = (listener: Listener | undefined, ...args: unknown[]): unknown => {
  if (!listener) throw new Error('nobody listens');
  return Reflect.apply(listener, undefined, args);
};

beforeAll(async () => {
  state.root = await mkdtemp(join(tmpdir(), 'mingze-desktop-'));
  await mkdir(join(state.root, 'dist', 'renderer'), { recursive: true });
  await writeFile(join(state.root, 'dist', 'renderer', 'index.html'), '<!doctype html>');
  await writeFile(join(state.root, 'package.json'), '{}');
  await symlink(resourcesDir, join(state.root, 'resources'));
  state.settings.set('dataFolder', join(state.root, 'data'));
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(state.windows).toHaveLength(1), 20_000);
});

afterAll(async () => {
  tell(fake.app.get('before-quit')[0], { preventDefault: () => undefined });
  await vi.waitFor(() => expect(state.quits).toBeGreaterThan(0), 20_000);
  await rm(state.root, { recursive: true, force: true });
});

/** What a page of the window may do, as seen by the listeners put on it when it was made. */
const page = () => {
  const listeners = new Map<string, Listener>();
  let open: Listener | undefined;
  tell(
    fake.app.get('web-contents-created')[0],
    {},
    {
      on: (name: string, listener: Listener) => void listeners.set(name, listener),
      setWindowOpenHandler: (ask: Listener) => void (open = ask),
    },
  );
  const prevented = (name: string, event: Record<string, unknown>): boolean => {
    let stopped = false;
    tell(listeners.get(name), { ...event, preventDefault: () => void (stopped = true) });
    return stopped;
  };
  return { prevented, open: (url: string) => tell(open, { url }) };
};

describe('the window', () => {
  const preferences = () =>
    z.object({ webPreferences: z.record(z.string(), z.unknown()) }).parse(state.windows[0]);

  it.each([
    ['contextIsolation', true],
    ['sandbox', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['webviewTag', false],
    ['spellcheck', false],
    ['devTools', false],
  ])('has %s %s', (name, expected) => expect(preferences().webPreferences[name]).toBe(expected));

  it('shows the screens from their own address, with the preload script alone', () => {
    expect(state.loaded).toEqual(['app://mingze/']);
    expect(preferences().webPreferences['preload']).toBe(join(state.root, 'dist', 'preload', 'preload.cjs'));
    expect(state.sandboxed).toBe(true);
    expect(state.spellcheck).toBe(false);
  });

  it('goes nowhere but to its own screens', () => {
    const { prevented } = page();
    expect(prevented('will-navigate', { url: 'https://example.com/' })).toBe(true);
    expect(prevented('will-navigate', { url: 'app://other/' })).toBe(true);
    expect(prevented('will-navigate', { url: 'file:///etc/passwd' })).toBe(true);
    expect(prevented('will-navigate', { url: 'app://mingze/' })).toBe(false);
    expect(prevented('will-frame-navigate', { url: 'app://mingze/', isMainFrame: false })).toBe(true);
    expect(prevented('will-redirect', { url: 'app://mingze/' })).toBe(true);
    expect(prevented('will-attach-webview', {})).toBe(true);
  });

  it('opens no other window', () => expect(page().open('app://mingze/')).toEqual({ action: 'deny' }));

  it('is given no permission, asked for or looked up', () => {
    const answers: unknown[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'])
      tell(state.permission['request'], {}, permission, (granted: unknown) => answers.push(granted));
    expect(answers).toEqual([false, false, false, false, false]);
    expect(tell(state.permission['check'], null, 'media', 'app://mingze')).toBe(false);
    expect(tell(state.permission['device'], {})).toBe(false);
  });

  it.each([
    ['app://mingze/assets/a.js', false],
    ['blob:app://mingze/1', false],
    ['https://example.com/x', true],
    ['http://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['ws://example.com/', true],
  ])('reaches for %s: stopped %s', (url, cancel) => {
    const answers: unknown[] = [];
    tell(state.permission['web'], { url }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel }]);
  });

  it('has a Chinese menu without developer tools', () => {
    const text = JSON.stringify(state.menus[0]);
    expect(text).toContain('退出明责');
    expect(text).not.toContain('toggleDevTools');
    expect(text).not.toMatch(/"label":"[A-Za-z]/);
  });

  it('remembers where it stood', () => {
    tell(fake.window.get('close')[0]);
    expect(state.settings.get('windowPlace')).toEqual({
      x: 1,
      y: 2,
      width: 1200,
      height: 800,
      maximized: false,
    });
  });
});

describe('the screens’ own protocol', () => {
  const ask = async (url: string, method = 'GET'): Promise<Response> => {
    const answer = await tell(state.protocols.get('app'), { url, method });
    if (!(answer instanceof Response)) throw new Error('no answer');
    return answer;
  };

  it('is privileged as a secure origin', () =>
    expect(state.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]));

  it('serves them under the strict policy', async () => {
    const page = await ask('app://mingze/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it.each([
    ['app://other/index.html', 'GET', 403],
    ['app://mingze/../package.json', 'GET', 404],
    ['app://mingze/%2e%2e/%2e%2e/package.json', 'GET', 404],
    ['app://mingze/index.html', 'POST', 405],
  ])('refuses %s by %s', async (url, method, status) => expect((await ask(url, method)).status).toBe(status));
});

describe('the bridge', () => {
  const frame = { url: 'app://mingze/#/cases' };
  const sender = { mainFrame: frame };
  const call = async (event: unknown, channel: unknown, input: unknown = {}): Promise<unknown> =>
    tell(state.ipc.get('mingze:call'), event, channel, input);

  it('is the only listener, and passes calls of our own page to the desk', async () => {
    expect([...state.ipc.keys()]).toEqual(['mingze:call']);
    expect(await call({ sender, senderFrame: frame }, 'setup.status')).toMatchObject({
      ok: true,
      value: { stage: 'new-school', canPickFolder: true },
    });
  });

  it('refuses a foreign page, a frame within ours, and a frame that is gone, whatever they ask', async () => {
    const foreign = { url: 'https://example.com/' };
    for (const event of [
      { sender: { mainFrame: foreign }, senderFrame: foreign },
      { sender, senderFrame: { url: 'app://mingze/' } },
      { sender, senderFrame: null },
    ])
      for (const channel of ['setup.status', 'nothing', 7])
        expect(await call(event, channel)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('answers malformed calls as data', async () => {
    const event = { sender, senderFrame: frame };
    expect(await call(event, { toString: () => 'setup.status' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await call(event, '__proto__')).toMatchObject({ error: { code: 'not-found' } });
  });

  it('gives each window a session of its own', async () => {
    const other = { mainFrame: frame };
    const school = {
      name: '青禾市第一中学',
      documentCode: '青一中',
      stage: 'junior',
      ownership: 'public',
      authority: '青禾市教育局',
    };
    const administrator = { accountName: 'zhoumin', name: '周敏', password: 'correct horse 9' };
    await call({ sender, senderFrame: frame }, 'setup.createSchool', { school, administrator });
    expect(await call({ sender, senderFrame: frame }, 'accounts.session')).toMatchObject({
      value: { user: { name: '周敏' } },
    });
    expect(await call({ sender: other, senderFrame: frame }, 'accounts.session')).toMatchObject({
      value: { user: null },
    });
  });

  it('lets the page see a stored file by its ticket, in whole and by ranges, and nobody without one', async () => {
    const event = { sender, senderFrame: frame };
    const value = async (channel: string, input: unknown): Promise<Record<string, unknown>> =>
      z.object({ value: z.record(z.string(), z.unknown()) }).parse(await call(event, channel, input)).value;
    const { accounts } = await value('accounts.list', {});
    const [own] = z.array(z.object({ id: z.string(), rev: z.number() })).parse(accounts);
    const roles = ['administrator', 'office'];
    await value('accounts.update', { ...own, name: '周敏', roles, staffId: null, active: true });
    const bytes = Buffer.from('走廊录像'.repeat(1000));
    const lead = z
      .object({
        view: z.object({
          lead: z.object({
            id: z.string(),
            rev: z.number(),
            attachments: z.array(z.object({ id: z.string() })),
          }),
        }),
      })
      .parse(
        await value('leads.register', {
          channel: 'parent',
          way: 'phone',
          receivedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
          content: '走廊里发生冲突。',
          replyTo: 'source',
          source: { name: '陈某', contact: '', note: '' },
        }),
      ).view.lead;
    const about = { for: 'leads.attach', name: '录像.mp4', mime: 'text/html', size: bytes.byteLength };
    const { upload } = await value('files.begin', about);
    await value('files.send', { upload, from: 0, base64: bytes.toString('base64') });
    await value('files.finish', { upload });
    const attached = z
      .object({ lead: z.object({ attachments: z.array(z.object({ id: z.string() })) }) })
      .parse(await value('leads.attach', { id: lead.id, rev: lead.rev, file: { upload } })).lead;
    const attachmentId = attached.attachments[0]?.id ?? '';
    const { ticket } = await value('leads.openAttachment', { id: lead.id, attachmentId });

    const fetched = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const answer = await tell(state.protocols.get('app'), new Request(`app://mingze${path}`, init));
      if (!(answer instanceof Response)) throw new Error('no answer');
      return answer;
    };
    const whole = await fetched(`/files/${String(ticket)}`);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await fetched(`/files/${String(ticket)}`, { headers: { range: 'bytes=12-23' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 12-23/${String(bytes.byteLength)}`);
    expect(await part.text()).toBe('走廊录像');
    expect((await fetched('/files/guess')).status).toBe(404);
    expect((await fetched(`/files/${String(ticket)}`, { method: 'POST' })).status).toBe(405);
    await call(event, 'accounts.lock');
    expect((await fetched(`/files/${String(ticket)}`)).status).toBe(404);
  });

  it('lets the page pick a folder in the system’s dialog', async () => {
    const event = { sender, senderFrame: frame };
    expect(await call(event, 'setup.pickFolder')).toEqual({ ok: true, value: { folder: null } });
    state.folders = ['/picked'];
    expect(await call(event, 'setup.pickFolder')).toEqual({ ok: true, value: { folder: '/picked' } });
  });
});

describe('the preload script', () => {
  it('shows the page one function and nothing else', async () => {
    await import('../../electron/preload.ts');
    expect([...state.exposed.keys()]).toEqual(['mingze']);
    const host = z.record(z.string(), z.unknown()).parse(state.exposed.get('mingze'));
    expect(Object.keys(host)).toEqual(['call']);
    const call = host['call'];
    if (typeof call !== 'function') throw new Error('no function');
    await Reflect.apply(call, undefined, ['cases.list', { a: 1 }]);
    expect(state.sent).toEqual([['mingze:call', 'cases.list', { a: 1 }]]);
  });
});

describe('a second start', () => {
  it('brings the first window to the front', () => {
    tell(fake.app.get('second-instance')[0]);
    expect(state.focused).toBe(1);
  });

  it('ends at once, without opening anything', async () => {
    state.first = false;
    vi.resetModules();
    await import('../../electron/main.ts');
    expect(state.quits).toBe(1);
    expect(state.windows).toHaveLength(1);
  });
});
