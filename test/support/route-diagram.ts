import { actLabels, type CaseAct } from '../../shared/features/cases/acts.ts';
import { stateLabels, type Route } from '../../shared/features/cases/states.ts';
import { transitions } from '../../shared/features/cases/transitions.ts';

/** Acts that leave a case where it is, or take it out of its way: they would only hide the way in a picture. */
const ASIDE: readonly CaseAct[] = [
  'merge',
  'absorb',
  'split',
  'withdraw',
  'reopen',
  'applyReview',
  'refer',
  'changeRoute',
];

/**
 * The way of one route as a Mermaid state diagram, drawn from the table of transitions: one arrow for each pair of
 * states and act. 移送 is drawn on its own route alone; merging, splitting, withdrawing and reopening are left out.
 */
export const routeDiagram = (route: Route): string => {
  const lines = new Set<string>();
  for (const { act, routes, from, to } of transitions) {
    if (!routes.includes(route) || to === 'same') continue;
    if (ASIDE.includes(act) && !(route === 'transferred' && act === 'refer')) continue;
    if (from.length === 0) lines.add(`  [*] --> ${stateLabels[to]}: ${actLabels[act]}`);
    for (const state of from) {
      if (state === to || (route === 'transferred' && act === 'refer' && state !== 'established')) continue;
      lines.add(`  ${stateLabels[state]} --> ${stateLabels[to]}: ${actLabels[act]}`);
    }
  }
  return ['stateDiagram-v2', ...lines, '  已归档 --> [*]'].join('\n');
};
