import type { z } from 'zod';
import type { schoolRuleContentSchema } from '../../../shared/features/standards/school-rule.ts';
import { missingAdoption, type SchoolRuleContent } from '../../../shared/features/standards/school-rule.ts';
import { atVersion, inForce, type SchoolRule } from '../../../shared/features/standards/schema.ts';
import type { FileContent, FileRef } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { storedFile } from '../file-content.ts';
import { schoolRuleCollection } from './collections.ts';
import { demandFlawless, ownRecord, withVersion, type StandardsEdit, type Toggle } from './versions.ts';
import { commit } from '../record-acts.ts';

const WHAT = '校内制度';

/** A rule is not in force before it went the way that the law wants (教育惩戒规则第五、六条；人事管理条例第四条). */
const demandAdopted = (reader: Reader, rule: SchoolRuleContent, today: string): void => {
  if (rule.publishedOn === null) return;
  if (rule.publishedOn > today) throw invalidField('content.publishedOn', '公布日期不能晚于今天。');
  const missing = missingAdoption(rule);
  demandFlawless(
    reader,
    missing.length === 0
      ? []
      : [
          {
            path: 'publishedOn',
            message: `还缺${missing.join('、')}，不能登记为已公布。请先补齐日期和会议。`,
            ground: rule.scope === 'staff' ? 'personnel-rules-4' : 'pupil-rules-5-6',
          },
        ],
  );
};

type Content = z.output<typeof schoolRuleContentSchema>;

/** The file of a version is attached by a call of its own: nobody may refer to bytes that are not here. */
const withHeldFile = (content: Content, file: FileRef | null): Content => ({ ...content, file });

/** @throws AppError `unlawful` for a rule published without having been adopted, `conflict` for a title in use. */
export const addSchoolRule = (content: Content, context: CallContext): Promise<SchoolRule> =>
  commit(context, (tx) => {
    demandAdopted(tx, content, context.today);
    return tx.insert(schoolRuleCollection, ownRecord(tx, context.newId(), withHeldFile(content, null)));
  });

/** @throws AppError like `addSchoolRule`. */
export const editSchoolRule = (
  { id, rev, content, why }: StandardsEdit & { content: Content },
  context: CallContext,
): Promise<SchoolRule> =>
  commit(context, (tx) => {
    demandAdopted(tx, content, context.today);
    const before = tx.require(schoolRuleCollection, id, WHAT);
    const next = withHeldFile(content, inForce(before).content.file);
    const versions = withVersion(tx, before.versions, next, why);
    return tx.replace(schoolRuleCollection, { ...before, rev, versions });
  });

export const enableSchoolRule = ({ id, rev, enabled }: Toggle, context: CallContext): Promise<SchoolRule> =>
  commit(context, (tx) =>
    tx.replace(schoolRuleCollection, { ...tx.require(schoolRuleCollection, id, WHAT), rev, enabled }),
  );

const LARGEST = 20 * 1024 * 1024;
const kinds: readonly { readonly ending: string; readonly begins: readonly number[] }[] = [
  { ending: '.pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { ending: '.docx', begins: [0x50, 0x4b, 0x03, 0x04] },
];

const bytesOfText = (file: FileContent): Buffer => {
  const bytes = Buffer.from(file.base64, 'base64');
  const kind = kinds.find(({ ending }) => file.name.toLowerCase().endsWith(ending));
  if (!kind) throw invalidField('file', '制度原文请用 Word（.docx）或 PDF 文件。');
  if (bytes.byteLength > LARGEST) throw invalidField('file', `“${file.name}”超过 20 MB，请压缩后再传。`);
  if (!kind.begins.every((byte, at) => bytes[at] === byte))
    throw invalidField('file', `“${file.name}”已损坏，或者不是它的扩展名所说的文件，请重新导出后再传。`);
  return bytes;
};

/** @throws AppError `invalid` for a file that is no Word or PDF document, is damaged or too large. */
export const attachRuleFile = async (
  { id, rev, why, file }: StandardsEdit & { file: FileContent },
  context: CallContext,
): Promise<SchoolRule> => {
  const bytes = bytesOfText(file);
  const hash = await context.store.putFile(bytes);
  return commit(context, (tx) => {
    const before = tx.require(schoolRuleCollection, id, WHAT);
    const held: FileRef = { hash, name: file.name, mime: file.mime, size: bytes.byteLength };
    const next = withHeldFile(inForce(before).content, held);
    const versions = withVersion(tx, before.versions, next, why);
    return tx.replace(schoolRuleCollection, { ...before, rev, versions });
  });
};

/** The text as it belongs to a version. @throws AppError `not-found` where that version has none. */
export const readRuleFile = async (
  { id, version }: { id: string; version: number },
  { store }: CallContext,
): Promise<FileContent> => {
  const file = atVersion(store.require(schoolRuleCollection, id, WHAT), version)?.file;
  if (!file) throw new AppError('not-found', '这一版没有上传制度原文。');
  return storedFile(store, file);
};
