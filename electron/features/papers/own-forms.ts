import { fieldsOf, formOf, type FormCode } from '../../../shared/features/papers/forms.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Paper, PaperProperties } from '../../documents/word/model.ts';
import { renderWord } from '../../documents/word/pack.ts';
import { fillTemplate, type TemplateValue, type TemplateValues } from '../../documents/word/template/fill.ts';
import type { Reader, Store } from '../../store/types.ts';
import { templateCollection } from './collections.ts';

export interface OwnForm {
  readonly version: number;
  /** SHA-256 of the .docx. */
  readonly hash: string;
}

/** The school's own .docx that is in use for a form; null where the house form is. */
export const ownFormOf = (reader: Reader, code: FormCode): OwnForm | null => {
  const own = reader.get(templateCollection, code);
  const version = own?.versions.find((each) => each.version === own.current);
  return version ? { version: version.version, hash: version.file.hash } : null;
};

/** A finished paper, and the school's own form it was made from; null where the house form was used. */
export interface RenderedPaper {
  readonly bytes: Uint8Array;
  readonly template: OwnForm | null;
}

const isBlank = (value: TemplateValue | undefined): boolean => {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if ('rows' in value) return value.rows.length === 0;
  return value.every((text) => text.trim() === '');
};

/** Every place of the form with its value. In a draft an open place says what belongs there. */
const completed = (code: FormCode, values: TemplateValues, draft: boolean): TemplateValues =>
  Object.fromEntries(
    fieldsOf(code).map(({ key, kind, columns, mandatory }): [string, TemplateValue] => {
      const value = values[key];
      const open = draft && mandatory ? `【${key}】` : '';
      if (kind !== 'rows') return [key, value !== undefined && !isBlank(value) ? value : open];
      if (typeof value !== 'object' || !('rows' in value) || value.rows.length === 0)
        return [key, { rows: [Object.fromEntries(columns.map((column) => [column, open]))] }];
      return [
        key,
        {
          rows: value.rows.map((row) =>
            Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])),
          ),
        },
      ];
    }),
  );

/** Fills a .docx for a form; what the form knows and nobody gave stays empty, in a draft it names what is missing. */
export const fillForm = (
  code: FormCode,
  template: Uint8Array,
  values: TemplateValues,
  about: { readonly draft: boolean; readonly properties: PaperProperties },
): Promise<Uint8Array> => fillTemplate(template, completed(code, values, about.draft), about);

/** What a form looks like filled in. */
export const sampleValues = (code: FormCode): TemplateValues =>
  Object.fromEntries(
    fieldsOf(code).map(({ key, kind, columns, sample }): [string, TemplateValue] => [
      key,
      kind === 'rows'
        ? {
            rows: [Object.fromEntries(sample.split('|').map((cell, index) => [columns[index] ?? '', cell]))],
          }
        : sample,
    ]),
  );

/**
 * Makes a paper by whichever applies: the school's own .docx for this form when one is in use, otherwise the house form.
 * `values` are handed over by the names of the form's fields; `houseModel` says also whether the paper is a draft and what
 * goes into the file's properties.
 *
 * @throws AppError `illegal-step` when the school's own form has mandatory places and an issued paper nothing for them.
 */
export const renderWithTemplate = async (
  store: Store,
  code: FormCode,
  values: TemplateValues,
  houseModel: Paper,
): Promise<RenderedPaper> => {
  const own = ownFormOf(store, code);
  if (!own) return { bytes: await renderWord(houseModel), template: null };
  const { draft, properties } = houseModel;
  const open = fieldsOf(code).filter(({ key, mandatory }) => mandatory && isBlank(values[key]));
  if (!draft && open.length > 0)
    throw new AppError(
      'illegal-step',
      `学校自己的“${formOf(code).name}”格式还缺少：${open.map(({ key }) => key).join('、')}。补全后再印发。`,
    );
  const template = await store.readFile(own.hash);
  return {
    bytes: await fillForm(code, template, values, { draft, properties }),
    template: own,
  };
};
