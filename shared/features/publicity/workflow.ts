import { formatDay } from '../../kernel/dates.ts';
import type { Publicity, PublicityContent, PublicityState } from './schema.ts';

/** How a publicity goes: drafted, shown, and then over; or taken down before. */

export const publicityActs = [
  'edit',
  'show',
  'addProof',
  'recordObjection',
  'answerObjection',
  'takeDown',
  'finish',
  'discard',
] as const;
export type PublicityAct = (typeof publicityActs)[number];

export const publicityActLabels: Readonly<Record<PublicityAct, string>> = {
  edit: '修改内容',
  show: '开始公示',
  addProof: '添加公示照片',
  recordObjection: '登记异议',
  answerObjection: '答复异议',
  takeDown: '撤下公示',
  finish: '结束公示',
  discard: '删除草稿',
};

const from: Readonly<Record<PublicityAct, readonly PublicityState[]>> = {
  edit: ['draft'],
  show: ['draft'],
  addProof: ['shown', 'finished', 'takenDown'],
  // Objections that come in late are still heard.
  recordObjection: ['shown', 'finished', 'takenDown'],
  answerObjection: ['shown', 'finished', 'takenDown'],
  takeDown: ['shown'],
  finish: ['shown'],
  discard: ['draft'],
};

/** True when the state knows the act. */
export const isOpenTo = (state: PublicityState, act: PublicityAct): boolean => from[act].includes(state);

/** What a draft lacks before it can go up, in words; what the law has against it is told apart. */
export const missingToShow = ({ kind, items }: Pick<PublicityContent, 'kind' | 'items'>): string[] =>
  kind !== 'other' && items.length === 0 ? ['至少一项公示内容'] : [];

/** What still keeps a publicity from being finished, in words. */
export const missingToFinish = (
  { run, objections }: Pick<Publicity, 'run' | 'objections'>,
  today: string,
): string[] => [
  ...(run !== null && today <= run.endsOn ? [`公示期满（${formatDay(run.endsOn)}）`] : []),
  ...(objections.some(({ answer }) => answer === null) ? ['答复全部异议'] : []),
];

export const publicitySteps = ['草拟', '公示', '异议处理', '结束'] as const;

/** The step it stands at: an index into `publicitySteps`, their number once it is over. */
export const publicityStepOf = (
  { state, objections, run }: Pick<Publicity, 'state' | 'objections' | 'run'>,
  today: string,
): number => {
  if (state === 'draft') return 0;
  if (state !== 'shown') return publicitySteps.length;
  if (objections.some(({ answer }) => answer === null)) return 2;
  return run !== null && today > run.endsOn ? 3 : 1;
};
