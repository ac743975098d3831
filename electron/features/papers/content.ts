import { createHash } from 'node:crypto';
import type { FormCode } from '../../../shared/features/papers/forms.ts';
import type { Paper } from '../../documents/word/model.ts';
import type { TemplateValues } from '../../documents/word/template/fill.ts';
import type { Reader, Store } from '../../store/types.ts';
import { ownFormOf, renderWithTemplate } from './own-forms.ts';

/** What a paper prints, and into which form: the school's own .docx, or the house form where `ownForm` is null. */
export interface PaperContent {
  readonly code: FormCode;
  readonly values: TemplateValues;
  readonly model: Paper;
  readonly ownForm: { readonly hash: string } | null;
}

/** What a paper prints by the form that is in use now. */
export const paperContent = (
  reader: Reader,
  code: FormCode,
  values: TemplateValues,
  model: Paper,
): PaperContent => ({ code, values, model, ownForm: ownFormOf(reader, code) });

/** Tells papers apart by what they print, whatever packs them into a file. */
export const contentHash = ({ model, values, ownForm }: PaperContent): string =>
  createHash('sha256')
    .update(JSON.stringify(ownForm === null ? model : [ownForm.hash, values]))
    .digest('hex');

/** @throws AppError `illegal-step` when the school's own form asks for more than the record has. */
export const renderContent = async (
  store: Store,
  { code, values, model }: PaperContent,
): Promise<Uint8Array> => (await renderWithTemplate(store, code, values, model)).bytes;
