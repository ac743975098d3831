import type { Review } from '../../../../../shared/features/evaluation/feedback/schema.ts';
import { appealDays } from '../../../../../shared/features/evaluation/feedback/terms.ts';
import { formatResult } from '../../../../../shared/features/evaluation/decimal.ts';
import type { Cycle, Subject } from '../../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../../shared/features/evaluation/views.ts';
import { formatDay } from '../../../../../shared/kernel/dates.ts';
import { sentence } from '../../../../../shared/kernel/sentence.ts';
import { closing, flush, heading, paragraph, signed, typed } from '../../../../documents/word/form-blocks.ts';
import type { PlainForm } from '../../../../documents/word/model.ts';
import type { ReadyPaper } from './ready.ts';
import { gradeIn } from '../../../../../shared/features/evaluation/results/published.ts';

type Decision = Pick<
  NonNullable<Review['decision']>,
  'decidedOn' | 'outcome' | 'findings' | 'reason' | 'reviewers'
>;

export interface ReplySource {
  readonly school: string;
  readonly cycle: Cycle;
  readonly subject: Subject;
  readonly row: ResultRow;
  readonly review: Review;
  readonly number: string;
  readonly decision: Decision;
  readonly byLaw: boolean;
  readonly draft: boolean;
  readonly createdAt: string;
}

const resultWords = (row: ResultRow): string => {
  const grade = gradeIn(row);
  const total = row.outcome.kind === 'graded' ? `，总分 ${formatResult(row.outcome.figures.total)}` : '';
  return grade === undefined ? '不定等次' : `等次为“${grade}”${total}`;
};

const outcomeWords: Readonly<Record<Decision['outcome'], string>> = {
  upheld: '维持原考核结果。',
  sentBack: '原考核结果撤回，退回重新考核；重新考核的结果确认后另行书面告知。',
};

const reviewersIn = ({ reviewers }: Decision): string => reviewers.map(({ name }) => name).join('、');

const nextWords = ({ decision: { outcome }, byLaw }: Pick<ReplySource, 'decision' | 'byLaw'>): string => {
  if (outcome === 'sentBack') return '对重新考核的结果仍有异议的，可以在接到新的结果后再次提出。';
  return byLaw
    ? `对本复核决定不服的，可以自接到本答复之日起 ${String(appealDays)} 日内，向学校的主管部门或者同级事业单位人事综合管理部门提出申诉。申诉期间不停止执行原结果，也不会因为提出申诉而加重。`
    : '本答复送达后，本次异议办理终结。';
};

/** 复核答复书: what was asked, what was found, what comes of it, who reviewed, and what is open to the person next. */
export const replyPaper = (source: ReplySource): PlainForm => {
  const { school, cycle, subject, row, review, number, decision } = source;
  return {
    form: 'plain',
    issuer: school,
    title: '考核结果复核答复书',
    number: `编号：${number}`,
    body: [
      flush(`${subject.name}：`),
      paragraph(
        `您对“${cycle.name}”的结果（${resultWords(row)}）提出的异议，学校于${formatDay(review.filedOn)}收到。复核由没有参加本次评分、校准和结果确认的${reviewersIn(decision)}办理，现已办理终结，答复如下。`,
      ),
      heading('请求和理由'),
      ...typed(sentence(review.requests)),
      ...typed(sentence(review.reasons)),
      heading('核实情况'),
      ...typed(sentence(decision.findings)),
      heading('复核意见'),
      ...typed(sentence(decision.reason)),
      paragraph(`复核结果：${outcomeWords[decision.outcome]}`),
      heading('下一步的途径'),
      closing(nextWords(source)),
      ...signed(school, decision.decidedOn, { kept: true }),
      { kind: 'blank' },
      {
        kind: 'signatures',
        columns: 1,
        lines: [
          { label: '复核人（签名）：', after: '' },
          { label: '本人（签收）：', after: '　　　　年　　月　　日' },
        ],
      },
    ],
    draft: source.draft,
    properties: { title: `${cycle.name}结果复核答复书`, author: school, createdAt: source.createdAt },
  };
};

/** The answer with what it says, for the school's own form. */
export const readyReply = (source: ReplySource): ReadyPaper => {
  const { school, cycle, subject, row, review, number, decision } = source;
  return {
    code: 'evaluation-reply',
    model: replyPaper(source),
    values: {
      文书编号: number,
      考核对象: subject.name,
      考核名称: cycle.name,
      原考核结果: resultWords(row),
      收到日期: formatDay(review.filedOn),
      请求: sentence(review.requests),
      理由: sentence(review.reasons),
      核实情况: sentence(decision.findings),
      复核意见: sentence(decision.reason),
      复核结果: outcomeWords[decision.outcome],
      复核人: reviewersIn(decision),
      救济途径: nextWords(source),
      学校全称: school,
      成文日期: formatDay(decision.decidedOn),
    },
  };
};
