import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { renderMany } from '../../../electron/documents/workers/paper-pool.ts';
import type { OfficialPaper } from '../../../electron/documents/word/model.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import type { Store } from '../../../electron/store/types.ts';

const DOCUMENTS = 300;

/** Every third document is a photo or scan of this many bytes; the others are papers of ours. */
const SCAN_BYTES = 600_000;

const clock = { now: () => Date.parse('2026-11-24T01:00:00.000Z') };

export const openFolder = (dir: string): Promise<Store> => openStore({ dir, collections: [], clock });

const listSchema = z.array(z.object({ name: z.string(), hash: z.string() }));
export type KeptDocument = z.infer<typeof listSchema>[number];

const listPath = (dir: string): string => join(dir, 'bench-documents.json');

const notice = (index: number): OfficialPaper => ({
  form: 'official',
  issuer: '青禾市文苑初级中学文件',
  number: `文苑中〔2026〕${String(index)}号`,
  title: '关于教学常规检查有关问题的通报',
  addressee: '各部门',
  body: Array.from({ length: 12 }, (_blank, paragraph) => ({
    kind: 'paragraph',
    text: `${String(paragraph + 1)}．经教务处查阅教案、作业批改记录并与本人核对，第${String(index)}次检查中应备 15 课时，实有 11 课时。`,
  })),
  signature: { issuer: '青禾市文苑初级中学', day: '2026-11-24' },
  sealed: true,
  draft: false,
  properties: { title: `通报 ${String(index)}`, createdAt: '2026-11-24T01:00:00.000Z' },
});

/** Bytes like those of a photo: nothing in them repeats. The same in every run. */
const scan = (index: number): Uint8Array => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < SCAN_BYTES; at += 32)
    pieces.push(
      createHash('sha256')
        .update(`${String(index)} ${String(at)}`)
        .digest(),
    );
  return Buffer.concat(pieces).subarray(0, SCAN_BYTES);
};

/** Puts the documents of a large case into a data folder. */
export const keepDocuments = async (dir: string): Promise<void> => {
  const store = await openFolder(dir);
  const places = Array.from({ length: DOCUMENTS }, (_blank, index) => index + 1);
  const papers = await renderMany(places.filter((place) => place % 3 !== 0).map(notice));
  const kept: KeptDocument[] = [];
  for (const place of places) {
    const name = place % 3 === 0 ? `现场照片 ${String(place)}.jpg` : `通报 ${String(place)}.docx`;
    const bytes = place % 3 === 0 ? scan(place) : papers.shift();
    if (!bytes) throw new Error(`no paper for place ${String(place)}`);
    kept.push({ name, hash: await store.putFile(bytes) });
  }
  await store.close();
  await writeFile(listPath(dir), JSON.stringify(kept));
};

export const keptDocuments = async (dir: string): Promise<KeptDocument[]> =>
  listSchema.parse(JSON.parse(await readFile(listPath(dir), 'utf8')));
