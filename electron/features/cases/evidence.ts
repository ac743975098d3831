import type { z } from 'zod';
import type { FileContent, FileRef } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import type { attachEvidenceInput } from '../../../shared/features/cases/inputs.ts';
import type { Store } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { changeCase, demandOpenTo, demandSeen, requireCase } from './change.ts';
import { stampOf } from './stamp.ts';
import { demandPast } from './days.ts';
import { personRef } from './people.ts';

/** Larger files belong on a disk of their own, not into every backup of the school's data. */
const LARGEST = 50 * 1024 * 1024;

/** Keeps a file that came with a call. @throws AppError `invalid` when it is empty or too large. */
export const keepFile = async (store: Store, file: FileContent, path: string): Promise<FileRef> => {
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.byteLength === 0) throw invalidField(path, `“${file.name}”是空文件，请重新选择。`);
  if (bytes.byteLength > LARGEST)
    throw invalidField(path, `“${file.name}”超过 50 MB，请压缩或只保存关键部分。`);
  return { hash: await store.putFile(bytes), name: file.name, mime: file.mime, size: bytes.byteLength };
};

/** Adds a file to a case; from then on it is known by its hash and cannot be exchanged unseen. */
export const attachEvidence = async (
  input: z.output<typeof attachEvidenceInput>,
  context: CallContext,
): Promise<CaseView> => {
  const before = requireCase(context.store, input.id);
  demandSeen(before, input.rev);
  demandOpenTo(before, 'attachEvidence');
  if (input.collectedOn !== null) demandPast('collectedOn', '提取日期', input.collectedOn, context.today);
  const file = await keepFile(context.store, input.file, 'file');
  return changeCase(context, 'attachEvidence', input, (record, tx) => ({
    record: {
      ...record,
      evidence: [
        ...record.evidence,
        {
          id: context.newId(),
          title: input.title,
          kind: input.kind,
          form: input.form,
          origin: input.origin,
          collector: input.collectorId === null ? null : personRef(tx, input.collectorId),
          collectedOn: input.collectedOn,
          file,
          added: stampOf(tx),
        },
      ],
    },
    note: input.title,
  }));
};

/** @throws AppError `not-found` for unknown evidence, `storage` when the file is damaged. */
export const readEvidence = async (
  { id, evidenceId }: { id: string; evidenceId: string },
  { store }: CallContext,
): Promise<FileContent> => {
  const found = requireCase(store, id).evidence.find((each) => each.id === evidenceId);
  if (!found) throw new AppError('not-found', '找不到这份证据。');
  return {
    name: found.file.name,
    mime: found.file.mime,
    base64: Buffer.from(await store.readFile(found.file.hash)).toString('base64'),
  };
};
