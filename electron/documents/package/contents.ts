import { formatDay } from '../../../shared/kernel/dates.ts';
import type { ListTable } from '../excel/list-table.ts';
import type { PlainForm } from '../word/model.ts';
import type { CaseFilePackage, PackedFile } from './model.ts';

/** 卷内文件目录 line by line: number, author, document number, title, day, pages, note. */
interface ContentsRow {
  readonly cells: readonly string[];
  readonly file: PackedFile;
}

/** Pages from–to of each entry, as long as the pages of all before it are known. */
const pageRanges = (pages: readonly (number | undefined)[]): string[] => {
  let next: number | undefined = 1;
  return pages.map((count) => {
    if (next === undefined) return '';
    const from: number = next;
    next = count === undefined ? undefined : from + count;
    if (count === undefined || count < 1) return String(from);
    return count === 1 ? String(from) : `${String(from)}—${String(from + count - 1)}`;
  });
};

const rowsOf = (source: CaseFilePackage, files: readonly PackedFile[]): ContentsRow[] => {
  const ranges = pageRanges(source.entries.map(({ pages }) => pages));
  return source.entries.flatMap((entry, index) => {
    const file = files[index];
    if (!file) return [];
    const { author = '', number = '', title, day, note = '' } = entry;
    return {
      file,
      cells: [
        String(index + 1),
        author,
        number,
        title,
        day === undefined ? '' : formatDay(day),
        ranges[index] ?? '',
        note,
      ],
    };
  });
};

/** 卷内文件目录 as a Word form. `files` are the entries as packed, in the same order. */
export const contentsPaper = (source: CaseFilePackage, files: readonly PackedFile[]): PlainForm => ({
  form: 'plain',
  issuer: source.issuer,
  title: '卷内文件目录',
  ...(source.number === undefined ? {} : { number: `编号：${source.number}` }),
  body: [
    { kind: 'paragraph', text: `案卷题名：${source.title}`, indent: 'none' },
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 7, align: 'center' },
        { title: '责任者', width: 11 },
        { title: '文号', width: 16 },
        { title: '题名', width: 25 },
        { title: '日期', width: 21, align: 'center' },
        { title: '页号', width: 11, align: 'center' },
        { title: '备注', width: 9 },
      ],
      rows: rowsOf(source, files).map(({ cells }) => cells),
      emptyText: '卷内没有文件',
    },
  ],
  draft: false,
  properties: { title: '卷内文件目录', subject: source.title, createdAt: source.createdAt },
});

/** The same as a sheet, with each file's name, size and SHA-256 beside it. */
export const contentsTable = (source: CaseFilePackage, files: readonly PackedFile[]): ListTable => ({
  title: '卷内文件目录',
  sheetName: '卷内文件目录',
  landscape: true,
  note: `${source.issuer}　${source.title}${source.number === undefined ? '' : `　编号：${source.number}`}`,
  columns: [
    { title: '序号', width: 6, align: 'center' },
    { title: '责任者', width: 16 },
    { title: '文号', width: 22 },
    { title: '题名', width: 44 },
    { title: '日期', width: 16, align: 'center' },
    { title: '页号', width: 9, align: 'center' },
    { title: '备注', width: 14 },
    { title: '文件', width: 44 },
    { title: '字节数', width: 12, align: 'right' },
    { title: 'SHA-256', width: 68 },
  ],
  rows: rowsOf(source, files).map(({ cells, file }, index) => [
    index + 1,
    ...cells.slice(1),
    file.path,
    file.size,
    file.hash,
  ]),
  createdAt: source.createdAt,
});
