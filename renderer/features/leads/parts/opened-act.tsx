import type { ReactNode } from 'react';
import { AcknowledgeForm, CloseForm, ReplyForm } from './answer-forms.tsx';
import { AmendForm } from './amend-form.tsx';
import { AttachForm } from './attach-form.tsx';
import { LinkForm } from './link-form.tsx';
import type { ActFormProps, Opened } from './opened.ts';
import { LeadPaperDrawer } from './paper-drawer.tsx';
import { ReopenForm, UndoTriageForm, UnmergeForm } from './reason-forms.tsx';
import { CopyForm, RedactForm } from './redact-forms.tsx';
import { AddSourceForm, AnswerSourceForm, RequestSourceForm } from './source-forms.tsx';
import { TriageForm } from './triage-form.tsx';

/** The form of whatever act was opened. */
export const OpenedAct = ({ opened, ...props }: ActFormProps & { opened: Opened }): ReactNode => {
  switch (opened.what) {
    case 'amend':
      return <AmendForm {...props} />;
    case 'attach':
      return <AttachForm {...props} />;
    case 'addSource':
      return <AddSourceForm {...props} />;
    case 'acknowledge':
      return <AcknowledgeForm {...props} />;
    case 'triage':
      return <TriageForm {...props} />;
    case 'undoTriage':
      return <UndoTriageForm {...props} />;
    case 'reply':
      return <ReplyForm {...props} />;
    case 'close':
      return <CloseForm {...props} />;
    case 'reopen':
      return <ReopenForm {...props} />;
    case 'relate':
    case 'merge':
      return <LinkForm {...props} kind={opened.what} otherId={opened.target ?? null} />;
    case 'unmerge':
      return <UnmergeForm {...props} />;
    case 'copy':
      return <CopyForm {...props} />;
    case 'redact':
      return <RedactForm {...props} />;
    case 'requestSource':
      return <RequestSourceForm {...props} />;
    case 'answerSource':
      return <AnswerSourceForm {...props} requestId={opened.target ?? ''} />;
    case 'paper':
      return <LeadPaperDrawer {...props} kind={opened.paper} />;
  }
};
