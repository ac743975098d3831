import {
  casePaperFormLabels,
  isDecisionPaper,
  type CasePaper,
} from '../../../shared/features/cases/carrying-out.ts';
import type { PaperOffer } from '../../../shared/features/cases/channels.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import {
  currentHearings,
  currentNotifications,
  currentStatements,
} from '../../../shared/features/cases/conditions.ts';
import type { LawFinding } from '../../../shared/law/findings.ts';
import type { PaperOfferKey } from './paper-source.ts';
import { publicName } from './papers/masking.ts';

const about = (
  form: PaperOfferKey['form'],
  personId: string | null,
  aboutId: string | null = null,
): PaperOfferKey => ({
  form,
  personId,
  aboutId,
});

/** Papers of the course of a case that there is something to say in. */
const courseKeys = (record: CaseRecord): PaperOfferKey[] => [
  ...(record.filing ? [about('filing', null)] : []),
  ...record.investigation.interviews.map(({ id, personId }) => about('interview', personId, id)),
  ...(record.investigation.report ? [about('report', null)] : []),
  ...currentNotifications(record).flatMap(({ personId, guardian }) => [
    about('advance-notice', personId),
    ...(guardian ? [about('guardian-notice', personId)] : []),
  ]),
  ...currentStatements(record).map(({ personId }) => about('statement-record', personId)),
  ...currentHearings(record).map(({ personId, id }) => about('hearing-record', personId, id)),
  ...(record.decision?.meeting ? [about('meeting-record', null)] : []),
  ...record.services.map(({ personId, id }) => about('service-record', personId, id)),
  ...record.rectification
    .filter(({ checks }) => checks.length > 0)
    .map(({ id, responsible }) => about('rectification-check', responsible.id, id)),
];

/** 询问笔录（王立新，第2份）, 整改复查销号单（第1项）, 送达回证（王立新）: whom and what it is about. */
const offerLabel = (record: CaseRecord, { form, personId, aboutId }: PaperOfferKey): string => {
  const { interviews } = record.investigation;
  const interview = interviews.findIndex(({ id }) => id === aboutId);
  const item = record.rectification.findIndex(({ id }) => id === aboutId);
  const name = record.subjects.find((subject) => subject.personId === personId)?.name;
  const about =
    form === 'interview' && interview >= 0
      ? `${interviews[interview]?.name ?? ''}，第${String(interview + 1)}份`
      : form === 'rectification-check' && item >= 0
        ? `第${String(item + 1)}项`
        : name;
  return about === undefined ? casePaperFormLabels[form] : `${casePaperFormLabels[form]}（${about}）`;
};

/** A paper's title as the register has it; of a child, whom the register does not name, what tells two papers apart. */
const heldLabel = (record: CaseRecord, { title }: CasePaper, key: PaperOfferKey): string => {
  const named = record.subjects.find(({ personId }) => personId === key.personId);
  if (named?.kind === 'pupil') return title.replace(publicName(record, named), named.name);
  const interview = record.investigation.interviews.find(({ id }) => id === key.aboutId);
  return interview?.minor === true ? offerLabel(record, key) : title;
};

/** Every paper of a case: those that have a place already, and those that could be made. */
export const paperOffers = (
  record: CaseRecord,
  lackingOf: (key: PaperOfferKey, paperId: string | null) => readonly string[],
  warningsOf: (key: PaperOfferKey, paperId: string) => LawFinding[],
): PaperOffer[] => {
  const held = record.papers.filter((paper) => !paper.void);
  const own = held.map((paper): PaperOffer => {
    const key = {
      form: paper.form,
      personId: paper.personIds.length === 1 ? (paper.personIds[0] ?? null) : null,
      aboutId: paper.aboutId,
    };
    return {
      ...key,
      label: heldLabel(record, paper, key),
      paperId: paper.id,
      number: paper.number,
      issuedPaperId: paper.issuedPaperId,
      lacking: paper.external === null ? [...lackingOf(key, paper.id)] : [],
      warnings: paper.issuedPaperId === null ? warningsOf(key, paper.id) : [],
    };
  });
  const possible = courseKeys(record)
    .filter(
      (key) =>
        !held.some(
          (paper) =>
            paper.form === key.form &&
            paper.aboutId === key.aboutId &&
            (key.personId === null || paper.personIds.includes(key.personId)),
        ),
    )
    .map((key): PaperOffer => ({
      ...key,
      label: offerLabel(record, key),
      paperId: null,
      number: null,
      issuedPaperId: null,
      lacking: [...lackingOf(key, null)],
      warnings: [],
    }));
  return [
    ...own.sort((a, b) => Number(isDecisionPaper(b.form)) - Number(isDecisionPaper(a.form))),
    ...possible,
  ];
};
