import { quotaRuleOf } from '../../../shared/features/evaluation/results/annual.ts';
import { overfullWords, takenPlaces } from '../../../shared/features/evaluation/results/quota.ts';
import type { ConfirmedResult, Cycle } from '../../../shared/features/evaluation/schema.ts';
import type { CycleView, ResultRow } from '../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { demandLawful } from '../../../shared/law/findings.ts';
import type { Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { confirmedResultCollection, cycleCollection } from './collections.ts';
import { requireCycle, viewCycle } from './cycles.ts';
import { cycleEvent, refuseWithAll } from './plan.ts';
import { countedTwice } from './results/twice.ts';
import { undoAllAdjustments } from './results/adjustments.ts';
import { gradeFindings, isAnnual } from './results/grade-law.ts';
import { confirmedResults, currentResults, type CurrentResults } from './results.ts';

export interface Confirmation {
  readonly id: string;
  readonly rev: number;
  readonly undetermined: readonly { readonly subjectId: string; readonly reason: string }[];
  readonly quotaApproval: string;
  /** What was found where one matter may have come down on somebody twice; blank where nothing had to be looked into. */
  readonly notTwice: string;
}

const notYet = {
  draft: '评分还没有开始，不能确认结果。',
  scoring: '还在评分，请先收卷，再核对、确认结果。',
  confirmed: '考核结果已经确认过了。',
} as const;

/** @throws AppError `invalid` naming everybody whose result is incomplete. */
const demandComplete = (rows: readonly ResultRow[]): void => {
  const open = rows.flatMap(({ subject, outcome }) =>
    outcome.kind === 'incomplete'
      ? [
          {
            path: `subjects.${subject.id}`,
            message: `${subject.name}（${outcome.missing.slice(0, 2).join('；')}${outcome.missing.length > 2 ? '等' : ''}）`,
          },
        ]
      : [],
  );
  if (open.length > 0)
    throw refuseWithAll(
      `还有 ${String(open.length)} 个对象没有评完，请补齐评分和数据，或注明理由定为不定等次：`,
      open,
    );
};

/**
 * Places are counted as the cycle gives them out: by comparison group, small ones together, none below the floor. A
 * paper of consent lifts the school's own limit; in a yearly assessment it raises the share alone, which the law caps.
 *
 * @throws AppError `invalid` naming every group in which the meeting raised more to the highest grade than it has
 *   places for.
 */
const demandWithinQuota = (cycle: Cycle, { content, rows }: CurrentResults, approval: string): void => {
  const rule = quotaRuleOf(cycle, approval);
  if (!rule || (approval !== '' && !isAnnual(cycle))) return;
  const best = content.bands[0]?.label ?? '';
  const holders = new Set(
    rows.flatMap(({ subject, outcome }) =>
      outcome.kind === 'graded' && outcome.figures.grade === best && outcome.figures.outsideQuota === ''
        ? [subject.id]
        : [],
    ),
  );
  const nameOf = (id: string): string => rows.find(({ subject }) => subject.id === id)?.subject.name ?? '';
  const over = takenPlaces(rule, cycle.rankWithin, cycle.subjects, holders)
    .filter(({ taken, cap }) => taken.length > cap)
    .map((pool) => overfullWords(pool, best, nameOf));
  if (over.length > 0)
    throw invalidField(
      'quotaApproval',
      `${over.join('；')}。请在校准中调整${isAnnual(cycle) ? '' : '，或者填写同意超出名额的审核文号'}`,
    );
};

/** @throws AppError `invalid` where one matter may count twice and nobody wrote down what came of looking into it. */
const demandNotTwice = (
  rows: readonly ResultRow[],
  twice: ReadonlyMap<string, string>,
  checked: string,
): void => {
  if (twice.size === 0 || checked !== '') return;
  const named = rows.filter(({ subject }) => twice.has(subject.id)).map(({ subject }) => subject.name);
  throw invalidField(
    'notTwice',
    `${named.join('、')}在考核期内已受到处理，又有扣分或一票否决。请核对是否为同一事项，并写明核对结果`,
  );
};

const insertResult = (
  tx: Tx,
  base: Omit<ConfirmedResult, 'rev' | 'outcome'>,
  row: ResultRow,
  ranked: CurrentResults['ranked'],
): void => {
  const { outcome } = row;
  switch (outcome.kind) {
    case 'graded': {
      const { figures } = outcome;
      tx.insert(confirmedResultCollection, {
        ...base,
        outcome: { kind: 'graded', figures, ranked: ranked.get(figures.within) ?? 0 },
      });
      return;
    }
    case 'undetermined':
    case 'assigned':
      tx.insert(confirmedResultCollection, { ...base, outcome });
      return;
    case 'incomplete':
    case 'concealed':
      throw new RangeError(`${outcome.kind} result of ${row.subject.id} reached confirmation`);
  }
};

/**
 * Freezes every result of a cycle in one transaction.
 *
 * @throws AppError `illegal-step` unless the sheets are in, `invalid` naming everybody whose result is incomplete and
 *   who was not left without a grade for a reason (不定等次, 人社部发〔2023〕6号第四十一、四十二条), or when there are more
 *   of the highest grade than places, `unlawful` where grades of a yearly assessment go against the law pack.
 */
export const confirmCycle = (
  { id, rev, undetermined, quotaApproval, notTwice }: Confirmation,
  context: CallContext,
): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const cycle = requireCycle(tx, id);
    if (cycle.state !== 'closed') throw new AppError('illegal-step', notYet[cycle.state]);
    const reasons = new Map(undetermined.map(({ subjectId, reason }) => [subjectId, reason]));
    const known = new Set(cycle.subjects.map((subject) => subject.id));
    if (undetermined.some(({ subjectId }) => !known.has(subjectId)))
      throw new AppError('invalid', '不定等次的人员里有不属于这次考核的，请刷新后重新选择。');
    const results = currentResults(tx, cycle, reasons);
    const { content, rows, ranked } = results;
    const approval = quotaApproval === '' ? (cycle.quota?.approval ?? '') : quotaApproval;
    demandComplete(rows);
    demandLawful(gradeFindings(tx, cycle, content, rows, approval));
    demandWithinQuota(cycle, results, approval);
    const twice = countedTwice(tx, cycle, content, rows);
    demandNotTwice(rows, twice, notTwice);
    const confirmation = cycle.confirmations + 1;
    const confirmed = { at: instantOfMs(tx.now), by: tx.actor };
    for (const row of rows)
      insertResult(
        tx,
        {
          id: context.newId(),
          cycleId: id,
          subjectId: row.subject.id,
          confirmation,
          withdrawn: null,
          confirmed,
          bands: content.bands,
        },
        row,
        ranked,
      );
    const after = tx.replace(cycleCollection, {
      ...cycle,
      rev,
      state: 'confirmed',
      confirmations: confirmation,
      history: [
        ...cycle.history,
        cycleEvent(tx, 'confirmed', confirmationNote(approval, twice.size > 0 ? notTwice : '')),
      ],
    });
    return viewCycle(tx, after, context);
  });

/** What the record of a confirmation says. */
const confirmationNote = (approval: string, notTwice: string): string =>
  [
    ...(approval === '' ? [] : [`优秀比例审核文号：${approval}`]),
    ...(notTwice === '' ? [] : [`不重复扣分的核对：${notTwice}`]),
  ].join('；');

export interface Reopening {
  readonly id: string;
  readonly rev: number;
  readonly reason: string;
  readonly to: 'scoring' | 'closed';
}

/**
 * Takes confirmed results back: to the calibration, or to the scoring, where adjustments made on the old scores fall.
 * Sheets that are in, but not confirmed, can be opened again as well; those of anonymous raters stay sealed.
 *
 * @throws AppError `illegal-step` unless the sheets are in.
 */
export const reopenIn = (tx: Tx, { id, rev, reason, to }: Reopening): Cycle => {
  const cycle = requireCycle(tx, id);
  if (cycle.state === 'draft' || cycle.state === 'scoring')
    throw new AppError('illegal-step', '评分还没有结束，不需要重新打开。');
  if (cycle.state === 'closed' && to === 'closed')
    throw new AppError('illegal-step', '结果还没有确认，可以直接校准。');
  const withdrawn = { at: instantOfMs(tx.now), by: tx.actor };
  for (const result of confirmedResults(tx, cycle))
    tx.replace(confirmedResultCollection, { ...result, withdrawn });
  if (to === 'scoring') undoAllAdjustments(tx, id, `重新打开评分：${reason}`);
  return tx.replace(cycleCollection, {
    ...cycle,
    rev,
    state: to,
    published: null,
    history: [
      ...cycle.history,
      cycleEvent(tx, 'reopened', `${to === 'scoring' ? '重新评分' : '重新校准'}：${reason}`),
    ],
  });
};

/** Opens results again by themselves; see `reopenIn`. */
export const reopenCycle = (reopening: Reopening, context: CallContext): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) =>
    viewCycle(tx, reopenIn(tx, reopening), context),
  );
