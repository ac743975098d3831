import type { AppealView } from '../../../../shared/features/appeals/channels.ts';
import { isEnded, stepAt, stepsOf, type AppealAct } from '../../../../shared/features/appeals/workflow.ts';
import { formatShortDay } from '../../../../shared/kernel/dates.ts';
import type { NextStep } from '../../../ui/record/record-head.tsx';
import type { StepBarItem } from '../../../ui/record/step-bar.tsx';
import type { Opened } from './act-drawer.tsx';

const words: Readonly<Partial<Record<AppealAct, { readonly label: string; readonly about: string }>>> = {
  accept: {
    label: '受理',
    about: '符合条件的受理并出具受理通知书；不符合的，在“更多”里不予受理或者一次告知补正。',
  },
  supplement: { label: '登记补正材料', about: '申请人按要求补正后，重新审查。' },
  assign: { label: '确定办理人员', about: '参加过原调查、表决的人员和有利害关系的人员不能办理。' },
  look: { label: '记录查核', about: '审阅案卷、听取申请人意见、补充核实。' },
  decide: {
    label: '作出决定',
    about: '办理人员表决后维持、变更或者撤销；结果马上落实到原事项、处理记录和文书。',
  },
  forward: { label: '报送材料', about: '由主管部门决定的，报送案卷材料和情况说明。' },
  recordResult: { label: '登记主管部门的决定', about: '按来文登记，结果马上落实到原事项。' },
  issue: { label: '印发文书', about: '核对后定稿封存。' },
  serve: { label: '记录送达', about: '决定书送达申请人，告知下一步救济。' },
  distribute: { label: '记录更正范围', about: '原文书发到哪里，更正（撤销）通知发到哪里。' },
  restore: { label: '办结恢复事项', about: '档案、考核、待遇等已经执行的逐项恢复。' },
  close: { label: '办结归档', about: '文书、送达、恢复都完成后归档。' },
};

/** The one next step with what it still lacks; undefined where nothing more is to be done by this person. */
export const nextStepOf = (
  { appeal, nextAct, acts, missing }: AppealView,
  open: (opened: Opened) => void,
): NextStep | undefined => {
  const text = nextAct && words[nextAct];
  if (!nextAct || !text || !acts.includes(nextAct)) return undefined;
  const waiting = appeal.papers.find(({ issuedPaperId }) => issuedPaperId === null);
  const opened: Opened =
    nextAct === 'issue' && waiting ? { what: 'seePaper', target: waiting.id } : { what: nextAct };
  // Forms bring what the act itself asks for; only what another act must bring first stands in its way.
  return {
    ...text,
    missing: nextAct === 'close' ? missing.filter((each) => each !== '办结说明') : [],
    onGo: () => open(opened),
  };
};

/** The steps of the bar, with the day of the soonest term under the one that is worked on. */
export const stepItems = ({ appeal, clocks }: AppealView): StepBarItem[] => {
  const at = stepAt(appeal);
  const due = clocks[0]?.dueOn;
  return stepsOf(appeal).map(({ label }, index): StepBarItem => {
    if (index < at) return { key: label, label, state: 'done' };
    if (index > at || isEnded(appeal.state)) return { key: label, label, state: 'ahead' };
    return {
      key: label,
      label,
      state: 'current',
      ...(due === undefined ? {} : { note: `${formatShortDay(due)}前` }),
    };
  });
};
