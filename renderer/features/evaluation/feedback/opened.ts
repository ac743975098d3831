import type {
  FeedbackAct,
  FeedbackPaper,
  FeedbackView,
} from '../../../../shared/features/evaluation/feedback/views.ts';

/** What is open over the page: an act to be filled in, or a paper to be looked at. */
export type Opened =
  | { readonly what: FeedbackAct; readonly target?: string }
  | { readonly what: 'paper'; readonly paper: FeedbackPaper; readonly itemId: string | null };

export interface ActFormProps {
  readonly view: FeedbackView;
  readonly onClose: () => void;
}

/** What every command on a feedback names. */
export const targetOf = ({ cycleId, subject, rev }: FeedbackView) => ({
  cycleId,
  subjectId: subject.id,
  rev,
});
