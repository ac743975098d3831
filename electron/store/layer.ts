import type { Entity } from '../../shared/kernel/entity.ts';

/** The state of one collection as seen from somewhere: committed, or with the changes of running transactions on top. */
export interface Layer<T extends Entity, K extends string> {
  get(id: string): T | undefined;
  all(): readonly T[];
  count(): number;
  /** Ids of the records whose index has that key. */
  ids(index: K, key: string): readonly string[];
  /** Sets a record, or removes it when `after` is undefined. */
  write(id: string, after: T | undefined): void;
}

/** The records behind `ids`, from a layer. */
export const recordsBy = <T extends Entity, K extends string>(
  layer: Layer<T, K>,
  index: K,
  key: string,
): readonly T[] => {
  const found: T[] = [];
  for (const id of layer.ids(index, key)) {
    const record = layer.get(id);
    if (record !== undefined) found.push(record);
  }
  return found;
};
