import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import type { SelfEvaluationView } from '../../../../shared/features/evaluation/school/channels.ts';
import {
  actionKindLabels,
  actionState,
  actionStateLabels,
  type SelfText,
} from '../../../../shared/features/evaluation/school/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { typed } from '../../../documents/word/form-blocks.ts';
import type { Block, Dossier, DossierSection } from '../../../documents/word/model.ts';

const figure = (value: number | null): string => (value === null ? '—' : formatResult(value));

const change = (now: number | null, before: number | null): string => {
  if (now === null || before === null) return '—';
  const moved = now - before;
  if (moved === 0) return '持平';
  return `${moved > 0 ? '上升' : '下降'} ${formatResult(Math.abs(moved))}`;
};

export const selfTextParts: readonly (readonly [
  keyof Pick<SelfText, 'done' | 'strengths' | 'problems' | 'next'>,
  string,
])[] = [
  ['done', '工作情况'],
  ['strengths', '主要成效'],
  ['problems', '存在问题'],
  ['next', '改进打算'],
];

const NOTHING: Block = { kind: 'paragraph', text: '（没有填写）' };

const dimensionBlocks = (text: SelfText | undefined): Block[] => {
  if (!text) return [NOTHING];
  const blocks = selfTextParts.flatMap(([key, title]): Block[] =>
    text[key] === '' ? [] : [{ kind: 'heading', level: 3, text: `${title}。`, then: text[key] }],
  );
  if (text.files.length > 0)
    blocks.push({ kind: 'paragraph', text: `佐证材料：${text.files.map(({ name }) => name).join('、')}。` });
  return blocks.length === 0 ? [NOTHING] : blocks;
};

/** The total and the grade in words, now and the time before. */
export const scoreWords = ({ before, total, grade, confirmed }: SelfEvaluationView): string => {
  const standing =
    total === null
      ? grade === '' || grade === '不定等次'
        ? '本次考核还没有得出总分。'
        : `本次考核等次${grade}，总分不公开。`
      : `本次考核总分 ${formatResult(total)}，等次${grade}。`;
  return `${standing}${confirmed ? '' : '结果尚未确认，以下为当前得分。'}${before ? `上一次是“${before.cycleName}”，总分 ${figure(before.total)}，等次${before.grade}。` : '没有可以比较的上一次考核。'}`;
};

/** 维度, 指标, now, before, by how much it moved. */
export const scoreCells = ({ rows }: SelfEvaluationView): string[][] =>
  rows.map(({ within, name, now, before: earlier }) => [
    within === '' ? name : '',
    within === '' ? '（维度得分）' : name,
    figure(now),
    figure(earlier),
    change(now, earlier),
  ]);

const scoreBlocks = (view: SelfEvaluationView): Block[] => {
  return [
    { kind: 'paragraph', text: scoreWords(view) },
    {
      kind: 'table',
      caption: '各维度、各指标得分（百分制）',
      columns: [
        { title: '维度', width: 4 },
        { title: '指标', width: 6 },
        { title: '本次', width: 2, align: 'center' },
        { title: '上一次', width: 2, align: 'center' },
        { title: '变化', width: 3, align: 'center' },
      ],
      rows: scoreCells(view),
      emptyText: '还没有得分',
    },
  ];
};

/** 序号, 类别, 事项, 责任人, 完成期限, 进展. */
export const actionCells = ({ record, dimensions }: SelfEvaluationView, today: string): string[][] =>
  record.actions.map((action, at) => {
    const from = dimensions.find(({ id }) => id === action.dimensionId)?.name;
    const latest = action.progress.at(-1);
    const said = action.closed
      ? `${formatDay(action.closed.on)}完成：${action.closed.note}`
      : latest
        ? `${formatDay(latest.on)}：${latest.text}`
        : '';
    const state = action.closed ? '' : `（${actionStateLabels[actionState(action, today)]}）`;
    return [
      String(at + 1),
      actionKindLabels[action.kind],
      `${action.item}${from === undefined ? '' : `（${from}）`}`,
      action.responsible,
      formatDay(action.dueOn),
      `${said}${state}`,
    ];
  });

const actionBlocks = (view: SelfEvaluationView, today: string): Block[] => [
  {
    kind: 'table',
    columns: [
      { title: '序号', width: 1.6, align: 'center' },
      { title: '类别', width: 1.6, align: 'center' },
      { title: '事项', width: 5 },
      { title: '责任人', width: 2.6, align: 'center' },
      { title: '完成期限', width: 4.6, align: 'center' },
      { title: '进展', width: 5.4 },
    ],
    rows: actionCells(view, today),
    emptyText: '没有列入清单的事项',
  },
];

/** 自评报告: cover and contents, the school's own texts under numbered headings, figures, reports from outside, actions. */
export const selfReport = (
  view: SelfEvaluationView,
  {
    school,
    today,
    createdAt,
  }: { readonly school: string; readonly today: string; readonly createdAt: string },
): Dossier => {
  const { record, subject, cycleName, dimensions } = view;
  const whole = subject.name === school;
  const title = whole ? '学校自评报告' : `${subject.name}自评报告`;
  const sections: DossierSection[] = [
    { title: '基本情况', blocks: record.opening === '' ? [NOTHING] : typed(record.opening) },
    {
      title: '各维度自评',
      blocks: dimensions.flatMap(({ id, name }): Block[] => [
        { kind: 'heading', level: 2, text: name },
        ...dimensionBlocks(record.texts.find(({ dimensionId }) => dimensionId === id)),
      ]),
    },
    { title: '得分与上一次比较', blocks: scoreBlocks(view) },
    {
      title: '第三方评估',
      blocks:
        record.reports.length === 0
          ? [{ kind: 'paragraph', text: '本次没有第三方评估报告。' }]
          : record.reports.flatMap(({ organ, title: name, day, summary, file }): Block[] => [
              { kind: 'heading', level: 2, text: name },
              { kind: 'paragraph', text: `${organ}，${formatDay(day)}。报告原件：${file.name}。` },
              ...typed(summary),
            ]),
    },
    { title: '整改和改进清单', blocks: actionBlocks(view, today) },
    { title: '总体结论', blocks: record.conclusion === '' ? [NOTHING] : typed(record.conclusion) },
  ];
  return {
    form: 'dossier',
    cover: {
      issuer: school,
      title,
      subtitle: cycleName,
      facts: [
        { label: '考核对象', value: subject.name },
        { label: '考核等次', value: view.confirmed ? view.grade : '尚未确认' },
      ],
      day: today,
    },
    runningHead: `${cycleName}　${title}`,
    sections,
    draft: !view.confirmed,
    properties: { title: `${cycleName}${title}`, author: school, createdAt },
  };
};
