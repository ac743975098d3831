import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { actLabels, type CaseAct } from '../../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import { useCall } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { MoreMenu, type MoreAct } from '../../../ui/record/more-menu.tsx';

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

/** Records of their own that begin with the decision of a case, for those who may begin them. */
const useFollowUps = ({ record, sanctions }: CaseView): readonly MoreAct[] => {
  const can = useCan();
  const navigate = useNavigate();
  const publishes = can('publicity.manage') && sanctions.some(({ personKind }) => personKind !== 'pupil');
  const candidates = useCall('publicity.candidates', { caseId: record.id }, { enabled: publishes });
  const shows = (candidates.data?.candidates ?? []).some(({ shownIn }) => shownIn === null);
  const stands = sanctions.some(({ annulled }) => annulled === null);
  const lead = (key: string, label: string): MoreAct => ({
    key,
    label,
    onClick: () => void navigate(`/${key}/new?case=${record.id}`),
  });
  return [
    ...(publishes && shows ? [lead('publicity', '起草公示')] : []),
    ...(stands && can('appeals.handle') ? [lead('appeals', '登记复核、申诉')] : []),
  ];
};

/** 更多: everything else that may be done with the case now, and what may follow from it. */
export const CaseMenu = ({ view, onAct }: { view: CaseView; onAct: (act: CaseAct) => void }): ReactNode => {
  const [first = [], ...rest] = groups.map((group) =>
    group
      .filter((act) => act !== view.nextAct && view.acts.includes(act))
      .map((act) => ({
        key: act,
        label: labelOf(act, view),
        danger: DANGEROUS.includes(act),
        onClick: () => onAct(act),
      })),
  );
  return <MoreMenu groups={[first, useFollowUps(view), ...rest]} />;
};
