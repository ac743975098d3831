import type { RawRecord } from './line.ts';

/** The records of all collections while they are brought to a newer form: nothing is checked yet. */
export interface MigrationData {
  all(collection: string): readonly RawRecord[];
  get(collection: string, id: string): RawRecord | undefined;
  /** Adds or replaces a record. Records are replaced, never changed in place. */
  put(collection: string, record: RawRecord): void;
  remove(collection: string, id: string): void;
}

/**
 * One step of the stored form. The first form is version 1; each migration leads to the next `version`, lives in a
 * numbered file of its own with a test, and is never edited after a release.
 */
export interface Migration {
  readonly version: number;
  /** What it does, in Chinese, for the history. */
  readonly describe: string;
  migrate(data: MigrationData): void;
}

/** The form that a store has after all of these migrations. */
export const schemaVersionOf = (migrations: readonly Migration[]): number => {
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 2) throw new Error(`migration ${migration.version} is out of order`);
  }
  return migrations.length + 1;
};

/** All records by collection and id, as the disk has them. */
export type RawCollections = Map<string, Map<string, RawRecord>>;

export interface MigrationChange {
  readonly collection: string;
  readonly id: string;
  readonly after: RawRecord | undefined;
}

/** Runs one migration on `collections` in place and tells what it changed. */
export const runMigration = (migration: Migration, collections: RawCollections): MigrationChange[] => {
  const changes = new Map<string, MigrationChange>();
  const of = (name: string): Map<string, RawRecord> => {
    const existing = collections.get(name);
    if (existing) return existing;
    const created = new Map<string, RawRecord>();
    collections.set(name, created);
    return created;
  };
  const set = (collection: string, id: string, after: RawRecord | undefined): void => {
    if (after) of(collection).set(id, after);
    else of(collection).delete(id);
    changes.set(JSON.stringify([collection, id]), { collection, id, after });
  };
  migration.migrate({
    all: (collection) => [...of(collection).values()],
    get: (collection, id) => of(collection).get(id),
    put: (collection, record) => set(collection, record.id, record),
    remove: (collection, id) => set(collection, id, undefined),
  });
  return [...changes.values()];
};
