import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { fileContentSchema, idSchema } from '../../kernel/entity.ts';
import { keptFilePieceSchema, keptFileSchema, readKeptFileInput } from '../../kernel/kept-file.ts';
import {
  beginUploadInput,
  openedFileSchema,
  sendPieceInput,
  uploadedFileSchema,
} from '../../kernel/large-file.ts';
import { failureSchema } from '../../kernel/result.ts';

export const jobViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  note: z.string(),
  error: failureSchema.optional(),
});
export type JobView = z.infer<typeof jobViewSchema>;

const jobInput = z.object({ id: z.string().min(1) });

export const systemChannels = {
  'jobs.view': query({ access: 'signed-in', input: jobInput, output: jobViewSchema }),
  'jobs.cancel': command({ access: 'signed-in', input: jobInput, output: jobViewSchema }),
  /** The file that a finished job made; its bytes come by `jobs.readFile`. Only the session that asked for it gets it. */
  'jobs.file': query({
    access: 'signed-in',
    input: z.object({ jobId: idSchema }),
    output: keptFileSchema,
  }),
  'jobs.readFile': command({ access: 'signed-in', input: readKeptFileInput, output: keptFilePieceSchema }),
  /** The same file, to be fetched at once by a GET however large it is; gone once all of it was sent. */
  'jobs.openFile': command({
    access: 'signed-in',
    input: z.object({ jobId: idSchema }),
    output: openedFileSchema,
  }),
  /**
   * A file too large for one call: begun, sent piece by piece, finished, and then named by the command that it was sent
   * for. Whoever may not give that command is refused here. What is given up, cut off or not claimed is taken away.
   */
  'files.begin': command({ access: 'signed-in', input: beginUploadInput, output: uploadedFileSchema }),
  'files.send': command({
    access: 'signed-in',
    input: sendPieceInput,
    output: z.object({ received: z.number().int() }),
  }),
  'files.finish': command({
    access: 'signed-in',
    input: uploadedFileSchema,
    output: z.object({ hash: z.string(), size: z.number().int() }),
  }),
  'files.drop': command({ access: 'signed-in', input: uploadedFileSchema, output: z.object({}) }),
  'system.health': query({
    access: 'system.read',
    input: z.object({}),
    output: z.object({
      writable: z.boolean(),
      problems: z.array(z.string()),
      commits: z.number().int(),
      headHash: z.string(),
      schemaVersion: z.number().int(),
      counts: z.array(z.object({ label: z.string(), count: z.number().int() })),
    }),
  }),
};

/** The answer of every export: one file, ready to be saved. */
export const exportedFileSchema = fileContentSchema;
