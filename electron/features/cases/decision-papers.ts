import type { CasePaper, CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import type { Decision, DecisionItem } from '../../../shared/features/cases/decision.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { NumberSeries } from '../../../shared/features/papers/numbers.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { NewId } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { allocateNumber } from '../papers/index.ts';
import { decisionPaperTitle } from './notice-words.ts';

/** The series that a paper is numbered in: the school's 代字, what stands for the kind, the year. */
export const paperSeries = (reader: Reader, numberSuffix: string, day: string): NumberSeries => ({
  kind: 'document',
  prefix: `${readSchool(reader).documentCode}${numberSuffix}`,
  year: yearOf(day),
});

/** Items that one paper tells of. */
export interface PaperGroup {
  readonly form: CasePaperForm;
  readonly numberSuffix: string;
  readonly personIds: readonly string[];
  readonly items: readonly DecisionItem[];
}

type Grouped = Pick<DecisionItem, 'personId' | 'measure' | 'proposal'>;

/**
 * Which papers a decision needs: a 通报 names everybody it is about in one paper; every other paper is for one person
 * and holds all of his or her measures of that form. What goes to the authority goes in one proposal.
 */
export const paperGroups = <T extends Grouped>(
  items: readonly T[],
): { form: CasePaperForm; numberSuffix: string; items: T[] }[] => {
  const groups = new Map<string, { form: CasePaperForm; numberSuffix: string; items: T[] }>();
  for (const item of items) {
    const form: CasePaperForm | null = item.proposal ? 'proposal' : item.measure.paper;
    if (form === null) continue;
    const shared = form === 'circular' || form === 'proposal';
    const numberSuffix = form === 'proposal' ? '处建' : item.measure.numberSuffix;
    const key = `${form}|${numberSuffix}|${shared ? '' : item.personId}`;
    const group = groups.get(key) ?? { form, numberSuffix, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** The papers of a decision with their numbers, given in the transaction that decides. */
export const decisionPapersOf = (tx: Tx, newId: NewId, record: CaseRecord, decision: Decision): CasePaper[] =>
  paperGroups(decision.items).map(({ form, numberSuffix, items }) => {
    const personIds = [...new Set(items.map(({ personId }) => personId))];
    const title = decisionPaperTitle(readSchool(tx).name, record, form, items);
    const number = allocateNumber(tx, newId, paperSeries(tx, numberSuffix, decision.decidedOn), {
      title,
      caseId: record.id,
    });
    return {
      id: newId(),
      form,
      title,
      personIds,
      itemIds: items.map(({ id }) => id),
      aboutId: null,
      numberId: number.id,
      number: number.number,
      issuedPaperId: null,
      external: null,
      void: false,
    };
  });

/** Number of the paper that tells of an item; null for a measure without one. */
export const paperNumberOf =
  (papers: readonly CasePaper[]) =>
  (itemId: string): string | null =>
    papers.find((paper) => !paper.void && paper.itemIds.includes(itemId))?.number ?? null;
