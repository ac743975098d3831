import type { AppealView } from '../../../../shared/features/appeals/channels.ts';
import type { AppealAct } from '../../../../shared/features/appeals/workflow.ts';

/** What is open over the page; `target` names the conflict, paper or restoration that it is about. */
export interface Opened {
  readonly what: AppealAct | 'seePaper' | 'seeFile' | 'seeServiceForm';
  readonly target?: string;
}

export interface ActFormProps {
  readonly view: AppealView;
  readonly onClose: () => void;
}

/** What every tab gets. */
export interface TabProps {
  readonly view: AppealView;
  readonly onOpen: (opened: Opened) => void;
}
