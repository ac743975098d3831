/** To a thread: one task, with its place among those asked for. */
export interface Task<Body> {
  readonly index: number;
  readonly body: Body;
}

/** From a thread: the result, or what went wrong, for the developer's log. */
export type Done<Result> =
  { readonly index: number; readonly result: Result } | { readonly index: number; readonly problem: string };
