import type { standardsChannels } from '../../../shared/features/standards/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import { addMatter, addMeasure, editMatter, editMeasure, enableMatter, enableMeasure } from './catalogue.ts';
import {
  groundCollection,
  matterCollection,
  MATRIX_ID,
  measureCollection,
  paperTextCollection,
  ruleCollection,
  schoolRuleCollection,
  severityCollection,
} from './collections.ts';
import {
  exportGrounds,
  exportMatters,
  exportMeasures,
  exportPaperTexts,
  exportRules,
  exportSchoolRules,
} from './exports.ts';
import { addGround, checkGround, editGround, editRule, resetRule } from './law.ts';
import { editPaperText, resetPaperText } from './paper-texts.ts';
import {
  addSchoolRule,
  attachRuleFile,
  editSchoolRule,
  enableSchoolRule,
  readRuleFile,
} from './school-rules.ts';
import { editSeverity } from './severity.ts';

export const standardsHandlers = {
  'standards.measures': (_input, { store }) => ({ measures: [...store.all(measureCollection)] }),
  'standards.matters': (_input, { store }) => ({ matters: [...store.all(matterCollection)] }),
  'standards.law': (_input, { store }) => ({
    grounds: [...store.all(groundCollection)],
    rules: [...store.all(ruleCollection)],
  }),
  'standards.schoolRules': (_input, { store }) => ({ rules: [...store.all(schoolRuleCollection)] }),
  'standards.severity': (_input, { store }) => ({
    matrix: store.require(severityCollection, MATRIX_ID, '裁量档次'),
  }),
  'standards.paperTexts': (_input, { store }) => ({ texts: [...store.all(paperTextCollection)] }),

  'standards.addMeasure': addMeasure,
  'standards.enableMeasure': enableMeasure,
  'standards.editMeasure': editMeasure,
  'standards.exportMeasures': exportMeasures,

  'standards.addMatter': addMatter,
  'standards.enableMatter': enableMatter,
  'standards.editMatter': editMatter,
  'standards.exportMatters': exportMatters,

  'standards.checkGround': checkGround,
  'standards.addGround': addGround,
  'standards.editGround': editGround,
  'standards.exportGrounds': exportGrounds,
  'standards.editRule': editRule,
  'standards.resetRule': resetRule,
  'standards.exportRules': exportRules,

  'standards.addSchoolRule': addSchoolRule,
  'standards.editSchoolRule': editSchoolRule,
  'standards.enableSchoolRule': enableSchoolRule,
  'standards.attachRuleFile': attachRuleFile,
  'standards.readRuleFile': readRuleFile,
  'standards.exportSchoolRules': exportSchoolRules,

  'standards.editSeverity': editSeverity,
  'standards.editPaperText': editPaperText,
  'standards.resetPaperText': resetPaperText,
  'standards.exportPaperTexts': exportPaperTexts,
} satisfies Handlers<typeof standardsChannels, CallContext>;
