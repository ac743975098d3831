import type { ReactNode } from 'react';
import { SettleConflictForm, DeclareConflictForm } from './conflict-forms.tsx';
import { DecideForm } from './decide-form.tsx';
import { CloseForm, ReopenForm, WithdrawForm } from './end-forms.tsx';
import { ExtendForm } from './extend-form.tsx';
import { FactsForm } from './facts-form.tsx';
import { FilingForm } from './filing-form.tsx';
import { FindingForm } from './finding-form.tsx';
import { HearingForm } from './hearing-form.tsx';
import { InterviewForm } from './interview-form.tsx';
import { LiftForm } from './lift-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { NoteForm } from './note-form.tsx';
import { NotifyForm } from './notify-form.tsx';
import type { ActFormProps, Opened } from './opened.ts';
import { IssueForm } from './paper-drawer.tsx';
import { PlanForm } from './plan-form.tsx';
import { RectificationCheckForm, RectificationReportForm } from './rectification-forms.tsx';
import { ReferForm } from './refer-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { AdoptReportForm, ReturnReportForm, SubmitReportForm } from './report-forms.tsx';
import { RouteForm } from './route-form.tsx';
import { ServiceForm } from './service-form.tsx';
import { SplitForm } from './split-form.tsx';
import { StatementForm } from './statement-form.tsx';
import { TaskForm } from './task-form.tsx';
import { VoidForm } from './void-form.tsx';

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
    case 'seePaper':
      return <IssueForm {...props} {...target} />;
    case 'voidNumber':
      return <VoidForm {...props} {...target} />;
    case 'recordService':
      return <ServiceForm {...props} {...target} />;
    case 'reportRectification':
      return <RectificationReportForm {...props} {...target} />;
    case 'checkRectification':
      return <RectificationCheckForm {...props} {...target} />;
    case 'completeTask':
      return <TaskForm {...props} {...target} />;
    case 'extendClock':
      return <ExtendForm {...props} {...target} />;
    case 'liftSanction':
      return <LiftForm {...props} {...target} />;
    case 'addNote':
      return <NoteForm {...props} />;
    case 'merge':
      return <MergeForm {...props} />;
    case 'split':
      return <SplitForm {...props} />;
    case 'reopen':
      return <ReopenForm {...props} />;
    case 'close':
      return <CloseForm {...props} />;
    case 'withdraw':
      return <WithdrawForm {...props} />;
    // Not opened over a case: done in its tabs, on pages of their own, or by another act.
    case 'register':
    case 'attachEvidence':
    case 'issueRecord':
    case 'applyReview':
    case 'absorb':
      return null;
  }
};
