import type { PublicityView } from '../../../../shared/features/publicity/channels.ts';

/** What is open over the page of a publicity. */
export type Opened =
  | { readonly what: 'show' | 'recordObjection' | 'takeDown' | 'finish' | 'addProof' }
  | { readonly what: 'answerObjection'; readonly objectionId: string };

export interface ActFormProps {
  readonly view: PublicityView;
  readonly onClose: () => void;
}

/** What every tab of a publicity gets. */
export interface PublicityTabProps {
  readonly view: PublicityView;
  readonly onOpen: (opened: Opened) => void;
}
