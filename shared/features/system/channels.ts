import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { fileContentSchema, idSchema } from '../../kernel/entity.ts';
import { keptFilePieceSchema, keptFileSchema, readKeptFileInput } from '../../kernel/kept-file.ts';
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
