import {
  objectionWayLabels,
  publicityKindLabels,
  type Objection,
  type Publicity,
} from '../../../shared/features/publicity/schema.ts';
import { noticeText, scopeWords, type NoticeText } from '../../../shared/features/publicity/notice.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { sentence } from '../../../shared/kernel/sentence.ts';
import { fields, paragraph, row, signed } from '../../documents/word/form-blocks.ts';
import type { Block, PlainForm } from '../../documents/word/model.ts';

const properties = (school: School, record: Publicity, title: string): PlainForm['properties'] => ({
  title,
  author: school.name,
  createdAt: record.history[0]?.made.at ?? `${record.createdOn}T00:00:00.000Z`,
});

const itemsBlock = ({ items }: NoticeText): Block[] => {
  if (items.length === 0) return [];
  if (items.every(({ name }) => name === ''))
    return items.map(({ text }, at) => paragraph(`${String(at + 1)}．${sentence(text)}`));
  return [
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 1.2, align: 'center' },
        { title: '对象', width: 2.6, align: 'center' },
        { title: '内容', width: 8 },
      ],
      rows: items.map(({ name, text }, at) => [String(at + 1), name, text]),
    },
  ];
};

/** The notice as it goes up: matter, grounds, lines, first and last day, and where to object. */
export const noticePaper = (school: School, record: Publicity, draft: boolean): PlainForm => {
  const notice = noticeText(record.content, record.run);
  return {
    form: 'plain',
    title: notice.title,
    titleWords: [school.name],
    body: [
      paragraph(notice.opening),
      ...itemsBlock(notice),
      paragraph(notice.period),
      paragraph(notice.objection),
      ...signed(school.name, record.run?.startsOn ?? record.createdOn),
    ],
    draft,
    properties: properties(school, record, notice.title),
  };
};

/** From when to when it hung, and for how many working days; without `run` it never went up. */
export const periodOf = ({ content, run }: Publicity): string =>
  run
    ? `${formatDay(run.startsOn)}至${formatDay(run.endsOn)}（${String(content.workdays)}个工作日）`
    : '未公示';

/** What was found out about an objection, and when it was answered. */
export const answerOf = ({ answer }: Objection): string =>
  answer
    ? `${answer.founded ? '属实' : '不属实'}。${sentence(answer.text)}（${formatDay(answer.answeredOn)}答复）`
    : '尚未答复';

/** What came of it: what was written at its end, or that it never came to one. */
export const outcomeOf = ({ result, takedown }: Publicity): string => {
  if (result) return sentence(result.text);
  return takedown ? '公示期满前撤下，没有形成公示结果。' : '';
};

/** 公示结果报告: kept with the record once it is over. */
export const resultPaper = (school: School, record: Publicity, draft: boolean): PlainForm => {
  const { content, run, objections, takedown } = record;
  return {
    form: 'plain',
    issuer: school.name,
    title: '公示结果报告',
    number: `编号：${record.number}`,
    body: [
      fields(
        row(['公示标题', noticeText(content, run).title]),
        row(['类别与范围', `${publicityKindLabels[content.kind]}，${scopeWords(content)}`]),
        row(['公示时间', `${periodOf(record)}${run ? `，地点：${run.place}` : ''}`]),
        ...(takedown
          ? [row(['提前撤下', `${formatDay(takedown.on)}。原因：${sentence(takedown.reason)}`])]
          : []),
        row(['公示结果', outcomeOf(record)]),
      ),
      {
        kind: 'table',
        caption: '异议与答复',
        columns: [
          { title: '收到日期', width: 2.4 },
          { title: '方式', width: 1.4 },
          { title: '异议内容', width: 4 },
          { title: '核实与答复', width: 4.4 },
        ],
        rows: objections.map((objection) => [
          formatDay(objection.receivedOn),
          objectionWayLabels[objection.way],
          objection.text,
          answerOf(objection),
        ]),
        emptyText: '公示期间没有收到异议。',
      },
      {
        kind: 'signatures',
        lines: [{ label: '经办人：', after: '年　　月　　日' }],
      },
    ],
    draft,
    properties: properties(school, record, `公示结果报告（${record.number}）`),
  };
};
