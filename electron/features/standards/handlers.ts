import type { standardsChannels } from '../../../shared/features/standards/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import {
  groundCollection,
  matterCollection,
  measureCollection,
  ruleCollection,
  schoolRuleCollection,
} from './collections.ts';
import {
  addSchoolRule,
  checkGround,
  editMatter,
  editMeasure,
  editSchoolRule,
  enableMatter,
  enableMeasure,
} from './service.ts';

export const standardsHandlers = {
  'standards.measures': (_input, { store }) => ({ measures: [...store.all(measureCollection)] }),
  'standards.matters': (_input, { store }) => ({ matters: [...store.all(matterCollection)] }),
  'standards.law': (_input, { store }) => ({
    grounds: [...store.all(groundCollection)],
    rules: [...store.all(ruleCollection)],
  }),
  'standards.schoolRules': (_input, { store }) => ({ rules: [...store.all(schoolRuleCollection)] }),
  'standards.enableMeasure': enableMeasure,
  'standards.editMeasure': editMeasure,
  'standards.enableMatter': enableMatter,
  'standards.editMatter': editMatter,
  'standards.checkGround': checkGround,
  'standards.addSchoolRule': addSchoolRule,
  'standards.editSchoolRule': editSchoolRule,
} satisfies Handlers<typeof standardsChannels, CallContext>;
