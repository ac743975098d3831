import { randomUUID } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type Desk } from '../../electron/desk/desk.ts';
import type { BuildDemo } from '../../electron/desk/demo-desk.ts';
import { settingsInMemory, type PcSettings } from '../../electron/desk/settings.ts';
import { resourcesDir, testClock } from './harness.ts';

/** A folder that is removed after the test, with what hosts need in it. */
export interface HostGround {
  readonly root: string;
  readonly dataDir: string;
  /** Stands in for the built screens. */
  readonly rendererDir: string;
  readonly settings: PcSettings;
  openDesk(options?: { buildDemo?: BuildDemo; pickFolder?: () => Promise<string | null> }): Promise<Desk>;
  dispose(): Promise<void>;
}

export const noDemo: BuildDemo = async () => [];

export const prepareHost = async (options: { remembered?: boolean } = {}): Promise<HostGround> => {
  const root = await mkdtemp(join(tmpdir(), 'mingze-host-'));
  const dataDir = join(root, 'data');
  const rendererDir = join(root, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><title>明责</title>');
  await writeFile(join(rendererDir, 'assets', 'index-abc.js'), 'export {};');
  await writeFile(join(root, 'secret.html'), 'not for browsers');
  const settings = settingsInMemory(options.remembered === false ? null : dataDir);
  const desks: Desk[] = [];
  return {
    root,
    dataDir,
    rendererDir,
    settings,
    async openDesk({ buildDemo = noDemo, pickFolder } = {}) {
      const desk = await createDesk({
        defaultFolder: join(root, '明责数据'),
        settings,
        clock: testClock(),
        newId: randomUUID,
        log: { error: () => undefined, info: () => undefined },
        resourcesDir,
        buildDemo,
        demoParent: root,
        ...(pickFolder ? { pickFolder } : {}),
      });
      desks.push(desk);
      return desk;
    },
    async dispose() {
      for (const desk of desks) await desk.close();
      await rm(root, { recursive: true, force: true });
    },
  };
};
