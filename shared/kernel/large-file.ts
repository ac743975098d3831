import { z } from 'zod';
import { fileRefSchema, idSchema, incomingFileSchema } from './entity.ts';

/** What a file that comes piece by piece may weigh: hours of a camera. */
export const MOST_LARGE_MEGABYTES = 2048;

/** Bytes that travel in one piece. */
export const UPLOAD_PIECE = 4 * 1024 * 1024;

/** The commands that take a file which came piece by piece. Who may not give them may not send a file for them. */
export const largeFileCommandSchema = z.enum(['cases.attachEvidence', 'leads.attach', 'appeals.attach']);
export type LargeFileCommand = z.infer<typeof largeFileCommandSchema>;

/** A file that came piece by piece, as the command names it that takes it. */
export const uploadedFileSchema = z.object({ upload: idSchema });
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** A file that a person brings in: with the call itself, or before it piece by piece. */
export const evidenceFileSchema = z.union([incomingFileSchema, uploadedFileSchema]);
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

export const beginUploadInput = z.object({
  for: largeFileCommandSchema,
  name: z.string().min(1).max(255),
  mime: z.string().max(200),
  /** Bytes of the whole file. */
  size: z
    .number()
    .int()
    .min(1, '这个文件是空的，没有登记。请核对后重新选择。')
    .max(
      MOST_LARGE_MEGABYTES * 1024 * 1024,
      `文件超过 ${String(MOST_LARGE_MEGABYTES / 1024)} GB，程序里存不下。请截取与事项有关的片段，原始载体另行封存。`,
    ),
});

/** The next piece; `from` is the byte it begins with, so that a piece that was sent twice counts once. */
export const sendPieceInput = z.object({
  upload: idSchema,
  from: z.number().int().min(0),
  base64: z.base64().max(Math.ceil(UPLOAD_PIECE / 3) * 4, '一次传送的内容太大。'),
});

/**
 * A stored file opened to be looked at. Its bytes are had by a GET of `/files/<ticket>`, in whole or by ranges, in the
 * session that opened it. They were checked against `hash` when it was opened.
 */
export const openedFileSchema = z.object({ ticket: z.string(), ...fileRefSchema.shape });
export type OpenedFile = z.infer<typeof openedFileSchema>;

/** Where the bytes of an opened file are had, below the address of the screens. */
export const FILES_PATH = '/files/';
