import { expect, it } from 'vitest';
import { z } from 'zod';
import { issueWords } from './issue-words.ts';

const messages = (schema: z.ZodType, input: unknown): string[] =>
  schema.safeParse(input, { error: issueWords }).error?.issues.map(({ message }) => message) ?? [];

it.each([
  [z.number(), undefined, '请填写此项'],
  [z.number(), 'many', '请填写数字'],
  [z.int(), 1.5, '请填写整数'],
  [z.enum(['a', 'b']), 'c', '请从列出的选项中选择'],
  [z.enum(['a', 'b']), undefined, '请选择此项'],
  [z.number().min(3), 1, '不能少于 3'],
  [z.string().max(3), '一二三四', '不能超过 3 字'],
  [z.string().regex(/x/), 'y', '格式不正确'],
  [z.object({}), [], '填写的内容不符合要求'],
  [z.union([z.number(), z.boolean()]), 'x', '填写的内容不符合要求'],
  [z.strictObject({}), { x: 1 }, '填写的内容不符合要求'],
])('speaks to a person, without names that only programs know (%#)', (schema, input, words) =>
  expect(messages(schema, input)).toEqual([words]),
);

it('leaves the words of a schema alone', () => {
  expect(messages(z.string().min(1, '请填写姓名'), '')).toEqual(['请填写姓名']);
});
