import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { writePackage } from '../../../electron/documents/package/to-file.ts';
import type { Store } from '../../../electron/store/types.ts';
import { answerParent } from '../child.ts';
import { timed } from '../row.ts';
import { keptDocuments, openFolder, type KeptDocument } from './documents.ts';

const [, , how, dir = ''] = process.argv;

/** The library alone: all bytes read, put together in memory as they are (photos and .docx are packed already), written. */
const bare = async (store: Store, documents: readonly KeptDocument[], path: string): Promise<void> => {
  const zip = new JSZip();
  for (const { name, hash } of documents) zip.file(name, await store.readFile(hash));
  await writeFile(path, await zip.generateAsync({ type: 'nodebuffer' }));
};

const ours = async (store: Store, documents: readonly KeptDocument[], path: string): Promise<void> => {
  const { files } = await writePackage(path, {
    title: '关于教学常规检查有关问题的问责案卷',
    issuer: '青禾市文苑初级中学',
    number: '2026-3',
    createdAt: '2026-11-24T01:00:00.000Z',
    entries: documents.map(({ name, hash }) => ({
      path: [name.endsWith('.jpg') ? '02 证据' : '01 文书', name],
      title: name.replace(/\.\w+$/, ''),
      day: '2026-11-24',
      pages: 1,
      hash,
      read: () => store.readFile(hash),
    })),
  });
  if (files.length !== documents.length + 3) throw new Error('the package is not whole');
};

const store = await openFolder(dir);
const documents = await keptDocuments(dir);
const out = await mkdtemp(join(tmpdir(), 'mingze-bench-'));
const path = join(out, '案卷.zip');
const took = await timed(() => (how === 'bare' ? bare : ours)(store, documents, path));
const { size } = await stat(path);
if (size < 60_000_000) throw new Error(`a package of ${String(size)} bytes cannot hold all documents`);
await store.close();
await rm(out, { recursive: true, force: true });
// maxRSS is in kilobytes.
answerParent({ took: took / 1000, rss: process.resourceUsage().maxRSS / 1024 });
