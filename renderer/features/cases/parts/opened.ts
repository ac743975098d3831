import type { CaseAct } from '../../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';

export interface ActProps {
  readonly onClose: () => void;
}

/** What is open over the case page; `target` names the person, item, conflict, paper… that it is about. */
export interface Opened {
  readonly what: CaseAct | 'settleConflict' | 'seePaper';
  readonly target?: string;
}

/** What every form of an act gets. */
export interface ActFormProps extends ActProps {
  readonly view: CaseView;
  /** Opens another act in its place, where the law or the course of the case asks for that one first. */
  readonly onOpen: (opened: Opened) => void;
}
