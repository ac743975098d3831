import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { entityShape, idSchema, stampSchema } from '../../kernel/entity.ts';
import { measureKindSchema, pupilLevelSchema, sanctionKindSchema } from '../../law/vocabulary.ts';
import { measureEffectSchema } from '../standards/measure.ts';
import { subjectKindSchema } from './people.ts';

/** 处理记录: what a decision did to one person. Everything that asks about a person asks these. */
export const sanctionSchema = z.object({
  ...entityShape,
  caseId: idSchema,
  caseNumber: z.string(),
  /** The item of the decision. */
  itemId: idSchema,
  personId: idSchema,
  personKind: subjectKindSchema,
  matterCode: z.string(),
  matterName: z.string(),
  occurredOn: daySchema,
  measureCode: z.string(),
  measureVersion: z.number().int(),
  measureName: z.string(),
  measureKind: measureKindSchema,
  sanction: sanctionKindSchema.nullable(),
  pupilLevel: pupilLevelSchema.nullable(),
  effect: measureEffectSchema,
  effects: z.string(),
  decidedOn: daySchema,
  /** 学校 or the authority, as papers say it. */
  decidedBy: z.string(),
  effectiveOn: daySchema,
  endsOn: daySchema.nullable(),
  /** Number of its paper; null for a measure without one. */
  paperNumber: z.string().nullable(),
  summary: z.string(),
  /** 合并执行: the earlier sanctions whose rest runs on in this period; the period then holds for all of them. */
  mergedWith: z.array(idSchema),
  /** 解除: from which day it has no more effect, and with which paper the person was told. */
  lifting: stampSchema
    .extend({ liftedOn: daySchema, conduct: z.string(), paperNumber: z.string().nullable() })
    .nullable(),
  /** Set when the decision was taken back or replaced: it then counts nowhere. */
  annulled: stampSchema.extend({ reason: z.string() }).nullable(),
});
export type Sanction = z.infer<typeof sanctionSchema>;

/** Whether a sanction has effects on a day: in force, not lifted, not annulled, its period not over. */
export const isRunning = (
  {
    effectiveOn,
    endsOn,
    annulled,
    lifting,
  }: Pick<Sanction, 'effectiveOn' | 'endsOn' | 'annulled' | 'lifting'>,
  day: string,
): boolean =>
  annulled === null &&
  effectiveOn <= day &&
  endsOn !== null &&
  day <= endsOn &&
  (lifting === null || day < lifting.liftedOn);

/** 期满待解除: the period of a sanction is over and nobody has told the person yet. */
export const awaitsLifting = (
  { endsOn, annulled, lifting, measureKind, pupilLevel }: Sanction,
  day: string,
): boolean =>
  annulled === null &&
  lifting === null &&
  endsOn !== null &&
  endsOn < day &&
  (measureKind === 'sanction' || measureKind === 'qualification' || pupilLevel === 'sanction');
