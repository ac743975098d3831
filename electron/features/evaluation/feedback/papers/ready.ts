import type { FormCode } from '../../../../../shared/features/papers/forms.ts';
import type { Paper } from '../../../../documents/word/model.ts';
import type { TemplateRows, TemplateValues } from '../../../../documents/word/template/fill.ts';
import type { Store } from '../../../../store/types.ts';
import { renderWithTemplate } from '../../../papers/index.ts';

/** A paper as the house prints it, and what it says by the names of its fields, for a form of the school's own. */
export interface ReadyPaper {
  readonly code: FormCode;
  readonly values: TemplateValues;
  readonly model: Paper;
}

/** The rows of a table under the names of its columns. */
export const rowsBy = (columns: readonly string[], cells: readonly (readonly string[])[]): TemplateRows => ({
  rows: cells.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']))),
});

/**
 * The bytes of a paper, in the school's own form where one is in use.
 *
 * @throws AppError `illegal-step` when the school's own form asks for more than the record has.
 */
export const renderReady = async (store: Store, { code, values, model }: ReadyPaper): Promise<Uint8Array> =>
  (await renderWithTemplate(store, code, values, model)).bytes;
