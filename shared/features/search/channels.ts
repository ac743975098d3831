import { z } from 'zod';
import { query } from '../../kernel/channel.ts';

export const searchKinds = [
  'staff',
  'pupil',
  'lead',
  'case',
  'appeal',
  'publicity',
  'paper',
  'cycle',
  'body',
] as const;

export const searchHitSchema = z.object({
  kind: z.enum(searchKinds),
  id: z.string(),
  title: z.string(),
  /** The second line: 工号, department, class, document number… */
  about: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchChannels = {
  /** Finds people, matters and papers by name, pinyin, initials, number; only what the caller may see. */
  'search.find': query({
    access: 'signed-in',
    input: z.object({
      text: z.string().max(60),
      kinds: z.array(z.enum(searchKinds)).optional(),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ hits: z.array(searchHitSchema) }),
  }),
};
