import { z } from 'zod';
import { entityShape, textSchema } from '../../kernel/entity.ts';

export const letterheadModeLabels = {
  electronic: '电子红头',
  preprinted: '套打红头纸',
  plain: '不用红头',
} as const;
export const letterheadModeSchema = z.enum(['electronic', 'preprinted', 'plain']);
export type LetterheadMode = z.infer<typeof letterheadModeSchema>;

/** 天头: the 版心 begins 37 mm below the edge of the sheet (GB/T 9704-2012 5.2). */
export const TOP_MARGIN_MM = 37;

const millimetres = (label: string, min: number, max: number): z.ZodNumber =>
  z
    .number(`请填写${label}`)
    .min(min, `${label}不能小于 ${String(min)} 毫米`)
    .max(max, `${label}不能大于 ${String(max)} 毫米`)
    .multipleOf(0.5, `${label}请量到半毫米`);

/** What the school's papers are printed on. Lengths in millimetres. */
export const letterheadShape = z.object({
  mode: letterheadModeSchema,
  /** On pre-printed paper, from the upper edge of the 版心 down to the red line. */
  freeMm: millimetres('红线位置', 0, 120),
  /** The same on the school's letter paper, down to the upper double line. */
  letterFreeMm: millimetres('信函纸红线位置', 0, 120),
  /** 发文机关标志, e.g. 青禾市第一中学文件. */
  mark: textSchema('红头文字', 30),
  /** At most 45 mm (印章管理规定 14). */
  sealMm: millimetres('公章直径', 30, 45),
  /** 印发机关 of the 版记. */
  printedBy: textSchema('印发单位', 30),
});
export type LetterheadSettings = z.infer<typeof letterheadShape>;

export const letterheadSchema = z.object({ ...entityShape, ...letterheadShape.shape });

/** What a school prints on before it has said anything: an electronic red head in its own name. */
export const usualLetterhead = (schoolName: string): LetterheadSettings => ({
  mode: 'electronic',
  freeMm: 87,
  letterFreeMm: 8,
  mark: `${schoolName}文件`,
  sealMm: 42,
  printedBy: `${schoolName}办公室`,
});

/** Which paper the preview shows the head on. */
export const letterheadSampleLabels = {
  notice: '通报',
  request: '请示',
  letter: '函',
  minutes: '会议纪要',
} as const;
export const letterheadSampleSchema = z.enum(['notice', 'request', 'letter', 'minutes']);
export type LetterheadSample = z.infer<typeof letterheadSampleSchema>;
