import { casePaperFormLabels, isDecisionPaper } from '../../../shared/features/cases/carrying-out.ts';
import type { PaperOffer } from '../../../shared/features/cases/channels.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import {
  currentHearings,
  currentNotifications,
  currentStatements,
} from '../../../shared/features/cases/conditions.ts';
import type { PaperOfferKey } from './paper-source.ts';

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

/** Every paper of a case: those that have a place already, and those that could be made. */
export const paperOffers = (
  record: CaseRecord,
  lackingOf: (key: PaperOfferKey, paperId: string | null) => readonly string[],
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
      label: paper.title,
      paperId: paper.id,
      number: paper.number,
      issuedPaperId: paper.issuedPaperId,
      lacking: paper.external === null ? [...lackingOf(key, paper.id)] : [],
    };
  });
  const nameOf = (id: string | null): string =>
    record.subjects.find(({ personId }) => personId === id)?.name ??
    record.investigation.interviews.find(({ personId }) => personId === id)?.name ??
    '';
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
    .map((key): PaperOffer => {
      const name = nameOf(key.personId);
      return {
        ...key,
        label: `${casePaperFormLabels[key.form]}${name === '' ? '' : `（${name}）`}`,
        paperId: null,
        number: null,
        issuedPaperId: null,
        lacking: [...lackingOf(key, null)],
      };
    });
  return [
    ...own.sort((a, b) => Number(isDecisionPaper(b.form)) - Number(isDecisionPaper(a.form))),
    ...possible,
  ];
};
