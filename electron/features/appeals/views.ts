import type { AppealClockView, AppealRow, AppealView } from '../../../shared/features/appeals/channels.ts';
import { isForApplicant } from '../../../shared/features/appeals/conditions.ts';
import { involvedIn } from '../../../shared/features/appeals/rules.ts';
import { clockKindLabels, type Appeal } from '../../../shared/features/appeals/schema.ts';
import { isOthersTerm, longestExtension, runningClocks } from '../../../shared/features/appeals/terms.ts';
import {
  appealActs,
  isForUninvolved,
  isOpenTo,
  nextAct,
  outcomeOf,
  permissionOf,
  type AppealAct,
} from '../../../shared/features/appeals/workflow.ts';
import type { DecisionItem } from '../../../shared/features/cases/decision.ts';
import { isOfKind, measureFit } from '../../../shared/features/cases/measure-fit.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { isHeavier } from '../../../shared/features/cases/weight.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { daysBetween } from '../../../shared/kernel/dates.ts';
import { dueState } from '../../../shared/kernel/due-state.ts';
import { maskName } from '../../../shared/kernel/masking.ts';
import type { WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader } from '../../store/types.ts';
import { calendarOf } from '../calendar/index.ts';
import { decidedMeasure, requireCase } from '../cases/index.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { enabledMeasures, readLawPack } from '../standards/index.ts';
import { lackingOf } from './papers/makers.ts';
import { recusalOf } from './recusal.ts';
import { measuresOf } from './words.ts';

/** By what day and calendar terms are told. */
export interface Now {
  readonly today: string;
  readonly calendar: WorkCalendar;
}

export const nowOf = ({ store, today }: Pick<CallContext, 'store' | 'today'>): Now => ({
  today,
  calendar: calendarOf(store),
});

/** The running terms as they are shown, soonest first. */
export const clockViews = (appeal: Appeal, { today, calendar }: Now): AppealClockView[] =>
  runningClocks(appeal).map(({ id, kind, ground, basis, dueOn, estimated }) => {
    const { state, words } = dueState(calendar, today, dueOn, { othersTerm: isOthersTerm(kind) });
    return { id, kind, label: clockKindLabels[kind], ground, basis, dueOn, state, words, estimated };
  });

/** Lists, sheets and the search show no child by name, nor whoever speaks for it. */
export const shownPerson = ({ person }: Pick<Appeal, 'person'>): string =>
  person.kind === 'pupil' || person.minor ? maskName(person.name) : person.name;
export const shownApplicant = ({ person, applicant }: Pick<Appeal, 'person' | 'applicant'>): string =>
  person.kind === 'pupil' || person.minor ? maskName(applicant.name) : applicant.name;

export const appealRow = (appeal: Appeal, now: Now): AppealRow => ({
  id: appeal.id,
  number: appeal.number,
  kind: appeal.kind,
  state: appeal.state,
  inside: appeal.inside,
  caseId: appeal.case.id,
  caseNumber: appeal.case.number,
  matter: appeal.case.matter,
  person: shownPerson(appeal),
  applicant: shownApplicant(appeal),
  against: measuresOf(appeal.items),
  receivedOn: appeal.receivedOn,
  outcome: appeal.decision?.outcome ?? null,
  decidedOn: appeal.decision?.decidedOn ?? null,
  nextAct: nextAct(appeal),
  nextClock: clockViews(appeal, now).find(({ state }) => state !== 'lapsed') ?? null,
});

/** Newest first: by the day of receipt, then by number. */
export const newestAppeals = (appeals: readonly Appeal[]): Appeal[] =>
  [...appeals].sort((a, b) => {
    if (a.receivedOn !== b.receivedOn) return a.receivedOn < b.receivedOn ? 1 : -1;
    return b.number.localeCompare(a.number, 'zh-CN', { numeric: true });
  });

const FAR = '9999-12-31';

/** What waits for somebody, the most pressing first. */
export const waitingAppeals = (appeals: readonly Appeal[], now: Now): AppealRow[] =>
  newestAppeals(appeals)
    .filter((appeal) => nextAct(appeal) !== null)
    .map((appeal) => appealRow(appeal, now))
    .sort((a, b) => (a.nextClock?.dueOn ?? FAR).localeCompare(b.nextClock?.dueOn ?? FAR));

const isServed = ({ services }: Appeal, paperId: string): boolean =>
  services.some(({ paperIds }) => paperIds.includes(paperId));

const withoutPanel = ({ panel }: Appeal): boolean => panel === null;

/** Acts that could change nothing now. */
const pointless: Readonly<Partial<Record<AppealAct, (appeal: Appeal) => boolean>>> = {
  issue: ({ papers }) => papers.every(({ issuedPaperId }) => issuedPaperId !== null),
  serve: (appeal) =>
    appeal.papers.every(
      ({ id, issuedPaperId, form }) =>
        issuedPaperId === null || !isForApplicant({ form }) || isServed(appeal, id),
    ),
  distribute: ({ papers }) =>
    papers.every(
      ({ form, distribution, issuedPaperId }) =>
        form !== 'correction' || distribution !== null || issuedPaperId === null,
    ),
  restore: ({ restorations }) => restorations.every(({ done }) => done !== null),
  askCompletion: ({ completion }) => completion !== null,
  settleConflict: ({ conflicts }) => conflicts.every(({ outcome }) => outcome !== 'open'),
  declareConflict: withoutPanel,
  look: withoutPanel,
  decide: withoutPanel,
  extend: ({ kind, clocks }) =>
    longestExtension(kind) === 0 || clocks.some(({ extensions }) => extensions.length > 0),
};

/** Measures of the catalogue that may stand instead of an item; of those decided here only what is not heavier. */
const lighterOf = (reader: Reader, appeal: Appeal, record: CaseRecord): AppealView['lighter'] => {
  if (!['accepted', 'received', 'forwarded'].includes(appeal.state)) return [];
  const pack = readLawPack(reader);
  const school = readSchool(reader);
  const subject = record.subjects.find(({ personId }) => personId === appeal.person.id);
  const items = record.decision?.items ?? [];
  if (!subject) return [];
  const fitting = enabledMeasures(reader).filter((measure) => {
    const { content } = inForce(measure);
    return (
      isOfKind(subject, content) &&
      measureFit(pack, school, record, subject, content, record.decision?.decidedOn ?? '').state === 'fits'
    );
  });
  return appeal.items.flatMap(({ itemId }) => {
    const before = items.find(({ id }) => id === itemId);
    if (!before) return [];
    return [
      {
        itemId,
        measures: fitting
          .filter((measure) => isAllowed(appeal, before, measure))
          .map((measure) => {
            const { name, maxDays } = inForce(measure).content;
            return { code: measure.id, name, maxDays };
          }),
      },
    ];
  });
};

const isAllowed = (
  appeal: Appeal,
  before: DecisionItem,
  measure: Parameters<typeof decidedMeasure>[0],
): boolean => {
  const days = inForce(measure).content.maxDays === null ? null : 1;
  if (measure.id === before.measure.code && (before.days ?? 0) <= 1) return false;
  return !appeal.inside || !isHeavier([before], [{ measure: decidedMeasure(measure), days }]);
};

const involvedOf = (record: CaseRecord, appeal: Appeal): AppealView['involved'] => {
  const reasons = new Map<string, string>();
  for (const { name, why } of involvedIn(record, appeal)) if (!reasons.has(name)) reasons.set(name, why);
  return [...reasons].map(([name, why]) => ({ name, why }));
};

/** What the record page shows. */
export const appealView = (appeal: Appeal, context: CallContext): AppealView => {
  const { store } = context;
  const record = requireCase(store, appeal.case.id);
  const next = nextAct(appeal);
  const outcome = next === null ? undefined : outcomeOf(next, appeal.state, appeal);
  const { limit, receivedOn } = appeal;
  const school = readSchool(store);
  const recusal = recusalOf(store, appeal, context);
  return {
    appeal,
    nextAct: next,
    acts: appealActs.filter(
      (act) =>
        isOpenTo(appeal, act) &&
        context.can(permissionOf(act)) &&
        (recusal === '' || !isForUninvolved(act)) &&
        pointless[act]?.(appeal) !== true,
    ),
    missing: outcome?.ok === false && outcome.reason === 'incomplete' ? [...outcome.missing] : [],
    clocks: clockViews(appeal, nowOf(context)),
    lateDays: limit === null ? 0 : Math.max(0, daysBetween(limit.dueOn, receivedOn)),
    involved: involvedOf(record, appeal),
    recusal,
    lighter: lighterOf(store, appeal, record),
    lacking: appeal.papers
      .filter(({ issuedPaperId }) => issuedPaperId === null)
      .map((paper) => ({ paperId: paper.id, fields: lackingOf({ school, appeal, record, paper }) })),
  };
};
