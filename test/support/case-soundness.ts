import { expect } from 'vitest';
import { decisionPapers } from '../../shared/features/cases/conditions.ts';
import type { CaseRecord } from '../../shared/features/cases/schema.ts';
import type { CaseState } from '../../shared/features/cases/states.ts';

const AFTER: readonly CaseState[] = ['decided', 'issued', 'served', 'executing', 'rectified'];
const OUT: readonly CaseState[] = ['issued', 'served', 'executing', 'rectified'];

/** Written apart from the table: what must hold of a case in whatever state it has come to, however it came there. */
export const demandSound = (record: CaseRecord): void => {
  const { state, route } = record;
  const papers = decisionPapers(record);
  if (AFTER.includes(state)) expect(record.decision).not.toBeNull();
  if (OUT.includes(state))
    for (const paper of papers) expect(paper.issuedPaperId !== null || paper.external !== null).toBe(true);
  if (['served', 'executing', 'rectified'].includes(state))
    for (const { personId } of record.subjects)
      for (const paper of papers.filter(({ personIds }) => personIds.includes(personId)))
        expect(
          record.services.some(
            (service) => service.personId === personId && service.paperIds.includes(paper.id),
          ),
        ).toBe(true);
  if (state === 'filed' || state === 'reported' || state === 'adopted') {
    expect(route).toBe('ordinary');
    expect(record.filing).not.toBeNull();
  }
  if (state === 'adopted') expect(record.investigation.report?.adoption).not.toBeNull();
  // On the ordinary route nobody is decided on without an adopted report.
  if (route === 'ordinary' && (AFTER.includes(state) || state === 'submitted'))
    expect(record.investigation.report?.adoption ?? null).not.toBeNull();
  if (state === 'heard') {
    const statements = record.statements.filter(({ round }) => round === record.round);
    for (const { personId } of record.subjects)
      expect(statements.some((each) => each.personId === personId)).toBe(true);
    for (const { personId, hearingAsked } of statements)
      if (hearingAsked && record.subjects.some((subject) => subject.personId === personId))
        expect(
          record.hearings.some((each) => each.personId === personId && each.round === record.round),
        ).toBe(true);
  }
  if (state === 'notified' && route === 'pupil')
    for (const told of record.notifications.filter(({ round }) => round === record.round))
      expect(told.guardian).not.toBeNull();
  if (state === 'submitted') expect(record.submission?.kind).toBe('proposal');
  if (state === 'referred' || state === 'answered') expect(record.submission).not.toBeNull();
  if (state === 'answered') expect(record.submission?.reply).not.toBeNull();
  if (state === 'closed') expect(record.closing).not.toBeNull();
  if (state === 'withdrawn') {
    expect(record.withdrawal).not.toBeNull();
    expect(record.decision).toBeNull();
  }
  if (state === 'merged') expect(record.links.mergedInto).not.toBeNull();
};
