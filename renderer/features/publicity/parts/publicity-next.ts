import type { PublicityView } from '../../../../shared/features/publicity/channels.ts';
import { publicityStepOf, publicitySteps } from '../../../../shared/features/publicity/workflow.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { blockingFindings } from '../../../../shared/law/findings.ts';
import type { Missing, NextStep } from '../../../ui/record/record-head.tsx';
import type { StepBarItem } from '../../../ui/record/step-bar.tsx';
import type { Opened } from './opened.ts';

/** Where the next step may lead, beside opening a form. */
export interface Ways {
  readonly open: (opened: Opened) => void;
  readonly edit: () => void;
}

/** The one next step, with what it still lacks; undefined where nothing more is to be done or may be done by this person. */
export const nextStepOf = (view: PublicityView, { open, edit }: Ways): NextStep | undefined => {
  const { record, acts, missing, findings, mustComeDown } = view;
  if (mustComeDown && acts.includes('takeDown'))
    return {
      label: '撤下公示',
      about: '公示的内容已经不能再公示，请马上从公示栏撤下，并写明原因。',
      missing: [],
      onGo: () => open({ what: 'takeDown' }),
    };
  const waiting = record.objections.find(({ answer }) => answer === null);
  if (waiting && acts.includes('answerObjection'))
    return {
      label: '答复异议',
      about: '核实以后答复异议人；全部答复才能结束公示。',
      missing: [],
      onGo: () => open({ what: 'answerObjection', objectionId: waiting.id }),
    };
  if (acts.includes('show')) {
    const refusals = blockingFindings(findings, []).filter(({ level }) => level === 'refuse');
    const lacking: Missing[] = [
      ...missing.map((label) => ({ label, onGo: edit })),
      ...[...new Set(refusals.map(({ title }) => `改正“${title}”`))].map((label) => ({
        label,
        onGo: edit,
      })),
    ];
    return {
      label: '开始公示',
      about: '登记张贴的日期和地点，程序数好工作日，封存公示文，供打印张贴。',
      missing: lacking,
      onGo: () => open({ what: 'show' }),
    };
  }
  if (acts.includes('finish'))
    return {
      label: '结束公示',
      about: '写明公示结果，生成公示结果报告。',
      missing,
      onGo: () => open({ what: 'finish' }),
    };
  return undefined;
};

const notes = ({
  record: { run, createdOn, result },
  due,
}: PublicityView): readonly (string | undefined)[] => [
  formatDay(createdOn),
  run ? (due ? `${formatDay(run.endsOn)}止` : formatDay(run.startsOn)) : undefined,
  undefined,
  result ? formatDay(result.on) : undefined,
];

export const stepsOf = (view: PublicityView, today: string): StepBarItem[] => {
  const { record } = view;
  const at = publicityStepOf(record, today);
  const words = notes(view);
  return publicitySteps.map((label, index): StepBarItem => {
    const note = words[index];
    const noted = note === undefined ? {} : { note };
    if (record.state === 'takenDown' && index >= 2)
      return index === 3 && record.takedown
        ? { key: label, label: '已撤下', state: 'done', note: formatDay(record.takedown.on) }
        : { key: label, label, state: record.objections.length > 0 ? 'done' : 'skipped' };
    if (index === 2 && index < at && record.objections.length === 0)
      return { key: label, label, state: 'skipped', note: '没有异议' };
    const state = index < at ? 'done' : index === at ? 'current' : 'ahead';
    return { key: label, label, state, ...noted };
  });
};
