import { stateLabels } from '../../shared/features/cases/states.ts';
import { caseCollection, registerCaseIn } from '../features/cases/index.ts';
import type { CaseDesk } from '../features/leads/index.ts';

/** Joins leads to cases: the place where a lead becomes a case. */
export const caseDesk: CaseDesk = {
  start(tx, context, { leadId, leadNumber, ...about }) {
    const source = { kind: 'lead' as const, note: leadNumber, reporterId: null };
    const { id, number } = registerCaseIn(tx, { ...about, source }, context, [leadId]);
    return { id, number };
  },
  look(reader, caseId) {
    const record = reader.get(caseCollection, caseId);
    return (
      record && {
        number: record.number,
        state: stateLabels[record.state],
        withdrawn: record.state === 'withdrawn',
      }
    );
  },
};
