import { extname } from 'node:path';
import type { PackageEntry } from '../../../documents/package/model.ts';
import type { FileRef } from '../../../../shared/kernel/entity.ts';
import { evidenceFormLabels } from '../../../../shared/features/cases/investigation.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { IssuedPaper } from '../../../../shared/features/papers/schema.ts';
import type { Store } from '../../../store/types.ts';
import { maskingOf } from '../papers/masking.ts';

const numbered = (at: number, name: string): string => `${String(at + 1).padStart(2, '0')} ${name}`;

/** Bytes of a file that may be held whole while it is packed. */
const HELD = 32 * 1024 * 1024;

interface Incoming {
  readonly title: string;
  readonly file: FileRef;
}

/** Files that came from the authority or another organ, each once. */
const incomingFiles = (record: CaseRecord, more: readonly Incoming[]): readonly Incoming[] => {
  const reply = record.submission?.reply;
  const all = [
    ...record.papers.flatMap(({ external, title }) => (external ? [{ title, file: external }] : [])),
    ...(reply?.file ? [{ title: `${record.submission?.organ ?? ''}的答复`, file: reply.file }] : []),
    ...more,
  ];
  return all.filter(({ file }, at) => all.findIndex((other) => other.file.hash === file.hash) === at);
};

/**
 * Every file of a case as it lies in the store: papers as they were issued, papers that came in, proofs. Names of files
 * are made from titles, in which no child is named; what somebody called a file when bringing it stays out of them.
 */
export const entriesOfFile = (
  record: CaseRecord,
  papers: readonly IssuedPaper[],
  store: Pick<Store, 'readFile' | 'filePieces'>,
  school: string,
  more: readonly Incoming[],
): PackageEntry[] => {
  const mask = maskingOf(record);
  const entry = ({ hash, size }: FileRef, about: Omit<PackageEntry, 'hash' | 'read'>): PackageEntry => ({
    ...about,
    hash,
    ...(size > HELD
      ? { large: true, read: () => store.filePieces(hash) }
      : { read: () => store.readFile(hash) }),
  });
  return [
    ...papers.map(({ title, number, datedOn, file, superseded }, at) =>
      entry(file, {
        path: ['02 文书', numbered(at, file.name)],
        title,
        ...(number === null ? {} : { number }),
        author: school,
        day: datedOn,
        ...(superseded ? { note: '已被替换' } : {}),
      }),
    ),
    ...incomingFiles(record, more).map(({ title, file }, at) =>
      entry(file, {
        path: ['03 来文', numbered(at, `${mask(title)}${extname(file.name)}`)],
        title: mask(title),
      }),
    ),
    ...record.evidence.map(({ title, file, form, origin, collectedOn }, at) =>
      entry(file, {
        path: ['04 证据', numbered(at, `${mask(title)}${extname(file.name)}`)],
        title: mask(title),
        ...(origin === '' ? {} : { author: mask(origin) }),
        ...(collectedOn === null ? {} : { day: collectedOn }),
        note: evidenceFormLabels[form],
      }),
    ),
  ];
};
