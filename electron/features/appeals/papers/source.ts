import type { Appeal, AppealPaper } from '../../../../shared/features/appeals/schema.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { School } from '../../../../shared/features/organisation/school.ts';
import type { LetterheadSettings } from '../../../../shared/features/papers/letterhead.ts';
import type { AppealTexts } from './texts.ts';

/** What a paper of an appeal is about. */
export interface AppealPaperFacts {
  readonly school: School;
  readonly appeal: Appeal;
  readonly record: CaseRecord;
  readonly paper: AppealPaper;
}

/** Everything that it is made from. */
export interface AppealPaperSource extends AppealPaperFacts {
  readonly letterhead: LetterheadSettings;
  readonly texts: AppealTexts;
  /** 印发日期; undefined in a draft. */
  readonly printedOn: string | undefined;
  readonly draft: boolean;
}
