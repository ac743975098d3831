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

export const severityLabels = { light: '轻微', ordinary: '一般', grave: '较重' } as const;
export const severitySchema = z.enum(['light', 'ordinary', 'grave']);
export type Severity = z.infer<typeof severitySchema>;

const STEPS = {
  nature: { negligent: 0, careless: 1, wilful: 2 },
  degree: { minor: 0, medium: 1, serious: 2 },
  impact: { none: 0, school: 1, public: 2 },
} as const;

/**
 * The band that three judgements propose: the sum of their steps (0 … 6) up to 1 is light, up to 3 ordinary, above
 * grave; one judgement in its highest step never stays light.
 */
export const severityOf = ({ nature, degree, impact }: Gravity): Severity => {
  const steps = [STEPS.nature[nature], STEPS.degree[degree], STEPS.impact[impact]];
  const sum = steps.reduce<number>((total, step) => total + step, 0);
  if (sum > 3) return 'grave';
  return sum > 1 ? 'ordinary' : 'light';
};
