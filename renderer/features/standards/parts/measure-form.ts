import { z } from 'zod';
import { noEffect, measureContentSchema } from '../../../../shared/features/standards/measure.ts';
import { whySchema } from '../../../../shared/features/standards/channels.ts';

const loose = z.looseObject({
  content: z.looseObject({
    kind: z.unknown(),
    targets: z.array(z.string()).catch([]),
    pupil: z.looseObject({ level: z.unknown() }).nullish().catch(null),
    sanction: z.unknown(),
    paper: z.unknown(),
    periodMonths: z.unknown(),
    maxDays: z.unknown(),
  }),
});

/**
 * What a form holds of a measure as the schema takes it: fields that were emptied are null, and what only sanctions or
 * only pupils have is left out for all others.
 */
export const tidyMeasure = (values: unknown): unknown => {
  const parsed = loose.safeParse(values);
  if (!parsed.success) return values;
  const { content, ...rest } = parsed.data;
  const { pupil } = content;
  const levelled = pupil?.level !== undefined && pupil.level !== null;
  return {
    ...rest,
    content: {
      ...content,
      sanction: content.kind === 'sanction' ? (content.sanction ?? null) : null,
      pupil: content.targets.includes('pupil') && levelled ? pupil : null,
      paper: content.paper ?? null,
      periodMonths: content.periodMonths ?? null,
      maxDays: content.maxDays ?? null,
    },
  };
};

export const newMeasureSchema = z.preprocess(tidyMeasure, z.object({ content: measureContentSchema }));
export const editMeasureSchema = z.preprocess(
  tidyMeasure,
  z.object({ content: measureContentSchema, why: whySchema }),
);

/** Ticked facts are one field each: what the call says of one of them is shown at their field. */
export const measureField = (path: string): string =>
  path.replace(/^content\.(requires|effect|targets|decidedBy|severity|grounds)\..*$/, 'content.$1');

/** A measure before anything is filled in. */
export const blankMeasure = {
  targets: [],
  track: 'any',
  sanction: null,
  pupil: null,
  decidedBy: [],
  grounds: [],
  requires: {
    statement: false,
    rectification: false,
    investigation: false,
    hearing: false,
    guardian: false,
    filing: false,
  },
  paper: null,
  numberSuffix: '',
  effects: '',
  effect: noEffect,
  periodMonths: null,
  maxDays: null,
  severity: [],
} as const;
