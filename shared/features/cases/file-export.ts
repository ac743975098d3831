import { z } from 'zod';
import { idSchema } from '../../kernel/entity.ts';

/** 案卷: the complete file of a case, as one Word file or as one zip with every paper and proof. */
export const fileExportKindLabels = { word: '一份 Word 文件', zip: '全部文件的压缩包' } as const;
export const fileExportKindSchema = z.enum(['word', 'zip']);
export type FileExportKind = z.infer<typeof fileExportKindSchema>;

export const startFileExportInput = z.object({ id: idSchema, kind: fileExportKindSchema });
