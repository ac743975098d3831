import type { Complaint } from '../../../shared/features/appeals/channels.ts';
import {
  appealKinds,
  isDecidedHere,
  isKindFor,
  type AppealKind,
} from '../../../shared/features/appeals/kinds.ts';
import type { Appeal, ComplainedItem } from '../../../shared/features/appeals/schema.ts';
import { applyLimit } from '../../../shared/features/appeals/terms.ts';
import { isEnded } from '../../../shared/features/appeals/workflow.ts';
import type { CaseSubject } from '../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader } from '../../store/types.ts';
import { sanctionsOfCase } from '../cases/index.ts';
import { readSchool } from '../organisation/index.ts';
import { appealCollection } from './collections.ts';

/** What of a decision can be complained of: the measures that stand, with the papers that told of them. */

export const placeOfSubject = ({ department, post, kind }: CaseSubject): string =>
  kind === 'department' ? '' : `${department}${post}`;

/** Measures of a person that stand in the decision in force. */
export const standingItems = (reader: Reader, record: CaseRecord, personId: string): ComplainedItem[] => {
  const standing = sanctionsOfCase(reader, record.id).filter(({ annulled }) => annulled === null);
  return (record.decision?.items ?? []).flatMap((item): ComplainedItem[] => {
    const sanction = standing.find(({ itemId }) => itemId === item.id);
    if (item.personId !== personId || !sanction) return [];
    return [
      {
        itemId: item.id,
        measureName: item.measure.name,
        paperNumber: sanction.paperNumber,
        effectiveOn: item.effectiveOn,
        endsOn: item.endsOn,
      },
    ];
  });
};

/** Papers of the decision that tell of some items. */
export const papersOf = (
  { papers }: Pick<CaseRecord, 'papers'>,
  itemIds: readonly string[],
): CaseRecord['papers'] =>
  papers.filter((paper) => !paper.void && paper.itemIds.some((id) => itemIds.includes(id)));

/** The day on which the last of these papers reached the person; null while none is on record. */
export const servedOn = (
  record: Pick<CaseRecord, 'services'>,
  personId: string,
  paperIds: readonly string[],
): string | null =>
  record.services
    .filter(
      (service) => service.personId === personId && service.paperIds.some((id) => paperIds.includes(id)),
    )
    .map(({ completedOn }) => completedOn)
    .sort()
    .at(-1) ?? null;

/** Appeals of one person in one case, oldest first. */
export const appealsOf = (reader: Reader, caseId: string, personId: string): Appeal[] =>
  reader.by(appealCollection, 'case', caseId).filter(({ person }) => person.id === personId);

/** The day on which the decision on a review, or the refusal to review, reached the person: from then on the term to appeal runs. */
const reviewServedOn = (appeals: readonly Appeal[]): string | null =>
  appeals
    .filter(({ kind }) => kind === 'review')
    .flatMap(({ papers, services }) =>
      services
        .filter(({ paperIds }) =>
          papers.some(({ id, form }) => (form === 'decision' || form === 'refusal') && paperIds.includes(id)),
        )
        .map(({ completedOn }) => completedOn),
    )
    .sort()
    .at(-1) ?? null;

/** From which day the term of a kind runs, as far as it is on record. */
export const knownDay = (
  reader: Reader,
  record: CaseRecord,
  personId: string,
  kind: AppealKind,
  itemIds: readonly string[],
): string | null =>
  kind === 'appeal'
    ? reviewServedOn(appealsOf(reader, record.id, personId))
    : servedOn(
        record,
        personId,
        papersOf(record, itemIds).map(({ id }) => id),
      );

/** Why an appeal of a kind cannot be registered now; blank when it can. */
export const closedBy = (appeals: readonly Appeal[], kind: AppealKind): string => {
  const open = appeals.find(({ state }) => !isEnded(state));
  if (open) return `已有在办的申请 ${open.number}`;
  const decided = appeals.find((appeal) => appeal.kind === kind && appeal.decision !== null);
  return decided ? `已经作出决定（${decided.number}），不能重复申请` : '';
};

/** Whether the decision on these items was the authority's own. */
export const isByAuthority = (reader: Reader, record: CaseRecord, itemIds: readonly string[]): boolean => {
  const { name } = readSchool(reader);
  return sanctionsOfCase(reader, record.id).some(
    ({ itemId, decidedBy, annulled }) => annulled === null && itemIds.includes(itemId) && decidedBy !== name,
  );
};

/** Who decides on it, as papers say it. */
export const organOf = (reader: Reader, kind: AppealKind, inside: boolean): string => {
  const school = readSchool(reader);
  if (!inside) return school.authority;
  return kind === 'pupil-appeal' ? `${school.name}学生申诉委员会` : school.name;
};

/** Of each person of a case: what may be complained of, in which ways, and until when. */
export const complaintsOf = (reader: Reader, record: CaseRecord, calendar: WorkCalendar): Complaint[] =>
  record.subjects.flatMap((subject): Complaint[] => {
    const items = standingItems(reader, record, subject.personId);
    if (items.length === 0) return [];
    const itemIds = items.map(({ itemId }) => itemId);
    const appeals = appealsOf(reader, record.id, subject.personId);
    const byAuthority = isByAuthority(reader, record, itemIds);
    return [
      {
        personId: subject.personId,
        name: subject.name,
        kind: subject.kind,
        place: placeOfSubject(subject),
        guardian: subject.guardian?.name ?? '',
        items,
        knownOn: knownDay(reader, record, subject.personId, 'review', itemIds),
        ways: appealKinds
          .filter((kind) => isKindFor(kind, subject.kind))
          .map((kind) => {
            const inside = isDecidedHere(kind, { ethics: record.matter.ethics, byAuthority });
            const known = knownDay(reader, record, subject.personId, kind, itemIds);
            return {
              kind,
              inside,
              organ: organOf(reader, kind, inside),
              dueOn: known === null ? null : (applyLimit(calendar, kind, known)?.dueOn ?? null),
              closedBy: closedBy(appeals, kind),
            };
          }),
      },
    ];
  });
