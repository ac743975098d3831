import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/types.ts';
import {
  matterCollection,
  measureCollection,
  paperTextCollection,
  severityCollection,
  standardsCollections,
} from './collections.ts';
import { loadStandards, type StandardsLibrary } from './library.ts';
import { seedStandards, topUpStandards } from './seed.ts';
import { withVersion } from './versions.ts';

const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));
const actor = { userId: 'u1', name: '周敏' };
const system = { userId: 'system', name: '系统' };

let dir: string;
let store: Store;
let library: StandardsLibrary;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingze-seed-'));
  store = await openStore({
    dir: join(dir, 'data'),
    collections: standardsCollections,
    clock: { now: () => 0 },
  });
  library = await loadStandards(resourcesDir);
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

/** The library as it was one release ago: without some entries, one of them worded otherwise, no matrix of its own. */
const older = (): StandardsLibrary => ({
  ...library,
  measures: library.measures
    .filter(({ code }) => code !== 'apology')
    .map((entry) =>
      entry.code === 'self-review' || entry.code === 'rectification' || entry.code === 'criticism-oral'
        ? { ...entry, content: { ...entry.content, about: '旧的说明。' } }
        : entry,
    ),
  matters: library.matters.filter(({ code }) => code !== 'bullying'),
  paperTexts: [],
});

const found = (as: StandardsLibrary): Promise<void> =>
  store.transact({ actor, act: 'setup.createSchool' }, (tx) => seedStandards(tx, as));

describe('a data folder founded with an older library', () => {
  it('gets what is new, and the new words where the school left the old ones', async () => {
    await found(older());
    await topUpStandards({ store, resourcesDir }, system);
    expect(store.get(measureCollection, 'apology')?.versions).toHaveLength(1);
    expect(store.get(matterCollection, 'bullying')).toBeDefined();
    expect(store.count(paperTextCollection)).toBe(library.paperTexts.length);
    expect(store.count(severityCollection)).toBe(1);
    const renewed = store.require(measureCollection, 'self-review', '措施');
    expect(renewed.versions.map(({ why }) => why)).toEqual(['随程序提供', '随程序更新']);
    expect(inForce(renewed).content.about).not.toBe('旧的说明。');
  });

  it("keeps every word of the school's own, and what it took out of use", async () => {
    await found(older());
    await store.transact({ actor, act: 'standards.editMeasure' }, (tx) => {
      const own = tx.require(measureCollection, 'rectification', '措施');
      const content = { ...inForce(own).content, about: '本校的说明。' };
      tx.replace(measureCollection, { ...own, versions: withVersion(tx, own.versions, content, '本校修改') });
      tx.replace(measureCollection, {
        ...tx.require(measureCollection, 'criticism-oral', '措施'),
        enabled: false,
      });
    });
    await topUpStandards({ store, resourcesDir }, system);
    const own = store.require(measureCollection, 'rectification', '措施');
    expect(own.versions).toHaveLength(2);
    expect(inForce(own).content.about).toBe('本校的说明。');
    const stopped = store.require(measureCollection, 'criticism-oral', '措施');
    expect(stopped.enabled).toBe(false);
    expect(inForce(stopped).content.about).not.toBe('旧的说明。');
  });

  it('is written once, and not at all where nothing is new or no school stands', async () => {
    const before = store.health().seq;
    await topUpStandards({ store, resourcesDir }, system);
    expect(store.health().seq).toBe(before);
    await found(older());
    await topUpStandards({ store, resourcesDir }, system);
    const { seq } = store.health();
    await topUpStandards({ store, resourcesDir }, system);
    expect(store.health().seq).toBe(seq);
  });
});

describe('a library', () => {
  it('that refers to what it does not hold is refused as a damaged installation', async () => {
    const copy = join(dir, 'resources');
    for (const part of ['law', 'measures', 'matters', 'severity', 'papers'])
      await cp(join(resourcesDir, part), join(copy, part), { recursive: true });
    await expect(loadStandards(copy)).resolves.toBeDefined();
    const path = join(copy, 'matters', 'library.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"pupil-rules-7"', '"pupil-rules-70"'));
    await expect(loadStandards(copy)).rejects.toThrow('pupil-rules-70');
  });
});
