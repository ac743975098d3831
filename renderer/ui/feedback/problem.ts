import type { FieldIssue } from '../../../shared/kernel/result.ts';

/** A failure as screens show it; `CallError` of the renderer's api is one. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly FieldIssue[] | undefined;
  readonly article?: string | undefined;
}

/** What a rejected promise tells a person: the refusal itself, or that something unforeseen happened. */
export const problemOf = (cause: unknown): Problem =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? { code: cause.code, message: cause.message }
    : { code: 'internal', message: '程序出现意外错误，请重试。' };
