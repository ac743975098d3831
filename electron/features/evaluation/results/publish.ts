import {
  gradeIn,
  isOfChildren,
  publishedList,
} from '../../../../shared/features/evaluation/results/published.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import type { ExcellentShown, PublishedView } from '../../../../shared/features/evaluation/results/views.ts';
import { publicityStateLabels } from '../../../../shared/features/publicity/schema.ts';
import { dayOfInstant, formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent, Target } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import type { Reader } from '../../../store/types.ts';
import { accountCollection } from '../../accounts/index.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile } from '../../file-content.ts';
import { assessmentPublicities } from '../../publicity/index.ts';
import { cycleCollection } from '../collections.ts';
import { requireCycle, viewCycle } from '../cycles.ts';
import { cycleEvent } from '../plan.ts';
import { currentResults } from '../results.ts';
import { isAnnual } from './grade-law.ts';

/** How far the people of the highest grade have been shown for at least five working days (第十七条). */
export const excellentShown = (reader: Reader, cycle: Cycle, today: string): ExcellentShown => {
  const { content, rows, confirmed } = currentResults(reader, cycle);
  const best = content.bands[0]?.label;
  const people = rows.filter((row) => gradeIn(row) === best).map(({ subject }) => subject);
  const since = confirmed === null ? '' : dayOfInstant(confirmed.at);
  const publicities = confirmed === null ? [] : assessmentPublicities(reader, since);
  const shows = (over: boolean): ReadonlySet<string> =>
    new Set(
      publicities
        .filter(({ run }) => run !== null && run.endsOn < today === over)
        .flatMap(({ content: { items } }) => items.flatMap(({ personId }) => personId ?? [])),
    );
  const [finished, running] = [shows(true), shows(false)];
  const open = people.filter(({ id }) => !finished.has(id));
  return {
    people: people.length,
    finished: people.length - open.length,
    running: open.filter(({ id }) => running.has(id)).length,
    open: open.filter(({ id }) => !running.has(id)).map(({ name }) => name),
    publicities: publicities
      .filter(({ content: { items } }) =>
        items.some(({ personId }) => people.some(({ id }) => id === personId)),
      )
      .map(({ id, number, content: { title }, state, run }) => ({
        id,
        number,
        title,
        state: publicityStateLabels[state],
        endsOn: run?.endsOn ?? '',
      })),
  };
};

const demandShown = (reader: Reader, cycle: Cycle, today: string): void => {
  if (!isAnnual(cycle)) return;
  const { people, finished, running, open } = excellentShown(reader, cycle, today);
  if (finished === people) return;
  const names = open.length > 0 ? `（${open.slice(0, 5).join('、')}${open.length > 5 ? '等' : ''}）` : '';
  throw new AppError(
    'illegal-step',
    running > 0 && open.length === 0
      ? '优秀等次正在公示，公示期满、没有影响结果的异议后才能公布结果。'
      : `还有 ${String(open.length)} 名优秀等次的人没有公示${names}。请先公示不少于 5 个工作日，期满后再公布结果。`,
  );
};

/**
 * Makes the confirmed results known to those concerned.
 *
 * @throws AppError `illegal-step` before they are confirmed, when they are known already, and for a yearly assessment
 *   while its 优秀 have not been shown for their five working days (人社部发〔2023〕6号第十七条).
 */
export const publish = (
  { id, rev, note }: Target & { readonly note: string },
  context: CallContext,
): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const cycle = requireCycle(tx, id);
    if (cycle.state !== 'confirmed') throw new AppError('illegal-step', '确认结果以后才能公布。');
    if (cycle.published !== null) throw new AppError('illegal-step', '考核结果已经公布。');
    demandShown(tx, cycle, context.today);
    const after = tx.replace(cycleCollection, {
      ...cycle,
      rev,
      published: { at: instantOfMs(tx.now), by: tx.actor },
      history: [...cycle.history, cycleEvent(tx, 'published', note)],
    });
    return viewCycle(tx, after, context);
  });

const requirePublished = (reader: Reader, cycleId: string) => {
  const cycle = requireCycle(reader, cycleId);
  if (cycle.published === null || cycle.state !== 'confirmed')
    throw new AppError('not-found', '这次考核的结果还没有公布。');
  return { cycle, published: cycle.published };
};

/** The results as they were made known. @throws AppError `not-found` while they are not. */
export const viewPublished = (reader: Reader, cycleId: string, userId: string | undefined): PublishedView => {
  const { cycle, published } = requirePublished(reader, cycleId);
  const { content, rows } = currentResults(reader, cycle);
  const staffId = userId === undefined ? undefined : reader.get(accountCollection, userId)?.staffId;
  return {
    cycleName: cycle.name,
    published,
    why: isOfChildren(cycle.kind) ? '学生的考核结果不公开，只告知本人和监护人；这里只列各等次的人数。' : '',
    grades: content.bands.map(({ label }) => ({
      label,
      count: rows.filter((row) => gradeIn(row) === label).length,
    })),
    rows: publishedList(cycle.kind, rows),
    own: shownRows(cycle, rows, false).find(({ subject }) => subject.id === staffId) ?? null,
    bands: content.bands,
  };
};

/** The masked list for the notice board of the staff room. */
export const exportPublished = async (
  { cycleId }: { readonly cycleId: string },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const { cycle, published } = requirePublished(store, cycleId);
  if (isOfChildren(cycle.kind)) throw new AppError('unlawful', '学生的考核结果不公开，没有可张贴的名单。');
  const { rows } = currentResults(store, cycle);
  const name = `${cycle.name}结果公布`;
  const bytes = await renderListTable({
    title: name,
    sheetName: '公布',
    columns: [
      { title: '序号', width: 8, align: 'center' },
      { title: '姓名/名称', width: 24 },
      { title: '等次', width: 14, align: 'center' },
    ],
    rows: publishedList(cycle.kind, rows).map((row, place) => [place + 1, row.name, row.grade]),
    note: `姓名只显示姓氏。公布日期：${formatDay(dayOfInstant(published.at))}。`,
    landscape: false,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(name, bytes);
};
