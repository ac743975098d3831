import { cyclePlanShape, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { z } from 'zod';
import type { CallContext } from '../../context.ts';
import { requireCycle } from '../cycles.ts';
import { createCycle } from '../plan.ts';

const planSchema = z.object(cyclePlanShape);

/** The groups as they were planned: what happened to single raters stays with their cycle. */
const freshGroups = (groups: Cycle['groups']): Cycle['groups'] =>
  groups.map((group) => ({
    ...group,
    raters: group.raters.map((rater) => ({
      ...rater,
      extendedTo: null,
      withdrawn: null,
      // Who rates whom is laid down anew for the new subjects.
      subjectIds: null,
    })),
  }));

/** A new draft with everything that was planned for another cycle, but its people. @throws AppError `not-found`. */
export const copyCycle = (
  { id, name, startsOn, endsOn }: { id: string; name: string; startsOn: string; endsOn: string },
  context: CallContext,
): Promise<CycleView> => {
  const source = requireCycle(context.store, id);
  const plan = planSchema.parse({ ...source, groups: freshGroups(source.groups) });
  return createCycle({ plan: { ...plan, name, startsOn, endsOn } }, context);
};
