import type { Decision } from '../../../shared/features/cases/decision.ts';
import { isRunning, type Sanction } from '../../../shared/features/cases/sanction.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { Reader, Tx } from '../../store/types.ts';
import { stampOf } from '../record-acts.ts';
import { sanctionCollection } from './collections.ts';

/** What decisions did to a person, oldest first, without what was taken back. */
export const standingSanctions = (reader: Reader, personId: string): Sanction[] =>
  reader
    .by(sanctionCollection, 'person', personId)
    .filter(({ annulled }) => annulled === null)
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1));

/** 处分 of a person whose period runs on a day, apart from those of one case. */
export const runningSanctions = (
  reader: Reader,
  personId: string,
  day: string,
  exceptCaseId: string,
): Sanction[] =>
  standingSanctions(reader, personId).filter(
    (sanction) =>
      sanction.measureKind === 'sanction' && sanction.caseId !== exceptCaseId && isRunning(sanction, day),
  );

/** Sanctions of a case, those taken back included. */
export const sanctionsOfCase = (reader: Reader, caseId: string): readonly Sanction[] =>
  reader.by(sanctionCollection, 'case', caseId);

/** Writes what a decision does to each person: one record for each item. */
export const insertSanctions = (
  tx: Tx,
  newId: () => string,
  record: CaseRecord,
  decision: Decision,
  by: {
    readonly decidedBy: string;
    readonly decidedOn: string;
    paperNumberOf(itemId: string): string | null;
  },
): void => {
  for (const item of decision.items) {
    const subject = record.subjects.find(({ personId }) => personId === item.personId);
    if (!subject) continue;
    const { measure } = item;
    const merged =
      measure.kind === 'sanction'
        ? runningSanctions(tx, item.personId, item.effectiveOn, record.id).map(({ id }) => id)
        : [];
    tx.insert(sanctionCollection, {
      id: newId(),
      caseId: record.id,
      caseNumber: record.number,
      itemId: item.id,
      personId: item.personId,
      personKind: subject.kind,
      matterCode: record.matter.code,
      matterName: record.matter.name,
      occurredOn: record.occurredOn,
      measureCode: measure.code,
      measureVersion: measure.version,
      measureName: measure.name,
      measureKind: measure.kind,
      sanction: measure.sanction,
      pupilLevel: measure.pupilLevel,
      effect: measure.effect,
      effects: measure.effects,
      decidedOn: by.decidedOn,
      decidedBy: by.decidedBy,
      effectiveOn: item.effectiveOn,
      endsOn: item.endsOn,
      paperNumber: by.paperNumberOf(item.id),
      summary: record.summary,
      mergedWith: merged,
      lifting: null,
      annulled: null,
    });
  }
};

/** Takes back what decisions of a case did: from then on it counts nowhere. */
export const annulSanctions = (
  tx: Tx,
  caseId: string,
  reason: string,
  which: (sanction: Sanction) => boolean = () => true,
): void => {
  for (const sanction of tx.by(sanctionCollection, 'case', caseId))
    if (sanction.annulled === null && which(sanction))
      tx.replace(sanctionCollection, { ...sanction, annulled: { ...stampOf(tx), reason } });
};
