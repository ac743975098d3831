import type { DeadlineView } from '../../../shared/features/deadlines/channels.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import type { CallContext } from '../context.ts';
import type { DeadlineSource } from '../deadline-source.ts';
import { fileOf, sheetFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { collectDeadlines } from './collect.ts';
import { calendarFile } from './ics.ts';

const dueText = ({ dueOn, estimated, rolledFrom }: DeadlineView): string =>
  formatDay(dueOn) +
  (estimated ? '（预估）' : '') +
  (rolledFrom === null ? '' : `（原为${formatDay(rolledFrom)}，遇休息日顺延）`);

/**
 * The terms named, in that order.
 *
 * @throws AppError `not-found` for one that has ended meanwhile, `forbidden` for one that must not be taken along.
 */
const namedTerms = (
  sources: readonly DeadlineSource[],
  ids: readonly string[],
  context: CallContext,
): DeadlineView[] => {
  const known = new Map(collectDeadlines(sources, context.store, context).map((view) => [view.id, view]));
  return ids.map((id) => {
    const view = known.get(id);
    if (!view) throw new AppError('not-found', '有的期限刚刚已经办结，请刷新后再导出。');
    if (!view.exportable)
      throw new AppError(
        'forbidden',
        `您没有导出“${view.sourceLabel}”的权限。请用筛选去掉这类期限，再导出其余的。`,
      );
    return view;
  });
};

/** The terms named as a calendar file. It leaves the house on telephones, so it names nobody. */
export const exportCalendar = (
  sources: readonly DeadlineSource[],
  ids: readonly string[],
  context: CallContext,
): FileContent => {
  const { store, clock, today } = context;
  const name = `${readSchool(store).name}待办期限`;
  const entries = namedTerms(sources, ids, context).map((view) => ({
    id: view.id,
    day: view.dueOn,
    title: [view.label, view.recordNumber].filter((part) => part !== '').join('：'),
    about: `${view.estimated ? '到期日为预估。' : ''}依据：${view.ground}`,
  }));
  const text = calendarFile(name, entries, instantOfMs(clock.now()));
  return fileOf(`${name}（${formatDay(today)}）.ics`, 'text/calendar', Buffer.from(text));
};

/** The terms named, in that order, as a sheet. */
export const exportDeadlines = async (
  sources: readonly DeadlineSource[],
  ids: readonly string[],
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const rows = namedTerms(sources, ids, context);
  const title = `${readSchool(store).name}待办期限一览表`;
  const bytes = await renderListTable({
    title,
    sheetName: '待办期限',
    landscape: true,
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '状态', width: 18 },
      { title: '到期日', width: 24 },
      { title: '期限', width: 16 },
      { title: '事项', width: 34 },
      { title: '编号', width: 20 },
      { title: '当事人', width: 16 },
      { title: '办理', width: 22 },
      { title: '依据', width: 46 },
    ],
    rows: rows.map((view, index) => [
      index + 1,
      view.words,
      dueText(view),
      view.label,
      view.title,
      view.recordNumber,
      view.people.join('、'),
      view.responsible,
      view.ground,
    ]),
    note: `共 ${String(rows.length)} 个期限，${formatDay(today)}导出。工作日按本校节假日安排计算。内部资料，请妥善保管。`,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(`${title}（${formatDay(today)}）`, bytes);
};
