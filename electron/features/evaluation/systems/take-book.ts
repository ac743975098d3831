import { contentProblems } from '../../../../shared/features/evaluation/indicator-rules.ts';
import {
  indicatorContentSchema,
  indicatorsOf,
  subjectKindLabels,
  type IndicatorVersion,
} from '../../../../shared/features/evaluation/indicators.ts';
import type {
  CellProblem,
  SeenVersion,
  SystemBookPreview,
} from '../../../../shared/features/evaluation/systems/book-preview.ts';
import { contentDifference } from '../../../../shared/features/evaluation/systems/difference.ts';
import { KIND_LABEL, TREE_SHEET } from '../../../../shared/features/evaluation/systems/layout.ts';
import type { SystemView } from '../../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderFormBook } from '../../../documents/excel/form-book.ts';
import type { Reader } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { bytesOf, sheetFile } from '../../file-content.ts';
import { readSchool } from '../../organisation/index.ts';
import { indicatorSystemCollection } from '../collections.ts';
import {
  insertSystem,
  insertVersion,
  readSystem,
  replaceContent,
  requireVersion,
  versionsOf,
} from '../systems.ts';
import { systemBook } from './book.ts';
import { readSystemBook, type ReadBook } from './read-book.ts';

/** One version as a workbook. @throws AppError `not-found`. */
export const exportSystemBook = async (
  { id }: { id: string },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const { content, number, systemId } = requireVersion(store, id);
  const { kind } = store.require(indicatorSystemCollection, systemId, '指标体系');
  const book = systemBook({
    schoolName: readSchool(store).name,
    kind,
    number,
    content,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(`${content.name}（第${String(number)}版）`, await renderFormBook(book));
};

/** A workbook, and the system that it is to change; null: it becomes one of its own. */
export interface GivenBook {
  readonly systemId: string | null;
  readonly file: FileContent;
}

interface Held {
  readonly book: ReadBook;
  readonly problems: readonly CellProblem[];
  /** The newest version; null where the file is to become a system of its own. */
  readonly newest: IndicatorVersion | null;
}

const newestOf = (reader: Reader, systemId: string | null): IndicatorVersion | null => {
  if (systemId === null) return null;
  reader.require(indicatorSystemCollection, systemId, '指标体系');
  return versionsOf(reader, systemId)[0] ?? null;
};

const held = async ({ systemId, file }: GivenBook, { store, newId }: CallContext): Promise<Held> => {
  const newest = newestOf(store, systemId);
  const book = await readSystemBook(file.name, bytesOf(file), newest?.content ?? null, newId);
  const own = systemId === null ? null : store.require(indicatorSystemCollection, systemId, '指标体系').kind;
  const foreign = own !== null && book.kind !== null && book.kind !== own;
  const problems: CellProblem[] = foreign
    ? [
        {
          sheet: TREE_SHEET,
          cell: 'B3',
          value: subjectKindLabels[book.kind],
          message: `这套指标的“${KIND_LABEL}”是${subjectKindLabels[own]}，不能改为其他对象；要用于其他对象，请在指标体系列表里从 Excel 新建`,
        },
        ...book.problems,
      ]
    : [...book.problems];
  return { book, problems, newest };
};

const becomes = (newest: IndicatorVersion | null): string => {
  if (!newest) return '新的一套指标体系';
  return newest.frozen
    ? `新的第 ${String(newest.number + 1)} 版（草稿），第 ${String(newest.number)} 版不变`
    : `第 ${String(newest.number)} 版（草稿）的内容`;
};

/** What taking the workbook in would do, without doing it. @throws AppError `invalid` for a file that is none. */
export const previewSystemBook = async (
  given: GivenBook,
  context: CallContext,
): Promise<SystemBookPreview> => {
  const { book, problems, newest } = await held(given, context);
  const { content, kind } = book;
  const whole = problems.length === 0;
  return {
    name: content.name,
    kind,
    dimensions: content.dimensions.length,
    indicators: indicatorsOf(content).length,
    problems: [...problems],
    changes: whole && newest ? contentDifference(newest.content, content) : [],
    open: whole ? contentProblems(content).map(({ message }) => message) : [],
    becomes: becomes(newest),
    against: newest?.number ?? null,
    seen: newest && { versionId: newest.id, rev: newest.rev },
  };
};

/**
 * Takes the workbook in, as its preview said.
 *
 * @throws AppError `invalid` while cells are wrong or when nothing would change; `conflict` when the version was saved
 * after the preview.
 */
export const takeSystemBook = async (
  given: GivenBook & { readonly seen: SeenVersion | null },
  context: CallContext,
): Promise<SystemView> => {
  const { store, actor, channel, newId } = context;
  const { book, problems, newest } = await held(given, context);
  const [first] = problems;
  if (first)
    throw new AppError(
      'invalid',
      `文件里还有 ${String(problems.length)} 处错误，没有导入。第一处：工作表“${first.sheet}”${first.cell}，${first.message}。`,
    );
  const content = indicatorContentSchema.parse(book.content);
  if (newest && contentDifference(newest.content, content).length === 0)
    throw new AppError('invalid', '文件和现在的内容相同，没有要导入的。');
  return store.transact({ actor, act: channel }, (tx) => {
    const now = newestOf(tx, given.systemId);
    if (now?.id !== given.seen?.versionId || now?.rev !== given.seen?.rev)
      throw new AppError('conflict', '核对之后有人改过这套指标，请重新选择文件，再核对一遍。');
    if (now) {
      if (now.frozen) insertVersion(tx, newId, now.systemId, now.number + 1, content);
      else replaceContent(tx, now, now.rev, content);
      return readSystem(tx, now.systemId);
    }
    if (book.kind === null) throw new AppError('invalid', `文件里没有写明“${KIND_LABEL}”。`);
    return insertSystem(tx, newId, book.kind, content);
  });
};
