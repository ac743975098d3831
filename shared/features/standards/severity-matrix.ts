import { z } from 'zod';
import { textSchema } from '../../kernel/entity.ts';
import {
  allGravities,
  bandRank,
  degreeSchema,
  impactSchema,
  natureSchema,
  severitySchema,
  type Gravity,
  type Severity,
} from './severity.ts';

/** 裁量: the school's matrix of 性质 × 程度 × 影响, and the circumstances that move a band (B3, D4). */

/** What a circumstance does, in the words of 《政务处分法》第十一条至第十三条 and of the rules on sanctions of staff. */
export const circumstanceEffectLabels = {
  heavier: '从重',
  lighter: '从轻',
  reducing: '减轻',
  exempting: '免予处理',
} as const;
export const circumstanceEffectSchema = z.enum(['heavier', 'lighter', 'reducing', 'exempting']);
export type CircumstanceEffect = z.infer<typeof circumstanceEffectSchema>;

/** The bands that each effect may move by: up only for 从重, down only for the others. */
export const shiftRange: Readonly<
  Record<CircumstanceEffect, { readonly least: number; readonly most: number }>
> = {
  heavier: { least: 0, most: 2 },
  lighter: { least: -1, most: 0 },
  reducing: { least: -2, most: -1 },
  exempting: { least: -2, most: 0 },
};

export const circumstanceSchema = z
  .object({
    code: z.string().regex(/^[a-z0-9-]{1,64}$/),
    name: textSchema('情节', 60),
    effect: circumstanceEffectSchema,
    /** Bands up (positive) or down (negative); 0 stays in the band and only says which end of it to take. */
    shift: z.number().int().min(-2).max(2),
    subjects: z.array(z.enum(['staff', 'pupil'])).min(1, '请至少选择一类对象'),
    /** Codes of law grounds. */
    grounds: z.array(z.string()),
  })
  .refine(({ effect, shift }) => shift >= shiftRange[effect].least && shift <= shiftRange[effect].most, {
    path: ['shift'],
    error: '从重只能上调，从轻、减轻、免予只能下调；减轻至少下调一档',
  });
export type Circumstance = z.infer<typeof circumstanceSchema>;

/** Which band stands in each of the 27 cells. */
export const matrixCellsSchema = z.record(
  natureSchema,
  z.record(degreeSchema, z.record(impactSchema, severitySchema)),
);
export type MatrixCells = z.infer<typeof matrixCellsSchema>;

/** The band that stands in a cell. */
export const bandAt = (cells: MatrixCells, { nature, degree, impact }: Gravity): Severity =>
  cells[nature][degree][impact];

/** The cells with another band in one of them. */
export const withBand = (
  cells: MatrixCells,
  { nature, degree, impact }: Gravity,
  band: Severity,
): MatrixCells => ({
  ...cells,
  [nature]: { ...cells[nature], [degree]: { ...cells[nature][degree], [impact]: band } },
});

/** The combinations that are one step graver in one judgement. */
const graverNeighbours = ({ nature, degree, impact }: Gravity): Gravity[] => {
  const next = <T>(options: readonly T[], value: T): T[] =>
    options.slice(options.indexOf(value) + 1, options.indexOf(value) + 2);
  return [
    ...next(natureSchema.options, nature).map((graver) => ({ nature: graver, degree, impact })),
    ...next(degreeSchema.options, degree).map((graver) => ({ nature, degree: graver, impact })),
    ...next(impactSchema.options, impact).map((graver) => ({ nature, degree, impact: graver })),
  ];
};

/** Cells where a graver case would get a lighter band: the matrix must have none (过罚相当). */
export const lighterThanNeighbours = (cells: MatrixCells): Gravity[] =>
  allGravities.flatMap((gravity) =>
    graverNeighbours(gravity).filter(
      (graver) => bandRank(bandAt(cells, graver)) < bandRank(bandAt(cells, gravity)),
    ),
  );

export const severityMatrixContentSchema = z
  .object({
    cells: matrixCellsSchema,
    circumstances: z.array(circumstanceSchema).max(60),
    /** All circumstances together move a band by no more than this. */
    maxShift: z.number().int().min(1).max(2),
    /** 免予处理 is proposed up to this band: beyond it a failing is no longer 情节轻微. */
    exemptUpTo: severitySchema,
  })
  .superRefine(({ cells, circumstances }, context) => {
    for (const { nature, degree, impact } of lighterThanNeighbours(cells))
      context.addIssue({
        code: 'custom',
        path: ['cells', nature, degree, impact],
        message: '情节更重的一格不能比轻的一格档次低',
      });
    const codes = circumstances.map(({ code }) => code);
    const names = circumstances.map(({ name, effect }) => `${effect} ${name}`);
    circumstances.forEach(({ code, name, effect }, at) => {
      if (codes.indexOf(code) !== at || names.indexOf(`${effect} ${name}`) !== at)
        context.addIssue({
          code: 'custom',
          path: ['circumstances', at, 'name'],
          message: `“${name}”重复`,
        });
    });
  });
export type SeverityMatrixContent = z.infer<typeof severityMatrixContentSchema>;
