/** One fact of a standard in words, as lists, comparisons and Excel show it. */
export interface DescribedField {
  readonly label: string;
  readonly text: string;
}

export interface FieldChange {
  readonly label: string;
  /** Null: it was not there before. */
  readonly before: string | null;
  /** Null: it is no longer there. */
  readonly after: string | null;
}

/** What changed between two descriptions of one thing, in the order of the later one; equal facts are left out. */
export const differenceOf = (
  before: readonly DescribedField[],
  after: readonly DescribedField[],
): FieldChange[] => {
  const textOf = (fields: readonly DescribedField[], label: string): string | null =>
    fields.find((field) => field.label === label)?.text ?? null;
  const labels = [...after, ...before].map(({ label }) => label);
  return [...new Set(labels)]
    .map((label) => ({ label, before: textOf(before, label), after: textOf(after, label) }))
    .filter((change) => change.before !== change.after);
};
