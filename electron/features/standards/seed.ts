import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Stamp } from '../../../shared/kernel/entity.ts';
import type { Tx } from '../../store/types.ts';
import { groundCollection, matterCollection, measureCollection, ruleCollection } from './collections.ts';
import type { StandardsLibrary } from './library.ts';

interface First<C> {
  id: string;
  enabled: boolean;
  versions: { version: number; made: Stamp; why: string; content: C }[];
}

/** Copies the shipped standards into a new school's data, inside the transaction that founds it. */
export const seedStandards = (tx: Tx, library: StandardsLibrary): void => {
  const made: Stamp = { at: instantOfMs(tx.now), by: tx.actor };
  const first = <C>(id: string, content: C): First<C> => ({
    id,
    enabled: true,
    versions: [{ version: 1, made, why: '随程序提供', content }],
  });
  for (const { code, content } of library.measures) tx.insert(measureCollection, first(code, content));
  for (const { code, content } of library.matters) tx.insert(matterCollection, first(code, content));
  for (const ground of library.law.grounds) tx.insert(groundCollection, first(ground.code, ground));
  for (const rule of library.law.rules) tx.insert(ruleCollection, first(rule.id, rule));
};
