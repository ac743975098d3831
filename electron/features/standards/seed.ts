import { isDeepStrictEqual } from 'node:util';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Actor, Entity, Stamp } from '../../../shared/kernel/entity.ts';
import { inForce, shippedOf } from '../../../shared/features/standards/schema.ts';
import type { CollectionSpec, Reader, Store, Tx } from '../../store/types.ts';
import {
  groundCollection,
  matterCollection,
  measureCollection,
  MATRIX_ID,
  paperTextCollection,
  ruleCollection,
  severityCollection,
} from './collections.ts';
import { loadStandards, type StandardsLibrary } from './library.ts';

interface Version<C> {
  version: number;
  made: Stamp;
  why: string;
  content: C;
}

interface Held<C> extends Entity {
  enabled: boolean;
  versions: Version<C>[];
}

/** How one record of the library stands in a data folder. */
type Standing = 'missing' | 'outdated' | 'settled';

/**
 * Outdated is what the program brought in another form and the school never changed, or changed back; what is the
 * school's own is settled whatever the library says.
 */
const standingOf = <C>(held: Held<C> | undefined, shipped: C): Standing => {
  if (!held) return 'missing';
  const { content } = inForce(held);
  if (isDeepStrictEqual(content, shipped)) return 'settled';
  return isDeepStrictEqual(content, shippedOf(held)) ? 'outdated' : 'settled';
};

/** Calls `visit` for every entry of the library with the collection it belongs to. */
const eachEntry = (
  library: StandardsLibrary,
  visit: <C, K extends string>(collection: CollectionSpec<Held<C>, K>, id: string, shipped: C) => void,
): void => {
  for (const { code, content } of library.measures) visit(measureCollection, code, content);
  for (const { code, content } of library.matters) visit(matterCollection, code, content);
  for (const ground of library.law.grounds) visit(groundCollection, ground.code, ground);
  for (const rule of library.law.rules) visit(ruleCollection, rule.id, rule);
  for (const { code, content } of library.paperTexts) visit(paperTextCollection, code, content);
  visit(severityCollection, MATRIX_ID, library.severity);
};

/**
 * Brings the shipped standards into the data: what is not there yet is added, what the school left as it came gets a
 * new version where the library has moved on. Nothing of the school's own is touched, nothing is taken away.
 */
export const seedStandards = (tx: Tx, library: StandardsLibrary): void => {
  const made: Stamp = { at: instantOfMs(tx.now), by: tx.actor };
  eachEntry(library, (collection, id, shipped) => {
    const held = tx.get(collection, id);
    const standing = standingOf(held, shipped);
    if (standing === 'missing') {
      const versions = [{ version: 1, made, why: '随程序提供', content: shipped }];
      tx.insert(collection, { id, enabled: true, versions });
    } else if (standing === 'outdated' && held) {
      const version = inForce(held).version + 1;
      const versions = [...held.versions, { version, made, why: '随程序更新', content: shipped }];
      tx.replace(collection, { ...held, versions });
    }
  });
};

const isBehind = (reader: Reader, library: StandardsLibrary): boolean => {
  let behind = false;
  eachEntry(library, (collection, id, shipped) => {
    behind ||= standingOf(reader.get(collection, id), shipped) !== 'settled';
  });
  return behind;
};

/**
 * Brings a school that was founded with an older library up to the present one. Does nothing in a folder without a
 * school, in one that cannot be written, and where all is there.
 *
 * @throws Error for a damaged installation, AppError `storage` when the disk refuses.
 */
export const topUpStandards = async (
  { store, resourcesDir }: { readonly store: Store; readonly resourcesDir: string },
  actor: Actor,
): Promise<void> => {
  if (store.count(ruleCollection) === 0 || !store.health().writable) return;
  const library = await loadStandards(resourcesDir);
  if (isBehind(store, library))
    await store.transact({ actor, act: 'standards.topUp' }, (tx) => seedStandards(tx, library));
};
