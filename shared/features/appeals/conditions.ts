import { hasQuorum, tallyOf } from '../cases/meeting.ts';
import { LEAST_MEMBERS } from './panel.ts';
import type { Appeal, AppealPaper } from './schema.ts';

/** What has to be there before an appeal may go on: each with the words a person reads while it is not. */

/** Papers that the applicant has to get before it is over: the decision, or the refusal to hear it. */
const owed = ({ papers }: Pick<Appeal, 'papers'>): readonly AppealPaper[] =>
  papers.filter(({ form }) => form === 'decision' || form === 'refusal');

const corrections = ({ papers }: Pick<Appeal, 'papers'>): readonly AppealPaper[] =>
  papers.filter(({ form }) => form === 'correction');

export const isServedPaper = (
  { services }: Pick<Appeal, 'services'>,
  paper: Pick<AppealPaper, 'id'>,
): boolean => services.some(({ paperIds }) => paperIds.includes(paper.id));

const servable: readonly AppealPaper['form'][] = [
  'completion',
  'acceptance',
  'refusal',
  'extension',
  'decision',
];

/** True for a paper that goes to the applicant: not for records of the school, nor for what goes to others. */
export const isForApplicant = ({ form }: Pick<AppealPaper, 'form'>): boolean => servable.includes(form);

const isOut = ({ issuedPaperId }: AppealPaper): boolean => issuedPaperId !== null;

interface Condition {
  readonly missing: string;
  holds(appeal: Appeal): boolean;
}

export const conditions = {
  inside: { missing: '由学校决定的申请', holds: ({ inside }) => inside },
  outside: { missing: '由主管部门决定的申请', holds: ({ inside }) => !inside },
  'completion-asked': {
    missing: '需要补正的内容和期限',
    holds: ({ completion }) => completion !== null && completion.received === null,
  },
  'completion-received': {
    missing: '收到补正材料的记录',
    holds: ({ completion }) => (completion?.received ?? null) !== null,
  },
  admitted: { missing: '受理意见', holds: ({ admission }) => admission?.accepted === true },
  refused: {
    missing: '不予受理的理由',
    holds: ({ admission }) => admission?.accepted === false && admission.reason.trim() !== '',
  },
  forwarding: { missing: '报送材料的记录', holds: ({ forwarding }) => forwarding !== null },
  panel: {
    missing: `至少 ${String(LEAST_MEMBERS)} 名办理人员`,
    holds: ({ panel }) => panel !== null && panel.members.length >= LEAST_MEMBERS,
  },
  'no-open-conflict': {
    missing: '处理完已申报的回避',
    holds: ({ conflicts }) => conflicts.every(({ outcome }) => outcome !== 'open'),
  },
  looked: { missing: '查核记录', holds: ({ looks }) => looks.length > 0 },
  decision: { missing: '处理结果', holds: ({ decision }) => decision !== null },
  carried: {
    missing: '表决通过的会议记录',
    holds: ({ decision }) => {
      const sitting = decision?.sitting;
      if (!sitting) return false;
      return hasQuorum(sitting.members) && tallyOf(sitting.members, sitting.votes).passed;
    },
  },
  'decision-paper': {
    missing: '决定书',
    holds: ({ papers }) => papers.some(({ form }) => form === 'decision'),
  },
  'corrections-placed': {
    missing: '更正（撤销）通知',
    holds: (appeal) =>
      appeal.decision === null || appeal.decision.outcome === 'uphold' || corrections(appeal).length > 0,
  },
  'nothing-to-send': {
    missing: '没有需要印发的文书',
    holds: (appeal) => owed(appeal).length === 0 && corrections(appeal).length === 0,
  },
  'papers-out': {
    missing: '印发全部文书',
    holds: (appeal) => [...owed(appeal), ...corrections(appeal)].every(isOut),
  },
  reached: {
    missing: '向申请人送达文书',
    holds: (appeal) => owed(appeal).every((paper) => isServedPaper(appeal, paper)),
  },
  corrected: {
    missing: '把更正（撤销）通知发到原文书到达的范围',
    holds: (appeal) => corrections(appeal).every(({ distribution }) => distribution !== null),
  },
  restored: {
    missing: '办结全部恢复事项',
    holds: ({ restorations }) => restorations.every(({ done }) => done !== null),
  },
  closing: { missing: '办结说明', holds: ({ closing }) => closing !== null },
  withdrawal: { missing: '撤回的原因', holds: ({ withdrawal }) => withdrawal !== null },
} as const satisfies Record<string, Condition>;
export type AppealConditionId = keyof typeof conditions;
