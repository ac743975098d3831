import { fieldProblems } from '../../../shared/features/evaluation/data/field-problems.ts';
import type { OwedData } from '../../../shared/features/evaluation/data/owed.ts';
import type { IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import { planProblems } from '../../../shared/features/evaluation/plan-rules.ts';
import type { Cycle, Rater, RaterGroup } from '../../../shared/features/evaluation/schema.ts';
import {
  addProgress,
  progressByRater,
  type RaterTally,
} from '../../../shared/features/evaluation/sheet-state.ts';
import type {
  CycleRow,
  CycleView,
  RaterProgress,
  WaitingSheet,
} from '../../../shared/features/evaluation/views.ts';
import { daysBetween } from '../../../shared/kernel/dates.ts';
import type { FieldIssue } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { accountName } from '../accounts/index.ts';
import type { CallContext } from '../context.ts';
import { sheetRights } from './access.ts';
import { cycleCollection, scoreSheetCollection } from './collections.ts';
import { allFields } from './data/fields.ts';
import { owedData } from './data/owed.ts';
import { mayFindBallots, sheetRaterId } from './planning/ballots.ts';
import { entryClosed } from './scoring/entry.ts';
import { unusableAccounts } from './rater-accounts.ts';
import { periodOf } from './subjects.ts';
import { requireVersion } from './systems.ts';

type Caller = Pick<CallContext, 'session' | 'can' | 'store' | 'today'>;
type Viewer = Caller & Pick<CallContext, 'resourcesDir'>;

/** @throws AppError `not-found` when there is no such cycle. */
export const requireCycle = (reader: Reader, id: string): Cycle =>
  reader.require(cycleCollection, id, '考核');

const enteredBy = (reader: Reader, { group, raterId }: RaterTally, account: string | undefined): string => {
  if (raterId === null) return group.kind === 'self' ? '本人填写，没有账号的由考核员代录' : '已封存';
  return account === undefined ? '考核员代录' : `${accountName(reader, account)}本人填写`;
};

const nameOf = ({ kind, raters }: RaterGroup, rater: Rater | undefined): string =>
  rater?.name ?? (kind === 'self' ? '全体考核对象' : `匿名评分人 ${String(raters.length)} 名`);

const raterProgress = (reader: Reader, cycle: Cycle, caller: Caller): RaterProgress[] => {
  const { content } = requireVersion(reader, cycle.versionId);
  const rights = sheetRights(reader, cycle, caller);
  const sheets = reader.by(scoreSheetCollection, 'cycle', cycle.id);
  const storedId = (group: RaterGroup, raterId: string): string | undefined =>
    mayFindBallots(caller, cycle) ? sheetRaterId(caller, cycle, group, raterId) : undefined;
  return progressByRater(content, cycle, sheets, storedId).map((tally) => {
    const { group, raterId, progress } = tally;
    const rater = group.raters.find(({ id }) => id === raterId);
    const raterIds =
      rater !== undefined ? [rater.id] : group.kind === 'self' ? cycle.subjects.map(({ id }) => id) : [];
    return {
      groupId: group.id,
      groupName: group.name,
      kind: group.kind,
      raterId,
      name: nameOf(group, rater),
      enteredBy: enteredBy(reader, tally, rater && rights.accountOf(group, rater.id)),
      progress,
      lastDay: rater?.extendedTo ?? cycle.endsOn,
      anonymous: group.anonymous,
      withdrawn: rater?.withdrawn?.reason ?? '',
      mayOpen: raterIds.some((id) => rights.mayOpen(group, id)),
      mayEnter: raterIds.some(
        (id) => rights.mayEnter(group, id) && entryClosed(cycle, group, id, caller.today) === '',
      ),
    };
  });
};

/** What would make a running cycle unsound: its plan, and raters who cannot rate. */
export const runningProblems = (reader: Reader, cycle: Cycle): FieldIssue[] => {
  const { content } = requireVersion(reader, cycle.versionId);
  const accounts = cycle.groups.flatMap(({ raters }) =>
    raters.flatMap(({ userId }) => (userId === null ? [] : [userId])),
  );
  const unusable = unusableAccounts(reader, accounts);
  const withoutAccount = cycle.groups.flatMap(({ name, raters }, place) =>
    raters
      .filter(({ userId }) => userId !== null && unusable.has(userId))
      .map((rater) => ({
        path: `groups.${String(place)}.raters`,
        message: `“${name}”的“${rater.name}”的账号已停用或不能录入考核分数`,
      })),
  );
  return [...planProblems(cycle, content), ...withoutAccount];
};

/** Everything that still stands between a cycle and its start: also formulas for which no data can ever come in. */
export const startProblems = (
  reader: Reader,
  cycle: Cycle,
  { resourcesDir }: Pick<CallContext, 'resourcesDir'>,
): FieldIssue[] => [
  ...runningProblems(reader, cycle),
  ...fieldProblems(
    requireVersion(reader, cycle.versionId).content,
    cycle.kind,
    allFields(reader, resourcesDir),
  ).map(({ path, message }) => ({ path: `content.${path}`, message })),
];

const actsOf = (cycle: Cycle, { can }: Caller): CycleView['acts'] => {
  if (!can('evaluation.manage')) return [];
  switch (cycle.state) {
    case 'draft':
      return ['savePlan', 'setSubjects', 'start'];
    case 'scoring':
      return ['savePlan', 'close'];
    case 'closed':
      return ['confirm', 'reopen'];
    case 'confirmed':
      return ['reopen'];
  }
};

/** What the formulas wait for; before the start only what can come in at all, since the rest is a problem of its own. */
const stillOwed = (
  reader: Reader,
  cycle: Cycle,
  content: IndicatorContent,
  { resourcesDir }: Pick<CallContext, 'resourcesDir'>,
): OwedData[] => {
  if (cycle.state === 'confirmed') return [];
  const owed = owedData(reader, cycle, content);
  if (cycle.state !== 'draft') return owed;
  const kept = new Set(
    allFields(reader, resourcesDir)
      .filter(({ kinds }) => kinds.includes(cycle.kind))
      .map(({ name }) => name),
  );
  return owed.filter(({ field }) => field === '' || kept.has(field));
};

/** A cycle with its progress, as the caller may see it. */
export const viewCycle = (reader: Reader, cycle: Cycle, caller: Viewer): CycleView => {
  const version = requireVersion(reader, cycle.versionId);
  const sheets = raterProgress(reader, cycle, caller);
  return {
    cycle,
    period: periodOf(reader, cycle.schoolYearId, cycle.term),
    systemId: version.systemId,
    systemName: version.content.name,
    versionNumber: version.number,
    content: version.content,
    problems: cycle.state === 'draft' ? startProblems(reader, cycle, caller) : [],
    owedData: stillOwed(reader, cycle, version.content, caller),
    progress: addProgress(sheets.map(({ progress }) => progress)),
    sheets,
    acts: actsOf(cycle, caller),
  };
};

/** All cycles, the latest first. */
export const listCycles = (reader: Reader): CycleRow[] =>
  [...reader.all(cycleCollection)]
    .sort((a, b) => b.startsOn.localeCompare(a.startsOn))
    .map((cycle) => {
      const { content } = requireVersion(reader, cycle.versionId);
      const parts = progressByRater(content, cycle, reader.by(scoreSheetCollection, 'cycle', cycle.id));
      return {
        id: cycle.id,
        name: cycle.name,
        kind: cycle.kind,
        state: cycle.state,
        period: periodOf(reader, cycle.schoolYearId, cycle.term),
        startsOn: cycle.startsOn,
        endsOn: cycle.endsOn,
        systemName: content.name,
        subjects: cycle.subjects.length,
        progress: addProgress(parts.map(({ progress }) => progress)),
      };
    });

/** The sheets that the caller may enter and that are not whole yet, soonest end first. */
export const waitingSheets = (
  reader: Reader,
  context: Caller,
  limit: number,
): { total: number; sheets: WaitingSheet[] } => {
  const waiting = reader
    .all(cycleCollection)
    .filter(({ state }) => state === 'scoring')
    .flatMap((cycle) =>
      raterProgress(reader, cycle, context)
        .filter(({ mayEnter, progress }) => mayEnter && progress.done < progress.total)
        .map(({ groupId, raterId, groupName, name, progress, lastDay }) => ({
          cycleId: cycle.id,
          cycleName: cycle.name,
          groupId,
          raterId,
          title: `${groupName} · ${name}`,
          endsOn: lastDay,
          daysLeft: daysBetween(context.today, lastDay),
          progress,
        })),
    )
    .sort((a, b) => a.daysLeft - b.daysLeft);
  return { total: waiting.length, sheets: waiting.slice(0, limit) };
};
