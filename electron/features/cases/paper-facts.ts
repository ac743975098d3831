import type { CasePaper } from '../../../shared/features/cases/carrying-out.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { SchoolRuleContent } from '../../../shared/features/standards/school-rule.ts';
import { citeOnPaper } from '../../../shared/law/pack.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import type { Reader } from '../../store/types.ts';
import { readSchool } from '../organisation/index.ts';
import { readLetterhead } from '../papers/index.ts';
import {
  readSeverityMatrix,
  requireGround,
  requireMatter,
  requireMeasure,
  requireSchoolRule,
} from '../standards/index.ts';
import type { PaperFacts, PaperOfferKey, PaperStandards } from './paper-source.ts';
import { sanctionsOfCase } from './sanctions.ts';

const standardsOf = (reader: Reader, record: CaseRecord): PaperStandards => {
  const rules = new Map<string, SchoolRuleContent>();
  const decisions = [...record.formerDecisions, ...(record.decision ? [record.decision] : [])];
  for (const { kind, ref, version } of decisions.flatMap(({ grounds }) => grounds)) {
    if (kind !== 'school-rule') continue;
    const rule = requireSchoolRule(reader, ref);
    const cited = rule.versions.find((each) => each.version === version);
    rules.set(ref, cited?.content ?? inForce(rule).content);
  }
  const codes = record.investigation.findings.flatMap(({ measureCodes }) => measureCodes);
  const { grounds } = inForce(requireMatter(reader, record.matter.code)).content;
  return {
    rules,
    grounds: [...new Set(grounds.map((code) => citeOnPaper(inForce(requireGround(reader, code)).content)))],
    measures: new Map(codes.map((code) => [code, inForce(requireMeasure(reader, code)).content.name])),
    circumstances: new Map(
      record.investigation.findings.length === 0
        ? []
        : readSeverityMatrix(reader).matrix.circumstances.map(({ code, name }) => [code, name]),
    ),
  };
};

/** What a paper of a case is about, from the data folder. @throws AppError `not-found` for a broken reference. */
export const paperFacts = (
  reader: Reader,
  record: CaseRecord,
  { personId, aboutId }: Omit<PaperOfferKey, 'form'>,
  paper: CasePaper | null,
): PaperFacts => ({
  school: readSchool(reader),
  letterhead: readLetterhead(reader),
  standards: standardsOf(reader, record),
  record,
  sanctions: sanctionsOfCase(reader, record.id),
  paper,
  subject: record.subjects.find((subject) => subject.personId === personId) ?? null,
  aboutId,
});

/** Whom and what a paper of the case is about. */
export const keyOfPaper = ({ personIds, aboutId }: CasePaper): Omit<PaperOfferKey, 'form'> => ({
  personId: personIds.length === 1 ? (personIds[0] ?? null) : null,
  aboutId,
});
