import type { RosterKind } from '../../../shared/features/organisation/import.ts';
import { joinPlans, type RosterPlan } from '../../../shared/features/organisation/roster-plan.ts';
import { planPupils } from '../../../shared/features/organisation/roster-pupils.ts';
import type { RosterRow } from '../../../shared/features/organisation/roster-rows.ts';
import { planStaff } from '../../../shared/features/organisation/roster-staff.ts';
import { planTeachings, type TeachingPlan } from '../../../shared/features/organisation/teaching/plan.ts';
import type { Pupil, Staff } from '../../../shared/features/organisation/schema.ts';
import type { Reader } from '../../store/types.ts';
import {
  pupilLookup,
  staffLookup,
  teachingsLookup,
  type LookupOptions,
  type MadeWith,
} from './roster-lookups.ts';

/** What an import would do, with the departments, posts, classes and courses that it makes. */
export type Plan =
  | { readonly kind: 'staff'; readonly plan: RosterPlan<Staff>; readonly made: MadeWith }
  | { readonly kind: 'pupils'; readonly plan: RosterPlan<Pupil>; readonly made: MadeWith }
  | { readonly kind: 'teachings'; readonly plan: TeachingPlan; readonly made: MadeWith };

/** Plans a roster part by part, so that others get a turn in between; the parts are given in the order of the rows. */
export interface Planner {
  take(rows: readonly RosterRow[]): void;
  /** The plan of all rows taken so far. */
  plan(): Plan;
}

export const createPlanner = (kind: RosterKind, reader: Reader, options: LookupOptions): Planner => {
  if (kind === 'staff') {
    const { lookup, made } = staffLookup(reader, options);
    const parts: RosterPlan<Staff>[] = [];
    return {
      take: (rows) => void parts.push(planStaff(rows, lookup)),
      plan: () => ({ kind, plan: joinPlans(parts), made }),
    };
  }
  if (kind === 'teachings') {
    const { lookup, made } = teachingsLookup(reader, options);
    const taken: RosterRow[] = [];
    return {
      take: (rows) => void taken.push(...rows),
      // Lines that stand far apart may speak of one class and course: the whole is planned at once.
      plan: () => ({ kind, plan: planTeachings(taken, lookup), made }),
    };
  }
  const { lookup, made } = pupilLookup(reader, options);
  const parts: RosterPlan<Pupil>[] = [];
  return {
    take: (rows) => void parts.push(planPupils(rows, lookup)),
    plan: () => ({ kind, plan: joinPlans(parts), made }),
  };
};
