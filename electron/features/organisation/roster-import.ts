import {
  rosterFileLabels,
  type ImportPreview,
  type RosterKind,
} from '../../../shared/features/organisation/import.ts';
import { readTeachings } from '../../../shared/features/organisation/teaching/rows.ts';
import { readRoster, type RosterRow } from '../../../shared/features/organisation/roster-rows.ts';
import { rosterColumns } from '../../../shared/features/organisation/roster-columns.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { readWorkbook } from '../../documents/excel/read-workbook.ts';
import type { Store, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { bytesOf } from '../file-content.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  staffCollection,
} from './collections.ts';
import { demandSoundHoldings } from './people.ts';
import type { LookupOptions } from './roster-lookups.ts';
import { createPlanner, type Plan } from './roster-planner.ts';
import { absentOf, fingerprintOf, previewOf } from './roster-preview.ts';
import { courseCollection } from './teaching/collections.ts';
import { coursesOn } from './teaching/readers.ts';
import { writeTeachings } from './teaching/service.ts';

/** How many rows are looked at before other calls get a turn. */
const CHUNK = 400;

/** A preview that waits for its last button. Gone with the program: nothing of it is kept. */
interface Pending {
  readonly owner: string;
  readonly kind: RosterKind;
  readonly rows: readonly RosterRow[];
  readonly createMissing: boolean;
  readonly from: string;
  readonly whole: boolean;
  readonly fingerprint: string;
  readonly preview: ImportPreview;
}

interface Previews {
  readonly byToken: Map<string, Pending>;
  readonly tokenOfJob: Map<string, string>;
}

/** Per open data folder: the finished previews. */
const previews = new WeakMap<Store, Previews>();

const previewsOf = (store: Store): Previews => {
  const held = previews.get(store) ?? { byToken: new Map(), tokenOfJob: new Map() };
  previews.set(store, held);
  return held;
};

/** What a head has to say, in words. */
const headWords = (kind: RosterKind): string => {
  const required = rosterColumns[kind].filter((column) => column.required).map(({ title }) => `“${title}”`);
  return kind === 'teachings'
    ? `${required.join('、')}和教师工号或姓名，或者写着“班级”和各门学科`
    : required.join('和');
};

/**
 * Reads a roster in the background and works out what it would do. Nothing is changed.
 *
 * @returns the job's id; the preview is found by `importPreview` once the job is done.
 */
export const startImport = (
  context: CallContext,
  input: {
    readonly kind: RosterKind;
    readonly file: { readonly name: string; readonly base64: string };
    readonly createMissing: boolean;
    readonly from: string | null;
    readonly whole: boolean;
  },
): string => {
  const { store, jobs, session, newId, today } = context;
  const { kind, file, createMissing, whole } = input;
  const { byToken, tokenOfJob } = previewsOf(store);
  for (const [token, { owner }] of byToken) if (owner === session.id) byToken.delete(token);
  const token = newId();
  const from = input.from ?? today;
  const options: LookupOptions = { today, newId, createMissing, from, whole };
  const jobId = jobs.start(`读取${rosterFileLabels[kind]}`, session.id, async (job) => {
    await job.report(0, 3, '正在打开文件');
    const sheets = await readWorkbook(file.name, bytesOf(file));
    await job.report(1, 3, '正在辨认表头和内容');
    const roster =
      kind === 'teachings' ? readTeachings(sheets, coursesOn(store, from)) : readRoster(kind, sheets);
    if (roster.sheets.length === 0)
      throw new AppError(
        'invalid',
        `没有找到表头：工作表前 30 行里要有一行同时写着${headWords(kind)}。可以先下载模板对照。`,
      );
    if (roster.rows.length === 0 && roster.problems.length === 0)
      throw new AppError(
        'invalid',
        kind === 'teachings' ? '表头下面没有任课，请填写后再导入。' : '表头下面没有人员，请填写后再导入。',
      );
    const planner = createPlanner(kind, store, options);
    for (let done = 0; done < roster.rows.length; done += CHUNK) {
      planner.take(roster.rows.slice(done, done + CHUNK));
      await job.report(
        1 + (2 * Math.min(done + CHUNK, roster.rows.length)) / roster.rows.length,
        3,
        `正在核对第 ${String(Math.min(done + CHUNK, roster.rows.length))} 行，共 ${String(roster.rows.length)} 行`,
      );
    }
    const result = planner.plan();
    byToken.set(token, {
      owner: session.id,
      kind,
      rows: roster.rows,
      createMissing,
      from,
      whole,
      fingerprint: fingerprintOf(result),
      preview: previewOf(token, file.name, roster, result, absentOf(store, result, from)),
    });
  });
  tokenOfJob.set(jobId, token);
  return jobId;
};

/** The preview of a finished job of this session, or null while it runs or after it failed. */
export const importPreview = ({ store, jobs, session }: CallContext, jobId: string): ImportPreview | null => {
  jobs.view(jobId, session.id);
  const { byToken, tokenOfJob } = previewsOf(store);
  return byToken.get(tokenOfJob.get(jobId) ?? '')?.preview ?? null;
};

const write = (tx: Tx, result: Plan): void => {
  for (const department of result.made.departments) tx.insert(departmentCollection, department);
  for (const post of result.made.posts) tx.insert(postCollection, post);
  for (const held of result.made.classes) tx.insert(classCollection, held);
  for (const course of result.made.courses) tx.insert(courseCollection, course);
  if (result.kind === 'staff')
    for (const [place, { before, after }] of result.plan.people.entries()) {
      if (result.plan.rows[place]?.kind === 'same') continue;
      demandSoundHoldings(tx, after);
      if (before) tx.replace(staffCollection, after);
      else tx.insert(staffCollection, after);
    }
  else if (result.kind === 'teachings') {
    const { people, removed } = result.plan;
    const before = people.flatMap((one) => one.before ?? []).concat(removed);
    writeTeachings(
      tx,
      before,
      people.map(({ after }) => after),
    );
  } else
    for (const [place, { before, after }] of result.plan.people.entries()) {
      if (result.plan.rows[place]?.kind === 'same') continue;
      if (before) tx.replace(pupilCollection, after);
      else tx.insert(pupilCollection, after);
    }
};

/**
 * Does what a preview showed, all of it in one transaction.
 *
 * @throws AppError `not-found` for a preview that is gone, `invalid` while it has problems, `conflict` when the roster
 * has changed since and the file would now do something else.
 */
export const applyImport = async (
  { store, actor, channel, session, today, newId }: CallContext,
  token: string,
): Promise<{ created: number; changed: number; same: number; made: number }> => {
  const pending = previewsOf(store).byToken.get(token);
  if (pending?.owner !== session.id) throw new AppError('not-found', '这次预览已经失效，请重新选择文件。');
  const { counts } = pending.preview;
  if (counts.problems > 0)
    throw new AppError(
      'invalid',
      `文件里还有 ${String(counts.problems)} 处错误，改正后重新导入。没有写入任何内容。`,
    );
  const made = await store.transact({ actor, act: channel }, (tx) => {
    const { kind, rows, createMissing, from, whole } = pending;
    const planner = createPlanner(kind, tx, { today, newId, createMissing, from, whole });
    planner.take(rows);
    const result = planner.plan();
    if (fingerprintOf(result) !== pending.fingerprint)
      throw new AppError(
        'conflict',
        '预览之后学校的资料有了改动，请重新选择文件，核对后再导入。没有写入任何内容。',
      );
    write(tx, result);
    const { departments, posts, classes, courses } = result.made;
    return departments.length + posts.length + classes.length + courses.length;
  });
  previewsOf(store).byToken.delete(token);
  return { created: counts.created, changed: counts.changed, same: counts.same, made };
};
