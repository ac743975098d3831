import type { AnyCollection, Reader } from '../../store/types.ts';

/** What people call the records of a collection. Those left out are the program's own bookkeeping. */
const labels: Readonly<Record<string, string>> = {
  accounts: '用户',
};

/** How many records of each kind a school has, in the order in which the features are joined. */
export const countRecords = (
  reader: Reader,
  collections: readonly AnyCollection[],
): { label: string; count: number }[] =>
  collections.flatMap((collection) => {
    const label = labels[collection.name];
    if (label === undefined) return [];
    return [{ label, count: collection.accept({ visit: (spec) => reader.count(spec) }) }];
  });
