import {
  closingLabels,
  followUpKindLabels,
  type ImprovementPlan,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { Cycle, Subject } from '../../../../../shared/features/evaluation/schema.ts';
import { formatDay } from '../../../../../shared/kernel/dates.ts';
import { fields, heading, opinion, row } from '../../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../../documents/word/model.ts';
import { signerOf, subjectRows, subjectValues } from './parts.ts';
import { rowsBy, type ReadyPaper } from './ready.ts';

const goalCells = ({ goals }: ImprovementPlan): string[][] =>
  goals.map(({ goal, measure, helper, dueOn, done }, at) => [
    String(at + 1),
    goal,
    measure,
    helper === '' ? '—' : helper,
    formatDay(dueOn),
    done === null ? '' : `${formatDay(done.on)}完成：${done.note}`,
  ]);

const followUpCells = ({ followUps }: ImprovementPlan): string[][] =>
  followUps.map(({ on, kind, title, text, hours, files }) => [
    formatDay(on),
    followUpKindLabels[kind],
    title === '' ? text : `${title}：${text}`,
    hours === null ? '—' : String(hours),
    files.length === 0 ? '—' : files.map(({ name }) => name).join('、'),
  ]);

const GOALS = ['序号', '目标', '措施', '帮扶人', '完成期限', '完成情况'] as const;
const FOLLOW_UPS = ['日期', '方式', '情况', '学时', '佐证材料'] as const;

const termOf = ({ startsOn, endsOn }: ImprovementPlan): string =>
  `${formatDay(startsOn)}至${formatDay(endsOn)}`;

/** 改进计划表: goals, what was done, and the check at the end; printed before the end it has room for what is open. */
export const planPaper = (
  school: string,
  cycle: Cycle,
  subject: Subject,
  grade: string,
  plan: ImprovementPlan,
): PlainForm => {
  const { closing } = plan;
  return {
    form: 'plain',
    issuer: school,
    title: '改进计划表',
    body: [
      fields(
        ...subjectRows(cycle, subject),
        row(['考核等次', grade], ['责任人', plan.responsible]),
        row(['计划期限', termOf(plan)]),
      ),
      heading('改进目标和措施'),
      {
        kind: 'table',
        columns: [
          { title: '序号', width: 2, align: 'center' },
          { title: '目标', width: 4 },
          { title: '措施', width: 5.4 },
          { title: '帮扶人', width: 2.8, align: 'center' },
          { title: '完成期限', width: 5.6, align: 'center' },
          { title: '完成情况', width: 4 },
        ],
        rows: goalCells(plan),
      },
      heading('跟进和培训'),
      {
        kind: 'table',
        columns: [
          { title: '日期', width: 5.4, align: 'center' },
          { title: '方式', width: 2.4, align: 'center' },
          { title: '情况', width: 8 },
          { title: '学时', width: 1.8, align: 'center' },
          { title: '佐证材料', width: 4 },
        ],
        rows: followUpCells(plan),
        emptyText: '还没有跟进记录',
      },
      heading('检查结论'),
      fields(
        ...(closing
          ? [
              row(['结论', closingLabels[closing.result]], ['检查日期', formatDay(closing.on)]),
              opinion('检查情况', closing.note, { sign: `检查人（${closing.checker}）签名：`, lines: 4 }),
            ]
          : [opinion('检查情况', '', { sign: '检查人（签名）：', lines: 4 })]),
        opinion(`${signerOf(cycle)}意见`, '', { sign: `${signerOf(cycle)}（签名）：`, lines: 3 }),
      ),
    ],
    draft: false,
    properties: { title: `${cycle.name}改进计划表 ${subject.name}`, author: school, createdAt: plan.made.at },
  };
};

/** The plan with what it says, for the school's own form. */
export const readyPlan = (
  school: string,
  cycle: Cycle,
  subject: Subject,
  grade: string,
  plan: ImprovementPlan,
): ReadyPaper => ({
  code: 'evaluation-plan',
  model: planPaper(school, cycle, subject, grade, plan),
  values: {
    ...subjectValues(cycle, subject),
    考核等次: grade,
    责任人: plan.responsible,
    计划期限: termOf(plan),
    改进目标: rowsBy(GOALS, goalCells(plan)),
    跟进和培训: rowsBy(FOLLOW_UPS, followUpCells(plan)),
    检查结论: plan.closing ? closingLabels[plan.closing.result] : '',
    检查日期: plan.closing ? formatDay(plan.closing.on) : '',
    检查人: plan.closing?.checker ?? '',
    检查情况: plan.closing?.note ?? '',
    学校全称: school,
  },
});
