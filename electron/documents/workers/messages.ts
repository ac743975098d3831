import type { Paper } from '../word/model.ts';

/** To a worker: one paper, with its place among those asked for. */
export interface Task {
  readonly index: number;
  readonly paper: Paper;
}

/** From a worker: the file, or what went wrong, for the developer's log. */
export type Done =
  | { readonly index: number; readonly bytes: Uint8Array }
  | { readonly index: number; readonly problem: string };
