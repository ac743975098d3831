import { join } from 'node:path';

/** Where things lie in a data folder. */
export interface Layout {
  readonly root: string;
  readonly journal: string;
  readonly data: string;
  readonly files: string;
  /** Keys that can be destroyed. */
  readonly keys: string;
  /** Unfinished files of a write that was cut short; emptied at opening. */
  readonly temp: string;
  readonly lock: string;
}

export const layoutOf = (dir: string): Layout => ({
  root: dir,
  journal: join(dir, 'journal'),
  data: join(dir, 'data'),
  files: join(dir, 'files'),
  keys: join(dir, 'keys'),
  temp: join(dir, 'temp'),
  lock: join(dir, 'lock'),
});

/** Names for temporary files: unique within one opening, and everything older is removed at opening. */
export const createTempNames = (layout: Layout): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return join(layout.temp, String(count));
  };
};
