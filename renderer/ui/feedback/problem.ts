import type { FieldIssue } from '../../../shared/kernel/result.ts';

/** A failure as screens show it; `CallError` of the renderer's api is one. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly FieldIssue[] | undefined;
  readonly article?: string | undefined;
}
