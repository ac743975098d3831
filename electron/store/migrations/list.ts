import type { Migration } from '../migration.ts';

/** The steps from the first stored form to the present one, in order; none has been needed so far. */
export const migrations: readonly Migration[] = [];
