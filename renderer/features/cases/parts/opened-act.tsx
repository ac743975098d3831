import type { ReactNode } from 'react';
import type { ActFormProps, Opened } from './act-drawer.tsx';
import { SettleConflictForm, DeclareConflictForm } from './conflict-forms.tsx';
import { DecideForm } from './decide-form.tsx';
import { FactsForm } from './facts-form.tsx';
import { FilingForm } from './filing-form.tsx';
import { FindingForm } from './finding-form.tsx';
import { HearingForm } from './hearing-form.tsx';
import { InterviewForm } from './interview-form.tsx';
import { NotifyForm } from './notify-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { ReferForm } from './refer-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { AdoptReportForm, ReturnReportForm, SubmitReportForm } from './report-forms.tsx';
import { RouteForm } from './route-form.tsx';
import { StatementForm } from './statement-form.tsx';

/** The form or paper of an act. */
export const OpenedAct = ({ opened, ...props }: ActFormProps & { opened: Opened }): ReactNode => {
  const target = opened.target === undefined ? {} : { target: opened.target };
  switch (opened.what) {
    case 'changeRoute':
      return <RouteForm {...props} {...target} />;
    case 'declareConflict':
      return <DeclareConflictForm {...props} {...target} />;
    case 'settleConflict':
      return <SettleConflictForm {...props} {...target} />;
    case 'establishFacts':
      return <FactsForm {...props} />;
    case 'fileCase':
      return <FilingForm {...props} />;
    case 'planInvestigation':
      return <PlanForm {...props} />;
    case 'recordInterview':
      return <InterviewForm {...props} {...target} />;
    case 'recordFinding':
      return <FindingForm {...props} {...target} />;
    case 'submitReport':
      return <SubmitReportForm {...props} />;
    case 'adoptReport':
      return <AdoptReportForm {...props} />;
    case 'returnReport':
      return <ReturnReportForm {...props} />;
    case 'notify':
      return <NotifyForm {...props} />;
    case 'hearStatement':
      return <StatementForm {...props} {...target} />;
    case 'holdHearing':
      return <HearingForm {...props} {...target} />;
    case 'decide':
      return <DecideForm {...props} />;
    case 'refer':
      return <ReferForm {...props} />;
    case 'recordReply':
      return <ReplyForm {...props} />;
    // After the decision.
    case 'issueNotice':
    case 'issueRecord':
    case 'seePaper':
    case 'voidNumber':
    case 'recordService':
    case 'reportRectification':
    case 'checkRectification':
    case 'completeTask':
    case 'extendClock':
    case 'liftSanction':
    case 'addNote':
    case 'merge':
    case 'split':
    case 'reopen':
    case 'close':
    case 'withdraw':
      return null;
    // Not opened over a case: done on pages of their own, or by another act.
    case 'register':
    case 'attachEvidence':
    case 'applyReview':
    case 'absorb':
      return null;
  }
};
