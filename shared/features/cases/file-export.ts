import { z } from 'zod';
import { idSchema } from '../../kernel/entity.ts';

/** 案卷: the complete file of a case, as one Word file or as one zip with every paper and proof. */
export const fileExportKindLabels = { word: '一份 Word 文件', zip: '全部文件的压缩包' } as const;
export const fileExportKindSchema = z.enum(['word', 'zip']);
export type FileExportKind = z.infer<typeof fileExportKindSchema>;

export const startFileExportInput = z.object({ id: idSchema, kind: fileExportKindSchema });

/** A finished export; its bytes are fetched piece by piece, however large it is. */
export const fileExportSchema = z.object({
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** SHA-256 of the file. */
  hash: z.string(),
});
export type FileExport = z.infer<typeof fileExportSchema>;

export const readFileExportInput = z.object({ jobId: idSchema, from: z.number().int().min(0) });
/** `next` is the byte to go on from; null with the last piece, after which the file is gone. */
export const fileExportPieceSchema = z.object({ base64: z.base64(), next: z.number().int().nullable() });
