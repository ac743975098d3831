import { z } from 'zod';
import { idSchema } from './entity.ts';

/** A file that a finished job made and that waits to be fetched; its bytes come piece by piece, however large it is. */
export const keptFileSchema = z.object({
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** SHA-256 of the file. */
  hash: z.string(),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

export const readKeptFileInput = z.object({ jobId: idSchema, from: z.number().int().min(0) });
/** `next` is the byte to go on from; null with the last piece, after which the file is gone. */
export const keptFilePieceSchema = z.object({ base64: z.base64(), next: z.number().int().nullable() });
