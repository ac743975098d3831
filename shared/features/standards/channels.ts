import { measureContentSchema } from './measure.ts';
import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { idSchema, targetSchema, textSchema } from '../../kernel/entity.ts';
import { daySchema } from '../../kernel/dates.ts';
import {
  matterContentSchema,
  matterSchema,
  measureSchema,
  schoolRuleContentSchema,
  schoolRuleSchema,
  storedGroundSchema,
  storedRuleSchema,
} from './schema.ts';

const nothing = z.object({});
const why = textSchema('修改原因', 200);
const toggle = targetSchema.extend({ enabled: z.boolean() });

export const standardsChannels = {
  'standards.measures': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ measures: z.array(measureSchema) }),
  }),
  'standards.matters': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ matters: z.array(matterSchema) }),
  }),
  'standards.law': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ grounds: z.array(storedGroundSchema), rules: z.array(storedRuleSchema) }),
  }),
  'standards.schoolRules': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ rules: z.array(schoolRuleSchema) }),
  }),
  'standards.enableMeasure': command({ access: 'standards.write', input: toggle, output: measureSchema }),
  'standards.editMeasure': command({
    access: 'standards.write',
    input: targetSchema.extend({ content: measureContentSchema, why }),
    output: measureSchema,
  }),
  'standards.enableMatter': command({ access: 'standards.write', input: toggle, output: matterSchema }),
  'standards.editMatter': command({
    access: 'standards.write',
    input: targetSchema.extend({ content: matterContentSchema, why }),
    output: matterSchema,
  }),
  /** Marks that somebody has compared an article with the published text, after which papers print it. */
  'standards.checkGround': command({
    access: 'standards.write',
    input: targetSchema.extend({ article: textSchema('条号', 40), on: daySchema }),
    output: storedGroundSchema,
  }),
  'standards.addSchoolRule': command({
    access: 'standards.write',
    input: schoolRuleContentSchema,
    output: schoolRuleSchema,
  }),
  'standards.editSchoolRule': command({
    access: 'standards.write',
    input: z.object({ id: idSchema, rev: targetSchema.shape.rev, content: schoolRuleContentSchema, why }),
    output: schoolRuleSchema,
  }),
};
