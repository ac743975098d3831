import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema, targetSchema, textSchema } from '../../kernel/entity.ts';
import { lawGroundSchema, lawRuleSchema } from '../../law/pack.ts';
import { measureContentSchema } from './measure.ts';
import { schoolRuleContentSchema } from './school-rule.ts';
import {
  matterContentSchema,
  matterSchema,
  measureSchema,
  paperTextSchema,
  schoolRuleSchema,
  severityMatrixSchema,
  shippedReasons,
  storedGroundSchema,
  storedRuleSchema,
} from './schema.ts';
import { severityMatrixContentSchema } from './severity-matrix.ts';

const nothing = z.object({});
/** Why a version is made; the program's own reasons are not to be borrowed. */
export const whySchema = textSchema('修改原因', 200).refine((text) => !shippedReasons.includes(text), {
  error: '请用自己的话写明修改原因',
});
const edit = targetSchema.extend({ why: whySchema });
const toggle = targetSchema.extend({ enabled: z.boolean() });
const exported = z.object({ ids: z.array(idSchema).min(1, '没有可导出的内容').max(2000) });

/** What a school may word itself of a ground; the code is given, the check is `standards.checkGround`'s. */
export const groundEditSchema = lawGroundSchema.omit({ code: true, check: true });
/** What a school may correct of a rule: never which rule it is. */
export const ruleEditSchema = lawRuleSchema.omit({ id: true });

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
  'standards.severity': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ matrix: severityMatrixSchema }),
  }),
  'standards.paperTexts': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ texts: z.array(paperTextSchema) }),
  }),

  'standards.addMeasure': command({
    access: 'standards.write',
    input: z.object({ content: measureContentSchema }),
    output: measureSchema,
  }),
  'standards.enableMeasure': command({ access: 'standards.write', input: toggle, output: measureSchema }),
  'standards.editMeasure': command({
    access: 'standards.write',
    input: edit.extend({ content: measureContentSchema }),
    output: measureSchema,
  }),
  'standards.exportMeasures': command({
    access: 'standards.read',
    input: exported,
    output: fileContentSchema,
  }),

  'standards.addMatter': command({
    access: 'standards.write',
    input: z.object({ content: matterContentSchema }),
    output: matterSchema,
  }),
  'standards.enableMatter': command({ access: 'standards.write', input: toggle, output: matterSchema }),
  'standards.editMatter': command({
    access: 'standards.write',
    input: edit.extend({ content: matterContentSchema }),
    output: matterSchema,
  }),
  'standards.exportMatters': command({
    access: 'standards.read',
    input: exported,
    output: fileContentSchema,
  }),

  /** Marks that somebody has compared an article with the published text, after which papers print it. */
  'standards.checkGround': command({
    access: 'standards.write',
    input: targetSchema.extend({ article: textSchema('条号', 40), on: daySchema }),
    output: storedGroundSchema,
  }),
  'standards.addGround': command({
    access: 'standards.write',
    input: z.object({ content: groundEditSchema }),
    output: storedGroundSchema,
  }),
  /** Corrects a ground. Whoever changes law, version or article takes the check away with it. */
  'standards.editGround': command({
    access: 'standards.write',
    input: edit.extend({ content: groundEditSchema }),
    output: storedGroundSchema,
  }),
  'standards.exportGrounds': command({
    access: 'standards.read',
    input: exported,
    output: fileContentSchema,
  }),
  'standards.editRule': command({
    access: 'standards.write',
    input: edit.extend({ content: ruleEditSchema }),
    output: storedRuleSchema,
  }),
  'standards.resetRule': command({
    access: 'standards.write',
    input: targetSchema,
    output: storedRuleSchema,
  }),
  'standards.exportRules': command({ access: 'standards.read', input: exported, output: fileContentSchema }),

  'standards.addSchoolRule': command({
    access: 'standards.write',
    input: schoolRuleContentSchema,
    output: schoolRuleSchema,
  }),
  'standards.editSchoolRule': command({
    access: 'standards.write',
    input: edit.extend({ content: schoolRuleContentSchema }),
    output: schoolRuleSchema,
  }),
  'standards.enableSchoolRule': command({
    access: 'standards.write',
    input: toggle,
    output: schoolRuleSchema,
  }),
  /** Keeps the published text: Word or PDF, by its hash. A new version of the rule refers to it. */
  'standards.attachRuleFile': command({
    access: 'standards.write',
    input: edit.extend({ file: fileContentSchema }),
    output: schoolRuleSchema,
  }),
  'standards.readRuleFile': query({
    access: 'standards.read',
    input: z.object({ id: idSchema, version: z.number().int().min(1) }),
    output: fileContentSchema,
  }),
  'standards.exportSchoolRules': command({
    access: 'standards.read',
    input: exported,
    output: fileContentSchema,
  }),

  'standards.editSeverity': command({
    access: 'standards.write',
    input: edit.extend({ content: severityMatrixContentSchema }),
    output: severityMatrixSchema,
  }),
  'standards.editPaperText': command({
    access: 'standards.write',
    input: edit.extend({ text: textSchema('用语', 1000) }),
    output: paperTextSchema,
  }),
  'standards.exportPaperTexts': command({
    access: 'standards.read',
    input: exported,
    output: fileContentSchema,
  }),
  'standards.resetPaperText': command({
    access: 'standards.write',
    input: targetSchema,
    output: paperTextSchema,
  }),
};
