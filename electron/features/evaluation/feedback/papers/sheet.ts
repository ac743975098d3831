import { formatResult, formatWeight } from '../../../../../shared/features/evaluation/decimal.ts';
import type { SheetFacts } from '../../../../../shared/features/evaluation/feedback/views.ts';
import type { Cycle, Subject } from '../../../../../shared/features/evaluation/schema.ts';
import { dayOfInstant, formatDay } from '../../../../../shared/kernel/dates.ts';
import {
  fields,
  flush,
  heading,
  opinion,
  paragraph,
  row,
  signed,
  when,
} from '../../../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../../../documents/word/model.ts';
import { totalText } from '../facts.ts';
import { signerOf, standingRows, standingTable, subjectRows, subjectValues } from './parts.ts';
import type { ReadyPaper } from './ready.ts';

export interface SheetSource {
  readonly school: string;
  readonly cycle: Cycle;
  readonly subject: Subject;
  readonly facts: SheetFacts;
  /** The day on which it is handed over; undefined: it is still a draft. */
  readonly toldOn: string | undefined;
}

/** The name of the file and what stands in its properties. */
export const sheetTitle = (cycle: Pick<Cycle, 'name'>, subject: Pick<Subject, 'name'>): string =>
  `${cycle.name}结果反馈单 ${subject.name}`;

const hiddenNote = ({ hidden, minSample }: SheetFacts): string =>
  hidden.length === 0
    ? ''
    : `${hidden.join('、')}的平均分不单独列出（评分人少于 ${String(minSample)} 人，或者由其他各组可以推算），已计入总分。`;

const consequenceLines = ({ consequences }: SheetFacts): string[] =>
  consequences.map(({ text, article }, at) => `${String(at + 1)}．${text}（${article}）。`);

const groupTable = (facts: SheetFacts): Block[] => [
  {
    kind: 'table',
    columns: [
      { title: '评分组', width: 5 },
      { title: '权重', width: 2, align: 'center' },
      { title: '平均得分（百分制）', width: 3, align: 'center' },
    ],
    rows: facts.groups.map(({ name, weight, total }) => [name, formatWeight(weight), formatResult(total)]),
    emptyText: '没有可以列出的评分组',
  },
  ...when(facts.hidden.length > 0, flush(`注：${hiddenNote(facts)}`)),
];

/** 考核结果反馈单: what the person got, why, what follows, and how he can object; with room for his opinion. */
export const resultSheet = ({ school, cycle, subject, facts, toldOn }: SheetSource): PlainForm => {
  const graded = facts.total !== null;
  return {
    form: 'plain',
    issuer: school,
    title: '考核结果反馈单',
    body: [
      fields(
        ...subjectRows(cycle, subject),
        row(
          ['考核等次', facts.grade],
          ['总分', graded ? `${totalText(facts.total)}（满分 100）` : '不列总分'],
        ),
        ...(facts.rank === '' ? [] : [row(['名次', facts.rank])]),
        row(['结果确认日期', formatDay(dayOfInstant(facts.confirmedAt))]),
        ...(facts.note === '' ? [] : [row(['等次说明', facts.note])]),
      ),
      ...when(graded, heading('各评分组得分'), ...groupTable(facts)),
      ...when(
        facts.standings.length > 0,
        heading('突出的方面'),
        standingTable(facts.strengths, '没有明显高于平均的指标'),
        heading('需要改进的方面'),
        standingTable(facts.weak, '没有明显低于平均的指标'),
      ),
      ...when(facts.consequences.length > 0, heading('结果运用'), ...consequenceLines(facts).map(paragraph)),
      heading('异议与救济'),
      paragraph(facts.remedy),
      ...signed(school, toldOn ?? dayOfInstant(facts.confirmedAt), { kept: true }),
      { kind: 'blank' },
      fields(
        opinion('本人意见', '□ 同意考核结果　　□ 保留意见　　□ 有异议（请写明理由）', {
          sign: `${signerOf(cycle)}（签名）：`,
          lines: 4,
        }),
        opinion('拒签情况', '本人拒绝签字的，由两名见证人注明情况并签名。', {
          sign: '见证人（签名）：　　　　　　、',
          lines: 3,
        }),
      ),
    ],
    draft: toldOn === undefined,
    properties: { title: sheetTitle(cycle, subject), author: school, createdAt: facts.confirmedAt },
  };
};

/** The sheet with what it says, for the school's own form. */
export const readySheet = (source: SheetSource): ReadyPaper => {
  const { school, cycle, subject, facts, toldOn } = source;
  const confirmedOn = dayOfInstant(facts.confirmedAt);
  return {
    code: 'evaluation-sheet',
    model: resultSheet(source),
    values: {
      ...subjectValues(cycle, subject),
      考核等次: facts.grade,
      总分: facts.total === null ? '不列总分' : totalText(facts.total),
      名次: facts.rank,
      确认日期: formatDay(confirmedOn),
      等次说明: facts.note,
      评分组得分: {
        rows: facts.groups.map(({ name, weight, total }) => ({
          评分组: name,
          权重: formatWeight(weight),
          平均得分: formatResult(total),
        })),
      },
      未列的评分组: hiddenNote(facts),
      突出的方面: standingRows(facts.strengths),
      需要改进的方面: standingRows(facts.weak),
      结果运用: consequenceLines(facts),
      异议与救济: facts.remedy,
      学校全称: school,
      成文日期: formatDay(toldOn ?? confirmedOn),
    },
  };
};
