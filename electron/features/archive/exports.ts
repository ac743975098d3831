import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { sheetFile, wordFile } from '../file-content.ts';
import { readSchool, requireStaff } from '../organisation/index.ts';
import { archiveExportCollection, type ArchiveExport } from './collections.ts';
import { dossierOf } from './dossier.ts';
import { personArchive, summaryOf } from './views.ts';

/** Keeps who took out what, before it is handed over: an export that is not on record does not happen. */
const keep = (
  { store, actor, channel, clock, newId }: CallContext,
  taken: Pick<ArchiveExport, 'what' | 'staffIds' | 'fileName'>,
): Promise<ArchiveExport> =>
  store.transact({ actor, act: channel }, (tx) =>
    tx.insert(archiveExportCollection, {
      id: newId(),
      at: instantOfMs(clock.now()),
      by: actor,
      ...taken,
    }),
  );

export const exportDossier = async (context: CallContext, staffId: string): Promise<FileContent> => {
  const { store, today, clock, actor } = context;
  const staff = requireStaff(store, staffId);
  const archive = personArchive(store, staff, today);
  const bytes = await renderWord(
    dossierOf(archive, {
      school: readSchool(store).name,
      today,
      createdAt: instantOfMs(clock.now()),
      takenBy: actor.name,
    }),
  );
  const file = wordFile(`${staff.name}（${staff.number}）问责档案册`, bytes);
  await keep(context, { what: 'dossier', staffIds: [staffId], fileName: file.name });
  return file;
};

export const exportList = async (context: CallContext, staffIds: readonly string[]): Promise<FileContent> => {
  const { store, today, clock } = context;
  const people = staffIds.map((id) => summaryOf(store, requireStaff(store, id), today));
  const kinds = [...new Set(people.flatMap(({ counts }) => counts.map(({ kind }) => kind)))];
  const title = `${readSchool(store).name}问责档案一览表`;
  const bytes = await renderListTable({
    title,
    sheetName: '问责档案',
    landscape: true,
    note: `共 ${String(people.length)} 人，${formatDay(today)}导出`,
    createdAt: instantOfMs(clock.now()),
    columns: [
      { title: '工号', width: 10 },
      { title: '姓名', width: 10 },
      { title: '部门', width: 18 },
      { title: '岗位', width: 18 },
      ...kinds.map((kind) => ({ title: kind, width: 10, align: 'center' as const })),
      { title: '最近记录', width: 16 },
    ],
    rows: people.map(({ number, name, departments, posts, counts, latestOn }) => [
      number,
      name,
      departments,
      posts,
      ...kinds.map((kind) => counts.find((each) => each.kind === kind)?.count ?? 0),
      latestOn === null ? '' : formatDay(latestOn),
    ]),
  });
  const file = sheetFile(title, bytes);
  await keep(context, { what: 'list', staffIds: [...staffIds], fileName: file.name });
  return file;
};
