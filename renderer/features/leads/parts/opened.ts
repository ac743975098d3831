import type { LeadView } from '../../../../shared/features/leads/channels.ts';

/** What is open over the lead page; `target` names the lead or request that it is about. */
export type Opened =
  | {
      readonly what:
        | 'amend'
        | 'attach'
        | 'addSource'
        | 'acknowledge'
        | 'triage'
        | 'undoTriage'
        | 'reply'
        | 'close'
        | 'reopen'
        | 'relate'
        | 'merge'
        | 'unmerge'
        | 'copy'
        | 'redact'
        | 'requestSource'
        | 'answerSource';
      readonly target?: string;
    }
  | { readonly what: 'paper'; readonly paper: 'acknowledgement' | 'transfer' | 'reply' };

export interface ActFormProps {
  readonly view: LeadView;
  readonly onClose: () => void;
}

/** What every tab of a lead gets. */
export interface LeadTabProps {
  readonly view: LeadView;
  readonly onOpen: (opened: Opened) => void;
}
