import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import type { Opened } from './opened.ts';

/** What every tab of a case is given. */
export interface TabProps {
  readonly view: CaseView;
  readonly onOpen: (opened: Opened) => void;
}
