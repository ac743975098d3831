import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { packZip, type PackOptions } from './pack-zip.ts';
import type { CaseFilePackage, PackedFile } from './model.ts';

/** A package on the disk. */
export interface WrittenPackage {
  /** Bytes of the zip. */
  readonly size: number;
  /** SHA-256 of the zip in hexadecimal. */
  readonly hash: string;
  readonly files: readonly PackedFile[];
}

/**
 * Packs a case file into `path`. The file appears whole or not at all: it is written beside its place and moved there
 * when its bytes are on the disk. An older file of that name is replaced only then.
 *
 * @throws what `packZip` throws, or the error of the disk; nothing is left behind.
 */
export const writePackage = async (
  path: string,
  source: CaseFilePackage,
  options: PackOptions = {},
): Promise<WrittenPackage> => {
  const part = `${path}.part`;
  const { bytes, files } = packZip(source, options);
  const hash = createHash('sha256');
  let size = 0;
  try {
    const file = await open(part, 'w');
    try {
      for await (const piece of bytes) {
        await file.writeFile(piece);
        hash.update(piece);
        size += piece.byteLength;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true });
    throw cause;
  }
  return { size, hash: hash.digest('hex'), files };
};
