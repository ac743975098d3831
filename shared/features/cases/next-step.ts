import { isPaperOut } from './carrying-out.ts';
import type { CaseAct } from './acts.ts';
import { conditions, decisionPapers, type ConditionId } from './conditions.ts';
import type { CaseRecord } from './schema.ts';
import type { CaseState } from './states.ts';
import { transitions } from './transitions.ts';
import { nextAct, routeSteps, stepOf } from './workflow.ts';

/** What a record page says of the way that is still ahead: where the case stands, and what keeps it from going on. */

/** By which acts a condition comes to hold. The first of them that may be done is the one to offer. */
const broughtBy: Readonly<Record<ConditionId, readonly CaseAct[]>> = {
  facts: ['establishFacts'],
  'a-checker': ['establishFacts'],
  'two-checkers': ['establishFacts'],
  'no-open-conflict': ['declareConflict'],
  filing: ['fileCase'],
  team: ['fileCase'],
  'subjects-interviewed': ['recordInterview'],
  findings: ['recordFinding'],
  report: ['submitReport'],
  'two-signers': ['submitReport'],
  'route-fits': ['changeRoute'],
  'report-adopted': ['adoptReport'],
  'report-returned': ['returnReport'],
  'all-notified': ['notify'],
  'guardians-told': ['notify'],
  'all-heard': ['hearStatement', 'holdHearing'],
  'hearings-held': ['holdHearing'],
  'has-decision': ['decide', 'recordReply'],
  'no-decision': ['withdraw', 'reopen', 'recordReply'],
  'no-proposal': ['decide'],
  'has-proposal': ['decide'],
  'has-papers': ['decide', 'recordReply'],
  'no-papers': ['decide'],
  'papers-out': ['issueNotice', 'recordReply'],
  'a-paper-not-out': ['issueNotice'],
  'all-served': ['recordService'],
  'nobody-served': ['recordService'],
  'has-items': ['decide'],
  'no-items': ['decide'],
  'all-items-done': ['checkRectification'],
  'tasks-done': ['completeTask'],
  submission: ['decide', 'refer'],
  reply: ['recordReply'],
  'reply-decides': ['recordReply'],
  'reply-returns': ['recordReply'],
  'merged-into': ['merge'],
  reopening: ['reopen'],
  closing: ['close'],
  withdrawal: ['withdraw'],
};

/** Something that another act has to bring before the next one goes through. */
export interface Lacking {
  readonly condition: ConditionId;
  /** As a person reads it. */
  readonly words: string;
  /** The act that brings it. */
  readonly act: CaseAct;
}

export interface NextStep {
  /** The act to be done now. */
  readonly act: CaseAct;
  /** What other acts have to bring before the case goes on. */
  readonly lacking: readonly Lacking[];
  /** True while the act itself has to wait for them; false when it can be done and they may follow. */
  readonly blocked: boolean;
}

const lackingOf = (record: CaseRecord, act: CaseAct, needs: readonly ConditionId[]): readonly Lacking[] =>
  needs
    .filter((id) => !conditions[id].holds(record) && !broughtBy[id].includes(act))
    .map((condition) => ({
      condition,
      words: conditions[condition].missing,
      act: broughtBy[condition][0] ?? act,
    }));

/**
 * What moves a case on: the next act with what it will not bring itself, on the way that leads on and needs least. When
 * the act has brought all it can, e.g. everybody was heard and a hearing is still owed, it is the act that brings the rest.
 */
export const nextStep = (record: CaseRecord): NextStep | null => {
  const act = nextAct(record);
  if (act === null) return null;
  const open = transitions.filter(
    (each) => each.act === act && each.routes.includes(record.route) && each.from.includes(record.state),
  );
  const leadsOn = ({ to }: (typeof open)[number]): boolean => to !== 'same' && to !== record.state;
  const ways = open
    .filter(leadsOn)
    .map(({ needs }) => ({ needs, lacking: lackingOf(record, act, needs) }))
    .sort((a, b) => a.lacking.length - b.lacking.length);
  const [way] = ways;
  const [first] = way?.lacking ?? [];
  if (!way || !first) return { act, lacking: [], blocked: false };
  const owes = way.needs.some((id) => !conditions[id].holds(record) && broughtBy[id].includes(act));
  if (!owes)
    return { act: first.act, lacking: way.lacking.filter((each) => each.act !== first.act), blocked: false };
  const stays = open.some((each) => !leadsOn(each) && lackingOf(record, act, each.needs).length === 0);
  return { act, lacking: way.lacking, blocked: !stays };
};

export interface Progress {
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
}

/** The state in which a case was before it was ended early. */
const stateBeforeEnd = (record: CaseRecord): CaseState =>
  record.history.findLast(({ state }) => state !== record.state)?.state ?? 'registered';

/** Steps that this case has no use for: nobody was told where nobody had to be, nothing to print, nothing to mend. */
const isSkipped = (record: CaseRecord, during: readonly CaseState[]): boolean => {
  if (record.decision === null) return false;
  const papers = decisionPapers(record);
  const own = papers.some((paper) => paper.external === null || !isPaperOut(paper));
  if (during.includes('executing')) return record.rectification.length === 0 && record.tasks.length === 0;
  if (during.includes('issued')) return papers.length === 0;
  if (during.includes('decided')) return !own && record.submission === null;
  return during.includes('notified') && record.notifications.length === 0;
};

/** Where a case stands among its steps. One that was served is still being carried out while tasks are owed. */
const standsAt = (record: CaseRecord): number => {
  const owed = record.tasks.some(({ done }) => done === null);
  const carryingOut = owed && (record.state === 'served' || record.state === 'rectified');
  return stepOf({ route: record.route, state: carryingOut ? 'executing' : record.state });
};

/** The steps of a case's route with where it stands: for the bar at the head of its record. */
export const progressOf = (record: CaseRecord): readonly Progress[] => {
  const steps = routeSteps[record.route];
  const early = record.state === 'withdrawn' || record.state === 'merged';
  const at = early ? stepOf({ route: record.route, state: stateBeforeEnd(record) }) : standsAt(record);
  return steps.map(({ label, during }, index): Progress => {
    if (early) return { label, state: index < at ? 'done' : 'skipped' };
    if (index !== at && isSkipped(record, during)) return { label, state: 'skipped' };
    if (index === at) return { label, state: 'current' };
    return { label, state: index < at ? 'done' : 'ahead' };
  });
};
