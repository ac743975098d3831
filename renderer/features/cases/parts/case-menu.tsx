import type { ReactNode } from 'react';
import { actLabels, type CaseAct } from '../../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import { MoreMenu } from '../../../ui/record/more-menu.tsx';

/** The acts of the menu, in the order and groups in which they are looked for. */
const groups: readonly (readonly CaseAct[])[] = [
  [
    'establishFacts',
    'fileCase',
    'planInvestigation',
    'recordInterview',
    'recordFinding',
    'submitReport',
    'adoptReport',
    'returnReport',
    'notify',
    'hearStatement',
    'holdHearing',
    'decide',
    'recordReply',
    'issueNotice',
    'recordService',
    'reportRectification',
    'checkRectification',
    'completeTask',
    'liftSanction',
    'close',
  ],
  ['addNote', 'attachEvidence', 'declareConflict', 'issueRecord', 'extendClock'],
  ['changeRoute', 'merge', 'split', 'refer', 'reopen'],
  ['voidNumber', 'withdraw'],
];
const DANGEROUS: readonly CaseAct[] = ['voidNumber', 'withdraw'];

/** Words of an act that read otherwise when it is done again. */
const labelOf = (act: CaseAct, { record }: CaseView): string => {
  if (act === 'establishFacts' && record.establishedOn !== null) return '重新确认事实';
  if (act === 'notify' && record.state === 'notified') return '重新告知';
  if (act === 'decide' && record.state === 'established') return '直接作出决定';
  return actLabels[act];
};

/** 更多: everything else that may be done with the case now. */
export const CaseMenu = ({ view, onAct }: { view: CaseView; onAct: (act: CaseAct) => void }): ReactNode => (
  <MoreMenu
    groups={groups.map((group) =>
      group
        .filter((act) => act !== view.nextAct && view.acts.includes(act))
        .map((act) => ({
          key: act,
          label: labelOf(act, view),
          danger: DANGEROUS.includes(act),
          onClick: () => onAct(act),
        })),
    )}
  />
);
