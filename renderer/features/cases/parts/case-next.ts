import { actLabels, type CaseAct } from '../../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import { isOthersTerm } from '../../../../shared/features/cases/clocks.ts';
import { nextStep, progressOf } from '../../../../shared/features/cases/next-step.ts';
import { dayOfMs, formatDay, yearOf } from '../../../../shared/kernel/dates.ts';
import type { NextStep as HeadStep } from '../../../ui/record/record-head.tsx';
import type { StepBarItem } from '../../../ui/record/step-bar.tsx';
import type { Opened } from './opened.ts';

/** The tabs of a case, in order. */
export const caseTabs = [
  { key: 'overview', label: '概况' },
  { key: 'investigation', label: '调查' },
  { key: 'evidence', label: '证据' },
  { key: 'hearing', label: '告知与申辩' },
  { key: 'decision', label: '决定' },
  { key: 'papers', label: '文书' },
  { key: 'service', label: '送达' },
  { key: 'execution', label: '整改与执行' },
  { key: 'periods', label: '处理期间' },
  { key: 'notes', label: '内部备注' },
] as const;
export type CaseTab = (typeof caseTabs)[number]['key'];

/** The tab where the traces of an act are seen. */
export const tabOf: Readonly<Partial<Record<CaseAct, CaseTab>>> = {
  declareConflict: 'investigation',
  establishFacts: 'investigation',
  fileCase: 'investigation',
  planInvestigation: 'investigation',
  recordInterview: 'investigation',
  recordFinding: 'investigation',
  submitReport: 'investigation',
  adoptReport: 'investigation',
  returnReport: 'investigation',
  attachEvidence: 'evidence',
  notify: 'hearing',
  hearStatement: 'hearing',
  holdHearing: 'hearing',
  decide: 'decision',
  refer: 'decision',
  recordReply: 'decision',
  issueNotice: 'papers',
  issueRecord: 'papers',
  voidNumber: 'papers',
  recordService: 'service',
  reportRectification: 'execution',
  checkRectification: 'execution',
  completeTask: 'execution',
  liftSanction: 'periods',
  addNote: 'notes',
};

/** Acts that are begun from a list in a tab, not from a form of their own. */
export const startsInTab = (act: CaseAct): boolean =>
  act === 'attachEvidence' ||
  act === 'issueRecord' ||
  act === 'reportRectification' ||
  act === 'checkRectification';

const abouts: Readonly<Partial<Record<CaseAct, string>>> = {
  establishFacts: '写明核实清楚的事实、核实人员和轻重判断。',
  fileCase: '写明立案理由、批准人和办案人员，办案期限从批准之日起算。',
  submitReport: '写明调查经过、查明的事实和定性，由办案人员签名后报审。',
  adoptReport: '审议调查报告；采纳后证据和笔录封存，不能再改。',
  notify: '把事实、依据和陈述权利告知当事人，开始计算陈述期限。',
  hearStatement: '逐人记录陈述和是否采纳。',
  holdHearing: '当事人申请了听证：由没有参加调查的人主持，记录听证情况和意见。',
  decide: '逐人提出处理意见、记录表决，程序边填边查；决定的同时取得文号。',
  refer: '写明移送机关和理由，登记移送日期。',
  recordReply: '登记机关的批复或反馈。',
  issueNotice: '核对每一页，定稿并封存。',
  recordService: '记录怎样、何时送到，从送达之日起计算申诉、复核期限。',
  checkRectification: '逐项登记整改情况并复查销号。',
  close: '写一句办结说明，归入案卷。',
};

/** The term that presses most, without those of others that have passed. */
export const pressingClock = ({ clocks }: CaseView): CaseView['clocks'][number] | undefined =>
  clocks
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
    .find(({ kind, daysLeft }) => daysLeft >= 0 || !isOthersTerm(kind));

/** 11月22日 within this year, otherwise with the year: there is little room under a step. */
const briefDay = (day: string): string =>
  yearOf(day) === yearOf(dayOfMs(Date.now())) ? formatDay(day).replace(/^\d+年/, '') : formatDay(day);

/** The step bar of a case: where it stands on its route, and until when that has to be done. */
export const stepsOf = (view: CaseView): StepBarItem[] => {
  const clock = pressingClock(view);
  const note = view.record.state === 'submitted' ? '等待批复' : clock && `${briefDay(clock.dueOn)}前`;
  return progressOf(view.record).map(({ label, state }) => ({
    key: label,
    label,
    state,
    ...(state === 'current' && note !== undefined ? { note } : {}),
  }));
};

/** 下一步: what the caller may do to move the case on, with what has to be there before and the way to it. */
export const nextStepOf = (
  view: CaseView,
  go: (act: CaseAct) => void,
  open: (opened: Opened) => void,
): HeadStep | undefined => {
  const { acts, record } = view;
  const step = nextStep(record);
  if (step === null || !acts.includes(step.act)) return undefined;
  const conflict = record.conflicts.find(({ outcome }) => outcome === 'open');
  const later = step.blocked ? [] : step.lacking.map(({ words }) => words);
  return {
    label: actLabels[step.act],
    about: `${abouts[step.act] ?? ''}${later.length > 0 ? `之后还需要：${later.join('、')}。` : ''}`,
    missing: (step.blocked ? step.lacking : []).map(({ condition, words, act }) => {
      if (!acts.includes(act)) return words;
      return condition === 'no-open-conflict' && conflict
        ? { label: words, onGo: () => open({ what: 'settleConflict', target: conflict.id }) }
        : { label: words, onGo: () => go(act) };
    }),
    onGo: () => go(step.act),
  };
};

/** What somebody else has to do next and what he or she still lacks; null when it is the caller's turn, or nobody's. */
export const othersStepOf = ({ acts, record }: CaseView): { act: CaseAct; lacking: string[] } | null => {
  const step = nextStep(record);
  return step === null || acts.includes(step.act)
    ? null
    : { act: step.act, lacking: step.lacking.map(({ words }) => words) };
};
