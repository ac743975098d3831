import { z } from 'zod';

/** 性质 × 程度 × 影响: three plain judgements that together propose a band (B3). */
export const natureLabels = { negligent: '疏忽', careless: '不负责任', wilful: '故意' } as const;
export const degreeLabels = { minor: '轻微', medium: '一般', serious: '较重' } as const;
export const impactLabels = { none: '未造成影响', school: '校内影响', public: '社会影响' } as const;

export const natureSchema = z.enum(['negligent', 'careless', 'wilful']);
export const degreeSchema = z.enum(['minor', 'medium', 'serious']);
export const impactSchema = z.enum(['none', 'school', 'public']);

export const gravitySchema = z.object({ nature: natureSchema, degree: degreeSchema, impact: impactSchema });
export type Gravity = z.infer<typeof gravitySchema>;

/** The bands that measures are usual for, lightest first. */
export const severityLabels = { light: '轻微', ordinary: '一般', grave: '较重', severe: '严重' } as const;
export const severitySchema = z.enum(['light', 'ordinary', 'grave', 'severe']);
export type Severity = z.infer<typeof severitySchema>;

/** How high a band stands, from 0 (轻微) to 3 (严重). */
export const bandRank = (band: Severity): number => severitySchema.options.indexOf(band);

/** The band of a rank, the nearest one where the rank lies outside. */
export const bandOfRank = (rank: number): Severity => {
  const last = severitySchema.options.length - 1;
  return severitySchema.options[Math.min(last, Math.max(0, Math.round(rank)))] ?? 'light';
};

/** Every combination of the three judgements: the 27 cells of the matrix. */
export const allGravities: readonly Gravity[] = natureSchema.options.flatMap((nature) =>
  degreeSchema.options.flatMap((degree) =>
    impactSchema.options.map((impact) => ({ nature, degree, impact })),
  ),
);

/**
 * The band of the shipped matrix, before a school has its own: the sum of the three judgements' steps (0 … 6) up to 1
 * is light, up to 3 ordinary, above that grave; 6, and 5 of somebody who meant it, is severe.
 */
export const severityOf = ({ nature, degree, impact }: Gravity): Severity => {
  const sum =
    natureSchema.options.indexOf(nature) +
    degreeSchema.options.indexOf(degree) +
    impactSchema.options.indexOf(impact);
  if (sum === 6 || (sum === 5 && nature === 'wilful')) return 'severe';
  if (sum > 3) return 'grave';
  return sum > 1 ? 'ordinary' : 'light';
};
