import type { FieldIssue } from '../../kernel/result.ts';
import { endSpans, spansMeet } from '../../kernel/span.ts';
import type { PostHolding } from './schema.ts';

/**
 * What is wrong with a person's posts: an end before the start, a post held after leaving, the same post in the same
 * department twice at once. `leftOn` is the last day at the school. Paths as in the form (`holdings.0.endsOn`).
 */
export const holdingProblems = (
  holdings: readonly PostHolding[],
  { joinedOn, leftOn }: { readonly joinedOn: string | null; readonly leftOn: string | null },
): FieldIssue[] =>
  holdings.flatMap((holding, place): FieldIssue[] => {
    const of = (field: string, message: string): FieldIssue => ({
      path: `holdings.${String(place)}.${field}`,
      message,
    });
    if (holding.endsOn !== null && holding.endsOn < holding.startsOn)
      return [of('endsOn', '任职结束日期不能早于开始日期')];
    if (joinedOn !== null && holding.startsOn < joinedOn)
      return [of('startsOn', '任职开始日期不能早于入职日期')];
    if (leftOn !== null && (holding.endsOn === null || holding.endsOn > leftOn))
      return [of('endsOn', '任职结束日期不能晚于离校日期')];
    const twice = holdings
      .slice(0, place)
      .some(
        (other) =>
          other.postId === holding.postId &&
          other.departmentId === holding.departmentId &&
          spansMeet(other, holding),
      );
    return twice ? [of('startsOn', '同一部门的同一岗位在这段时间已经任职')] : [];
  });

/** The same posts, with those still held on or after `day` ended on it; posts that had not begun by then fall away. */
export const endHoldings = (holdings: readonly PostHolding[], day: string): PostHolding[] =>
  endSpans(holdings, day, (holding) => ({ ...holding, endsOn: day }));
