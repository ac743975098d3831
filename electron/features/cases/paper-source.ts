import type { CasePaper, CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import type { Decision, DecisionItem } from '../../../shared/features/cases/decision.ts';
import type { CaseSubject } from '../../../shared/features/cases/people.ts';
import type { Sanction } from '../../../shared/features/cases/sanction.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import type { LetterheadSettings } from '../../../shared/features/papers/letterhead.ts';
import type { SchoolRuleContent } from '../../../shared/features/standards/school-rule.ts';
import type { Paper } from '../../documents/word/model.ts';
import type { TemplateValues } from '../../documents/word/template/fill.ts';
import type { PaperTexts } from './paper-texts.ts';

/** What the school's standards say of what a case names by code. */
export interface PaperStandards {
  /** Rules of the school that the case cites, in the version cited, by the citation's `ref`. */
  readonly rules: ReadonlyMap<string, SchoolRuleContent>;
  /** Names of measures and of circumstances, by code. */
  readonly measures: ReadonlyMap<string, string>;
  readonly circumstances: ReadonlyMap<string, string>;
  /** Grounds of the kind of matter as papers print them, each once: what is cited before anything is decided. */
  readonly grounds: readonly string[];
}

/** What a paper of a case is about. */
export interface PaperFacts {
  readonly school: School;
  readonly letterhead: LetterheadSettings;
  readonly standards: PaperStandards;
  readonly record: CaseRecord;
  readonly sanctions: readonly Sanction[];
  /** The paper itself once there is one: its number, the people and items it is about. */
  readonly paper: CasePaper | null;
  /** The person it is for; null for papers about everybody. */
  readonly subject: CaseSubject | null;
  /** The interview, hearing, rectification item or sanction it is about. */
  readonly aboutId: string | null;
}

/** Everything that it is made from. */
export interface PaperSource extends PaperFacts {
  readonly texts: PaperTexts;
  /** 印发日期; undefined in a draft. */
  readonly printedOn: string | undefined;
  readonly draft: boolean;
}

/** How one form of paper is made. */
export interface PaperMaker {
  /** What follows the school's 代字 in its number; null for a paper without one, or whose measure says it. */
  readonly numberSuffix: string | null;
  /** As the register names it. Never holds the name of a pupil. */
  title(source: PaperFacts): string;
  /** Mandatory fields that are still blank, in words: it cannot be issued before. */
  lacking(source: PaperFacts): readonly string[];
  /** The case as the readers of this paper may see it: which children are named in it. */
  seen(source: PaperSource): PaperSource;
  make(source: PaperSource): Paper;
  /** The day that it bears. */
  datedOn(source: PaperFacts): string;
  /** What fills the places of a school's own form, beside what every paper of a case has. */
  fields(source: PaperSource): TemplateValues;
}

/** A paper that could be made of a case: for whom and about what. */
export interface PaperOfferKey {
  readonly form: CasePaperForm;
  readonly personId: string | null;
  readonly aboutId: string | null;
}

/** @throws RangeError for a paper of a decision in a case without one: a defect of the caller. */
export const decisionOf = ({ record, paper }: PaperFacts): Decision => {
  const told = paper?.itemIds ?? [];
  const of = (decision: Decision | null): boolean =>
    decision !== null && (told.length === 0 || decision.items.some(({ id }) => told.includes(id)));
  const found = [record.decision, ...record.formerDecisions].find(of);
  if (!found) throw new RangeError(`no decision in ${record.number}`);
  return found;
};

/** The items that a paper tells of; all of the decision where it is about no items of its own. */
export const itemsOf = (source: PaperFacts): readonly DecisionItem[] => {
  const { items } = decisionOf(source);
  const { paper } = source;
  return paper === null || paper.itemIds.length === 0
    ? items
    : items.filter(({ id }) => paper.itemIds.includes(id));
};

/** The people that a paper is about, in the order of the case. */
export const subjectsOf = ({ record, paper, subject }: PaperFacts): readonly CaseSubject[] => {
  if (subject) return [subject];
  return paper === null || paper.personIds.length === 0
    ? record.subjects
    : record.subjects.filter(({ personId }) => paper.personIds.includes(personId));
};
