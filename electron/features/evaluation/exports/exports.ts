import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { departmentOf } from '../../../../shared/features/evaluation/compare/figures.ts';
import type { ExportKind, ExportOffer } from '../../../../shared/features/evaluation/exports/channels.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderScoreWorkbook, type ScoreWorkbook } from '../../../documents/excel/score-sheet.ts';
import { renderWord } from '../../../documents/word/pack.ts';
import type { CallContext } from '../../context.ts';
import { XLSX } from '../../file-content.ts';
import type { JobHandle } from '../../jobs.ts';
import { startKeptFile } from '../../kept-files.ts';
import { earlierCycles } from '../compare/years.ts';
import { requireCycle } from '../cycles.ts';
import { wholeWorkbook } from '../export.ts';
import { blankBook, blankForm, ratingGroups } from './blank-sheets.ts';
import { departmentsBook } from './departments-book.ts';
import { exportFacts, type ExportFacts } from './facts.ts';
import { peopleBook } from './people-book.ts';
import { rankingBook, whyNotMasked } from './ranking-book.ts';
import { yearsBook } from './years-book.ts';

const ZIP = 'application/zip';
/** What Windows takes in no file name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
const safe = (name: string): string => name.replace(FORBIDDEN, ' ').trim();
/** 1980-01-01, the zip format's own zero. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

type Report = (done: number, total: number, note: string) => Promise<void>;

/** One thing that can be had of a cycle. */
interface Exported {
  readonly title: string;
  readonly format: ExportOffer['format'];
  readonly contains: (facts: ExportFacts) => string[];
  /** Why it cannot be had; blank: it can. */
  readonly refused: (facts: ExportFacts, context: CallContext) => string;
  readonly make: (
    facts: ExportFacts,
    options: { readonly perPerson: boolean; readonly context: CallContext; readonly report: Report },
  ) => Promise<Uint8Array>;
}

const withoutResults = ({ cycle, rows }: ExportFacts): string => {
  if (cycle.state === 'draft') return '评分还没有开始，没有结果可以导出。';
  if (rows.some(({ outcome }) => outcome.kind === 'graded')) return '';
  return rows.some(({ outcome }) => outcome.kind === 'concealed')
    ? '为保护匿名评分，这次考核的总分不公开，没有可导出的总分。'
    : '还没有人评齐、算出总分。';
};
const withoutRaters = (facts: ExportFacts): string =>
  ratingGroups(facts).length === 0 ? '还没有需要人评分的评分组。' : '';

const zipped = async (
  files: readonly { readonly path: string; readonly make: () => Promise<Uint8Array> }[],
  report: Report,
): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [at, { path, make }] of files.entries()) {
    await report(at, files.length, `正在生成第 ${String(at + 1)} 份，共 ${String(files.length)} 份`);
    zip.file(path, await make(), { date: NO_DATE, createFolders: false });
  }
  await report(files.length, files.length, '正在装成压缩包');
  return zip.generateAsync({ type: 'uint8array' });
};

/** Names that stand beside each other in one folder, none twice. */
const apart = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    let free = safe(name);
    for (let number = 2; taken.has(free); number += 1) free = `${safe(name)}（${String(number)}）`;
    taken.add(free);
    return free;
  });
};

const peopleFiles = (facts: ExportFacts, perPerson: boolean) => {
  const bundles = perPerson
    ? facts.rows.map(({ subject }) => ({
        path: `${safe(departmentOf(subject))}/${subject.number} ${subject.name}`.trim(),
        ids: [subject.id],
      }))
    : [...new Set(facts.rows.map(({ subject }) => departmentOf(subject)))].map((name) => ({
        path: name,
        ids: facts.rows.flatMap(({ subject }) => (departmentOf(subject) === name ? [subject.id] : [])),
      }));
  const folders = bundles.map(({ path }) => path.split('/'));
  const names = apart(folders.map((parts) => parts.map(safe).join('｜')));
  return bundles.map(({ ids }, at) => ({
    path: `${(names[at] ?? String(at)).replace('｜', '/')} 个人考核表.xlsx`,
    make: () => renderScoreWorkbook(peopleBook(facts, new Set(ids))),
  }));
};

/** A workbook, row by row: long ones tell how far they are and can be stopped. */
const written = (model: ScoreWorkbook, report: Report): Promise<Uint8Array> => {
  const all = model.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let done = 0;
  return renderScoreWorkbook(model, (rows) => {
    done += rows;
    return report(done, all, `已写 ${String(done)} 行，共 ${String(all)} 行`);
  });
};

const kinds: Readonly<Record<ExportKind, Exported>> = {
  whole: {
    title: '考核表（全部评分）',
    format: 'excel',
    contains: () => ['汇总表，每个评分组的评分明细和得分表', '从单个评分到总分、等次、名次逐步可查'],
    refused: ({ cycle }) => (cycle.state === 'draft' ? '评分还没有开始，没有可导出的评分。' : ''),
    make: ({ cycle }, { context, report }) => written(wholeWorkbook(cycle, context), report),
  },
  blankWord: {
    title: '空白评分表（Word）',
    format: 'zip',
    contains: (facts) => [
      `每个评分组一份：${ratingGroups(facts)
        .map(({ name }) => name)
        .join('、')}`,
      '一份评一个对象，逐项列出评分标准和可填的分数，可以复印',
    ],
    refused: withoutRaters,
    make: (facts, { report }) => {
      const groups = ratingGroups(facts);
      const names = apart(groups.map(({ name }) => `${name}评分表`));
      return zipped(
        groups.map((group, at) => ({
          path: `${names[at] ?? String(at)}.docx`,
          make: () => renderWord(blankForm(facts, group)),
        })),
        report,
      );
    },
  },
  blankExcel: {
    title: '空白评分表（Excel）',
    format: 'excel',
    contains: () => ['每个评分组一个工作表：一行一个对象，一列一项指标', '打印后手写，表头每页重复'],
    refused: withoutRaters,
    make: (facts, { report }) => written(blankBook(facts), report),
  },
  people: {
    title: '个人考核表',
    format: 'zip',
    contains: () => [
      '一人一页：各维度、各评分组得分，总分、等次、名次，签名处',
      '得分带实时公式，附与全体平均对照的雷达图',
    ],
    refused: withoutResults,
    make: (facts, { perPerson, report }) => zipped(peopleFiles(facts, perPerson), report),
  },
  departments: {
    title: '部门汇总表',
    format: 'excel',
    contains: () => [
      '各部门平均、标准差、四分位、各等次人数和各维度平均',
      '明细表和实时公式，附柱形图和雷达图',
    ],
    refused: withoutResults,
    make: (facts, { report }) => written(departmentsBook(facts), report),
  },
  ranking: {
    title: '排名表',
    format: 'excel',
    contains: () => ['名次（实时公式）、总分、等次和说明', '等次分布和柱形图'],
    refused: withoutResults,
    make: (facts, { report }) => written(rankingBook(facts, false), report),
  },
  maskedRanking: {
    title: '排名表（隐去姓名）',
    format: 'excel',
    contains: () => ['只有参加排名的人，姓名只显示姓氏，不列部门和编号', '等次分布和柱形图'],
    refused: (facts) => (whyNotMasked(facts) === '' ? withoutResults(facts) : whyNotMasked(facts)),
    make: (facts, { report }) => written(rankingBook(facts, true), report),
  },
  years: {
    title: '年度对比表',
    format: 'excel',
    contains: () => ['历次考核的平均、四分位和变化，各维度平均', '每人历次总分，附折线图'],
    refused: (facts, { store }) =>
      withoutResults(facts) !== ''
        ? withoutResults(facts)
        : earlierCycles(store, facts.cycle, facts.content).length === 0
          ? '没有可比的往次考核：要有同一类对象、已经确认的考核。'
          : '',
    make: (facts, { context, report }) => written(yearsBook(facts, context), report),
  },
};

/** What can be had of a cycle, in the order of the work: before, for the single one, for all. */
export const exportOffers = (
  { cycleId }: { readonly cycleId: string },
  context: CallContext,
): { offers: ExportOffer[] } => {
  const facts = exportFacts(requireCycle(context.store, cycleId), context);
  const order: readonly ExportKind[] = [
    'whole',
    'departments',
    'ranking',
    'maskedRanking',
    'years',
    'people',
    'blankWord',
    'blankExcel',
  ];
  return {
    offers: order.map((kind) => {
      const { title, format, contains, refused } = kinds[kind];
      return { kind, title, format, contains: contains(facts), refused: refused(facts, context) };
    }),
  };
};

/**
 * Makes a file of a cycle in the background.
 *
 * @throws AppError `not-found`, and `illegal-step` or `unlawful` with the reason why it cannot be had
 */
export const startExport = (
  { cycleId, kind, perPerson }: { cycleId: string; kind: ExportKind; perPerson: boolean },
  context: CallContext,
): { jobId: string } => {
  const facts = exportFacts(requireCycle(context.store, cycleId), context);
  const { title, format, refused, make } = kinds[kind];
  const why = refused(facts, context);
  if (why !== '')
    throw new AppError(
      kind === 'maskedRanking' && why === whyNotMasked(facts) ? 'unlawful' : 'illegal-step',
      why,
    );
  const plain = title.replace(/（(?:Word|Excel|全部评分)）$/, '');
  const file = {
    task: `生成${title}`,
    name: `${safe(`${facts.cycle.name}${plain}`)}.${format === 'zip' ? 'zip' : 'xlsx'}`,
    mime: format === 'zip' ? ZIP : XLSX,
  };
  const write = async (path: string, job: JobHandle): Promise<{ size: number; hash: string }> => {
    const bytes = await make(facts, {
      perPerson,
      context,
      report: (done, total, note) => job.report(done, total, note),
    });
    await job.report(1, 1, '正在保存');
    await writeFile(path, bytes);
    return { size: bytes.byteLength, hash: createHash('sha256').update(bytes).digest('hex') };
  };
  return { jobId: startKeptFile(context, file, write) };
};
