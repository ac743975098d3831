import type { Precedent } from '../../../shared/features/cases/channels.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { severityLabels, severityOf } from '../../../shared/features/standards/severity.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, sanctionCollection } from './collections.ts';

/** How many past decisions are shown beside a new one. */
const SHOWN = 8;

/** What was decided on the same kind of matter before, newest first: what was taken back is no precedent. */
export const precedentsOf = (reader: Reader, record: CaseRecord): Precedent[] =>
  reader
    .by(sanctionCollection, 'matter', record.matter.code)
    .filter(({ annulled, caseId }) => annulled === null && caseId !== record.id)
    .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))
    .slice(0, SHOWN)
    .map((sanction) => {
      const gravity = reader.get(caseCollection, sanction.caseId)?.gravity ?? null;
      return {
        caseId: sanction.caseId,
        number: sanction.caseNumber,
        decidedOn: sanction.decidedOn,
        matter: sanction.matterName,
        severity: gravity === null ? '未判断' : severityLabels[severityOf(gravity)],
        measure: sanction.measureName,
        measureCode: sanction.measureCode,
      };
    });
