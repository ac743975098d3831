/** A time that something lasts, both days inclusive (`YYYY-MM-DD`); without an end it lasts on. */
export interface Span {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** True when the day is one of the span's. */
export const coversDay = ({ startsOn, endsOn }: Span, day: string): boolean =>
  startsOn <= day && (endsOn === null || day <= endsOn);

/** True when two spans have a day in common. */
export const spansMeet = (a: Span, b: Span): boolean =>
  (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn);

/** The spans that cover a day, in the order in which they began. */
export const spansOn = <T extends Span>(spans: readonly T[], day: string): T[] =>
  spans
    .filter((span) => coversDay(span, day))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));

/**
 * The same spans, with those that last beyond `day` ended on it, as `end` makes them; what had not begun by then falls
 * away.
 */
export const endSpans = <T extends Span>(spans: readonly T[], day: string, end: (span: T) => T): T[] =>
  spans
    .filter(({ startsOn }) => startsOn <= day)
    .map((span) => (span.endsOn === null || span.endsOn > day ? end(span) : span));
