import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema } from '../../kernel/entity.ts';

export const timelineEntrySchema = z.object({
  day: daySchema,
  kind: z.string(),
  title: z.string(),
  about: z.string(),
  link: z.string().optional(),
  tone: z.enum(['neutral', 'good', 'bad']),
});

/** One person's line in the list of archives. */
export const archiveSummarySchema = z.object({
  staffId: idSchema,
  number: z.string(),
  name: z.string(),
  departments: z.string(),
  posts: z.string(),
  left: z.boolean(),
  /** How many entries of each kind the archive holds, in the order of their first appearance. */
  counts: z.array(z.object({ kind: z.string(), count: z.number().int().positive() })),
  latestOn: daySchema.nullable(),
});
export type ArchiveSummary = z.infer<typeof archiveSummarySchema>;

export const personArchiveSchema = z.object({
  staffId: idSchema,
  number: z.string(),
  name: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  entries: z.array(timelineEntrySchema),
});
export type PersonArchive = z.infer<typeof personArchiveSchema>;

export const archiveChannels = {
  'archive.list': query({
    access: 'archive.read',
    input: z.object({}),
    output: z.object({ people: z.array(archiveSummarySchema) }),
  }),
  'archive.person': query({
    access: 'archive.read',
    input: z.object({ staffId: idSchema }),
    output: personArchiveSchema,
  }),
  /** A Word dossier of everything that the archive shows. Who took it out, and when, is kept. */
  'archive.exportDossier': command({
    access: 'archive.export',
    input: z.object({ staffId: idSchema }),
    output: fileContentSchema,
  }),
  /** The list of archives as it is seen: the people named, in that order. */
  'archive.exportList': command({
    access: 'archive.export',
    input: z.object({ staffIds: z.array(idSchema).min(1, '没有可导出的人员').max(5000) }),
    output: fileContentSchema,
  }),
};
