import type { z } from 'zod';
import type { papersChannels } from '../../../shared/features/papers/channels.ts';
import { fieldsOf, formOf, templateForms, type FormCode } from '../../../shared/features/papers/forms.ts';
import type {
  TemplateCheck,
  TemplateVersion,
  TemplateView,
} from '../../../shared/features/papers/template.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { renderWord } from '../../documents/word/pack.ts';
import { inspectTemplate } from '../../documents/word/template/inspect.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { templateCollection } from './collections.ts';
import { readLetterhead } from './letterhead.ts';
import { fillForm, sampleValues } from './own-forms.ts';
import { starterPaper } from './starters.ts';
import { DOCX, bytesOf, storedFile, wordFile } from '../file-content.ts';

type Input<C extends keyof typeof papersChannels> = z.output<(typeof papersChannels)[C]['input']>;

export const templateView = (reader: Reader, code: FormCode): TemplateView => {
  const kept = reader.get(templateCollection, code);
  return {
    code,
    name: formOf(code).name,
    fields: fieldsOf(code).map(({ key, label, kind, columns, mandatory }) => ({
      key,
      label,
      kind,
      columns: [...columns],
      mandatory,
    })),
    rev: kept?.rev ?? 0,
    current: kept?.current ?? null,
    versions: (kept?.versions ?? []).map(({ version, file, uploaded }) => ({
      version,
      fileName: file.name,
      uploadedAt: uploaded.at,
      uploadedBy: uploaded.by.name,
    })),
  };
};

export const listTemplates = (_input: unknown, { store }: CallContext): { forms: TemplateView[] } => ({
  forms: templateForms.map(({ code }) => templateView(store, code)),
});

/** The house form with its places open, as a file to begin with. */
export const houseForm = async (
  { form }: Input<'papers.houseForm'>,
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const paper = starterPaper(form, readLetterhead(store), instantOfMs(clock.now()));
  return wordFile(`${formOf(form).name}（通用格式）`, await renderWord(paper));
};

const placesOf = (code: FormCode): Map<string, string> =>
  new Map(
    fieldsOf(code).flatMap(({ key, columns }): [string, string][] =>
      columns.length === 0 ? [[key, key]] : columns.map((column) => [`${key}.${column}`, key]),
    ),
  );

/** Whether a .docx can stand for the house form of a paper: readable, harmless, and with every mandatory place. */
const checked = async (code: FormCode, bytes: Uint8Array): Promise<TemplateCheck> => {
  const { problems, keys, inline } = await inspectTemplate(bytes);
  if (problems.length > 0) return { problems: [...problems], hints: [], keys: [...keys] };
  const known = placesOf(code);
  const filled = new Set(keys.flatMap((key) => known.get(key) ?? []));
  const unknown = keys.filter((key) => !known.has(key));
  const missing = fieldsOf(code).filter(({ key, mandatory }) => mandatory && !filled.has(key));
  const runTogether = fieldsOf(code).filter(({ key, kind }) => kind === 'text' && inline.has(key));
  return {
    problems: [
      ...(missing.length === 0
        ? []
        : [`缺少必填的内容：${missing.map(({ key }) => `{{${key}}}`).join('、')}。`]),
      ...(unknown.length === 0
        ? []
        : [`有不认识的名称：${unknown.map((key) => `{{${key}}}`).join('、')}。请对照右边的名称改正。`]),
    ],
    hints: runTogether.map(
      ({ key }) => `{{${key}}}与别的文字在同一段里，内容有几段时会接成一段。要分段，请让它单独成段。`,
    ),
    keys: [...keys],
  };
};

export const checkTemplate = ({ form, file }: Input<'papers.checkTemplate'>): Promise<TemplateCheck> =>
  checked(form, bytesOf(file));

const requireVersion = (reader: Reader, code: FormCode, version: number): TemplateVersion => {
  const found = reader.get(templateCollection, code)?.versions.find((each) => each.version === version);
  if (!found) throw new AppError('not-found', `“${formOf(code).name}”没有第${String(version)}版格式。`);
  return found;
};

/** Filled with sample values, as a draft. */
export const previewTemplate = async (
  { form, source }: Input<'papers.previewTemplate'>,
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const bytes =
    source.kind === 'file'
      ? bytesOf(source.file)
      : await store.readFile(requireVersion(store, form, source.version).file.hash);
  const { problems } = await checked(form, bytes);
  if (problems.length > 0) throw new AppError('invalid', problems.join(''));
  const properties = { title: formOf(form).name, createdAt: instantOfMs(clock.now()) };
  const filled = await fillForm(form, bytes, sampleValues(form), { draft: true, properties });
  return wordFile(`${formOf(form).name}样张`, filled);
};

/**
 * Keeps a .docx as the form's next version and puts it to use.
 *
 * @throws AppError `invalid` when it lacks something, `conflict` when somebody changed the form meanwhile.
 */
export const saveTemplate = async (
  { form, file, rev }: Input<'papers.saveTemplate'>,
  { store, actor, channel }: CallContext,
): Promise<TemplateView> => {
  const bytes = bytesOf(file);
  const { problems, keys } = await checked(form, bytes);
  if (problems.length > 0) throw invalidField('file', problems.join(''));
  const hash = await store.putFile(bytes);
  return store.transact({ actor, act: channel }, (tx) => {
    const kept = tx.get(templateCollection, form);
    const version: TemplateVersion = {
      version: (kept?.versions.at(-1)?.version ?? 0) + 1,
      file: { hash, name: file.name, mime: DOCX, size: bytes.byteLength },
      keys,
      uploaded: { at: instantOfMs(tx.now), by: tx.actor },
    };
    if (kept)
      tx.replace(templateCollection, {
        ...kept,
        rev,
        current: version.version,
        versions: [...kept.versions, version],
      });
    else if (rev === 0)
      tx.insert(templateCollection, { id: form, current: version.version, versions: [version] });
    else throw new AppError('conflict', '这种文书的格式已变，请刷新后再改。');
    return templateView(tx, form);
  });
};

/** Puts an earlier version to use again, or goes back to the house form. */
export const useTemplate = (
  { form, rev, version }: Input<'papers.useTemplate'>,
  { store, actor, channel }: CallContext,
): Promise<TemplateView> =>
  store.transact({ actor, act: channel }, (tx) => {
    const kept = tx.require(templateCollection, form, '学校自己的格式');
    if (version !== null) requireVersion(tx, form, version);
    tx.replace(templateCollection, { ...kept, rev, current: version });
    return templateView(tx, form);
  });

export const readTemplate = (
  { form, version }: Input<'papers.readTemplate'>,
  { store }: CallContext,
): Promise<FileContent> => storedFile(store, requireVersion(store, form, version).file);
