import { z } from 'zod';
import { attendanceSchema, voteSchema } from '../../../../shared/features/cases/meeting.ts';

/** How the forms of an outcome hold what the call takes apart. */

export const itemChangeSchema = z.object({
  itemId: z.string(),
  act: z.enum(['keep', 'drop', 'replace']),
  measureCode: z.string(),
  days: z.number().int().nullable(),
});
export type ItemChange = z.infer<typeof itemChangeSchema>;
export const itemChangesSchema = z.array(itemChangeSchema);

export const seatSchema = z.object({
  memberId: z.string(),
  attendance: attendanceSchema,
  note: z.string(),
  vote: voteSchema.nullable(),
});
export type Seat = z.infer<typeof seatSchema>;
export const seatsSchema = z.array(seatSchema);

/** What the call takes of the choices for each item. */
export const changesOf = (
  outcome: string,
  changes: readonly ItemChange[],
): {
  itemIds: string[];
  replacements: { itemId: string; measureCode: string; days: number | null }[];
} =>
  outcome === 'change'
    ? {
        itemIds: changes.filter(({ act }) => act !== 'keep').map(({ itemId }) => itemId),
        replacements: changes
          .filter(({ act }) => act === 'replace')
          .map(({ itemId, measureCode, days }) => ({ itemId, measureCode, days })),
      }
    : { itemIds: [], replacements: [] };

/** What the call takes of who sat and how each voted. */
export const sittingOf = (
  seats: readonly Seat[],
): {
  members: { memberId: string; attendance: Seat['attendance']; note: string }[];
  votes: { memberId: string; vote: NonNullable<Seat['vote']> }[];
} => ({
  members: seats.map(({ memberId, attendance, note }) => ({ memberId, attendance, note })),
  votes: seats.flatMap(({ memberId, attendance, vote }) =>
    attendance === 'present' && vote !== null ? [{ memberId, vote }] : [],
  ),
});
