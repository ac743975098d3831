import type { planningChannels } from '../../../../shared/features/evaluation/planning/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { assignByRule, setAssignments } from './assignments.ts';
import { closeCycle } from './close.ts';
import { copyCycle } from './copy.ts';
import { extendCycle, restoreRater, withdrawRater } from './raters.ts';
import { exportReminders } from './reminders.ts';

export const planningHandlers = {
  'evaluation.close': closeCycle,
  'evaluation.extend': extendCycle,
  'evaluation.withdrawRater': withdrawRater,
  'evaluation.restoreRater': restoreRater,
  'evaluation.assign': assignByRule,
  'evaluation.setAssignments': setAssignments,
  'evaluation.copyCycle': copyCycle,
  'evaluation.exportReminders': exportReminders,
} satisfies Handlers<typeof planningChannels, CallContext>;
