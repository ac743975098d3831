import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { BookOffer } from '../../../../shared/features/evaluation/files/channels.ts';
import type { Cycle, RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import { entryLabel } from '../../../../shared/features/organisation/grades.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import { renderRaterBook } from '../../../documents/excel/rater-book.ts';
import type { Reader } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile } from '../../file-content.ts';
import type { JobHandle } from '../../jobs.ts';
import { startKeptFile } from '../../kept-files.ts';
import { classCollection, readSchool } from '../../organisation/index.ts';
import { sheetRights } from '../access.ts';
import { scoreSheetCollection, sheetKeyOf } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { sheetRaterId } from '../planning/ballots.ts';
import { requireVersion } from '../systems.ts';
import { raterBook, type BookFacts } from './book-model.ts';
import { booksOfGroup, type BookToHandOut, type GroupBooks } from './bundles.ts';
import { bookSigner } from './signing.ts';

const ZIP = 'application/zip';
/** What Windows takes in no file name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
const safe = (name: string): string => name.replace(FORBIDDEN, ' ').trim();

/** Whoever hands out score sheets runs the evaluation, or copies scores in and takes no part himself. */
const mayHandOut = (reader: Reader, cycle: Cycle, context: CallContext): boolean =>
  context.can('evaluation.manage') ||
  (context.can('evaluation.score') && !sheetRights(reader, cycle, context).onlyOwn);

/** @throws AppError `illegal-step` unless scoring runs, `forbidden` for whoever only rates. */
const demandHandOut = (cycle: Cycle, context: CallContext): void => {
  if (cycle.state !== 'scoring')
    throw new AppError(
      'illegal-step',
      cycle.state === 'draft' ? '评分还没有开始，开始以后才能发放评分表。' : '已经收卷，不再发放评分表。',
    );
  if (!mayHandOut(context.store, cycle, context))
    throw new AppError('forbidden', '电子评分表由组织考核的人发放。您可以在“评分”里导出自己的一份。');
};

const classNameOf =
  (reader: Reader) =>
  (classId: string): string => {
    const held = reader.get(classCollection, classId);
    return held ? entryLabel(held) : '';
  };

const groupsOf = (cycle: Cycle, context: CallContext, groupIds: readonly string[] | null): GroupBooks[] => {
  const { content } = requireVersion(context.store, cycle.versionId);
  return cycle.groups
    .filter(({ id }) => groupIds === null || groupIds.includes(id))
    .map((group) =>
      booksOfGroup(
        cycle,
        content,
        group,
        (raterId) => sheetRaterId(context, cycle, group, raterId),
        classNameOf(context.store),
      ),
    );
};

/** Which groups can be given electronic score sheets, and why others cannot. */
export const bookOffers = (
  { cycleId }: { cycleId: string },
  context: CallContext,
): { offers: BookOffer[] } => {
  const cycle = requireCycle(context.store, cycleId);
  if (cycle.state !== 'scoring' || !mayHandOut(context.store, cycle, context)) return { offers: [] };
  return {
    offers: groupsOf(cycle, context, null).map(({ group, books, refused, notes }) => ({
      groupId: group.id,
      groupName: group.name,
      books: books.length,
      refused,
      notes: [...notes],
      raters: group.anonymous
        ? []
        : books.flatMap(({ rater }) => (rater ? [{ raterId: rater.id, name: rater.name }] : [])),
    })),
  };
};

const factsOf = async (cycle: Cycle, group: RaterGroup, context: CallContext): Promise<BookFacts> => {
  const { store, clock } = context;
  const school = readSchool(store);
  return {
    schoolId: school.id,
    schoolName: school.name,
    cycle,
    content: requireVersion(store, cycle.versionId).content,
    group,
    madeAt: instantOfMs(clock.now()),
    sign: await bookSigner(context),
    storedId: (raterId) => sheetRaterId(context, cycle, group, raterId),
    sheetOf: (storedId, subjectId) =>
      store.by(scoreSheetCollection, 'place', sheetKeyOf(cycle.id, group.id, storedId, subjectId))[0],
  };
};

/**
 * One electronic score sheet, for whoever hands them out and for the rater himself.
 *
 * @throws AppError `not-found` for an unknown group or rater, `forbidden` for somebody else's, `illegal-step`.
 */
export const oneBook = async (
  { cycleId, groupId, raterId }: { cycleId: string; groupId: string; raterId: string | null },
  context: CallContext,
): Promise<FileContent> => {
  const cycle = requireCycle(context.store, cycleId);
  const [found] = groupsOf(cycle, context, [groupId]);
  if (!found) throw new AppError('not-found', '没有这个评分组，请刷新后重试。');
  const { group, books } = found;
  const rights = sheetRights(context.store, cycle, context);
  const own =
    raterId !== null &&
    rights.mayEnter(group, raterId) &&
    rights.accountOf(group, raterId) === context.session.user?.userId;
  if (!own) demandHandOut(cycle, context);
  const wanted =
    group.kind === 'self'
      ? books.filter(({ subjects }) => raterId === null || subjects[0]?.id === raterId)
      : books.filter(({ rater }) => rater?.id === raterId);
  if (wanted.length === 0)
    throw found.refused === ''
      ? new AppError('not-found', '没有这名评分人的评分表，请刷新后重试。')
      : new AppError('illegal-step', found.refused);
  const bytes = await renderRaterBook(raterBook(await factsOf(cycle, group, context), wanted));
  const label = wanted.length > 1 ? '' : ` ${wanted[0]?.label ?? ''}`;
  return sheetFile(`${cycle.name} ${group.name}评分表${label}`, bytes);
};

interface Planned {
  readonly path: string;
  readonly found: GroupBooks;
  readonly books: readonly BookToHandOut[];
}

const planned = (found: readonly GroupBooks[], perGroup: boolean): Planned[] =>
  found.flatMap((one) => {
    const { group, books } = one;
    // One workbook of all anonymous sheets would lie on one desk, one sheet beside the other.
    if (perGroup && !group.anonymous) return [{ path: `${safe(group.name)}评分表.xlsx`, found: one, books }];
    return books.map((book) => ({
      path: `${safe(group.name)}/${safe(`${group.name}评分表 ${book.label}`)}.xlsx`,
      found: one,
      books: [book],
    }));
  });

/** 发放清单: which file goes to whom, to be ticked off; of anonymous groups only how many there are. */
const handOutList = (cycle: Cycle, files: readonly Planned[], createdAt: string): Promise<Uint8Array> => {
  const open = files.filter(({ found }) => !found.group.anonymous);
  const anonymous = [...new Set(files.map(({ found }) => found))].filter(({ group }) => group.anonymous);
  return renderListTable({
    title: `${cycle.name}电子评分表发放清单`,
    sheetName: '发放清单',
    note: '发一份划一份，收回后再划一份。匿名组不登记谁拿了哪一份。',
    columns: [
      { title: '评分组', width: 16 },
      { title: '评分人', width: 16 },
      { title: '文件', width: 44 },
      { title: '对象数', width: 9, align: 'right' },
      { title: '已发放', width: 9 },
      { title: '已收回', width: 9 },
    ],
    rows: [
      ...open.map(({ path, found, books }) => [
        found.group.name,
        books.length === 1 ? (books[0]?.label ?? '') : `共 ${String(books.length)} 人`,
        path,
        new Set(books.flatMap(({ subjects }) => subjects.map(({ id }) => id))).size,
        '',
        '',
      ]),
      ...anonymous.map(({ group, books }) => [
        group.name,
        `无记名，共 ${String(books.length)} 份`,
        `${safe(group.name)}/`,
        null,
        '',
        '',
      ]),
    ],
    createdAt,
  });
};

/** 1980-01-01, the zip format's own zero. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/**
 * Makes the electronic score sheets of a cycle in the background as one zip with a list of who gets which.
 *
 * @throws AppError `illegal-step` unless scoring runs or where nothing can be handed out, `forbidden`.
 */
export const startBooks = (
  { cycleId, groupIds, perGroup }: { cycleId: string; groupIds: readonly string[] | null; perGroup: boolean },
  context: CallContext,
): { jobId: string } => {
  const cycle = requireCycle(context.store, cycleId);
  demandHandOut(cycle, context);
  const found = groupsOf(cycle, context, groupIds);
  const files = planned(found, perGroup);
  if (files.length === 0)
    throw new AppError(
      'illegal-step',
      found.map(({ refused }) => refused).find((why) => why !== '') ?? '没有可以发放的评分表。',
    );
  const write = async (path: string, job: JobHandle): Promise<{ size: number; hash: string }> => {
    const zip = new JSZip();
    const facts = new Map<string, BookFacts>();
    for (const [at, { path: inside, found: of, books }] of files.entries()) {
      await job.report(at, files.length, `正在生成第 ${String(at + 1)} 份，共 ${String(files.length)} 份`);
      const known = facts.get(of.group.id) ?? (await factsOf(cycle, of.group, context));
      facts.set(of.group.id, known);
      zip.file(inside, await renderRaterBook(raterBook(known, books)), {
        date: NO_DATE,
        createFolders: false,
      });
    }
    const createdAt = instantOfMs(context.clock.now());
    zip.file('发放清单.xlsx', await handOutList(cycle, files, createdAt), { date: NO_DATE });
    await job.report(files.length, files.length, '正在装成压缩包');
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    await writeFile(path, bytes);
    return { size: bytes.byteLength, hash: createHash('sha256').update(bytes).digest('hex') };
  };
  return {
    jobId: startKeptFile(
      context,
      { task: '生成电子评分表', name: `${safe(cycle.name)} 电子评分表.zip`, mime: ZIP },
      write,
    ),
  };
};
