import { z } from 'zod';
import { entityShape, optionalTextSchema, textSchema } from '../../kernel/entity.ts';

export const stageLabels = {
  primary: '小学',
  junior: '初级中学',
  senior: '高级中学',
  nineYear: '九年一贯制学校',
  complete: '完全中学',
} as const;
export const stageSchema = z.enum(['primary', 'junior', 'senior', 'nineYear', 'complete']);
export type Stage = z.infer<typeof stageSchema>;

export const ownershipLabels = { public: '公办', private: '民办' } as const;
export const ownershipSchema = z.enum(['public', 'private']);

/** What a school says of itself: printed on papers, and the ground of what it may decide. */
export const schoolProfileSchema = z.object({
  name: textSchema('学校全称', 60),
  /** The 发文机关代字 that stands before 〔year〕, e.g. 青一中. */
  documentCode: z
    .string()
    .trim()
    .min(1, '请填写发文字号中的学校简称')
    .max(10, '发文字号中的学校简称不能超过 10 字')
    .regex(/^[\p{Script=Han}]+$/u, '发文字号中的学校简称只能用汉字，例如 青一中'),
  stage: stageSchema,
  ownership: ownershipSchema,
  authority: textSchema('主管教育部门', 60),
  address: optionalTextSchema('地址', 120),
  phone: optionalTextSchema('联系电话', 40),
});
export type SchoolProfile = z.infer<typeof schoolProfileSchema>;

export const schoolSchema = z.object({ ...entityShape, ...schoolProfileSchema.shape });
export type School = z.infer<typeof schoolSchema>;
