import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { conflictHits } from '../../../../shared/law/rules/people.ts';
import { useCall } from '../../../app/calls.ts';

const FRESH_MS = 60_000;

/** Why somebody must not take part: is concerned, reported it, or declared an interest; undefined when nothing is known. */
export const recusalOf = (record: CaseRecord, id: string): string | undefined =>
  conflictHits(
    {
      persons: record.subjects.map(({ personId, name, kind, employment, managerial, band }) => ({
        id: personId,
        name,
        kind,
        employment,
        managerial,
        band,
        leftOn: null,
      })),
      checkers: [],
      reporterId: record.source.reporter?.id ?? null,
      conflicts: record.conflicts.map(({ person, outcome }) => ({
        personId: person.id,
        name: person.name,
        outcome,
      })),
    },
    [{ id, name: '' }],
    '',
  )[0]?.words?.['why'];

/** Says of everybody chosen whether he or she may take part, while they are being chosen. */
export const TeamCheck = ({
  record,
  ids,
  least,
}: {
  record: CaseRecord;
  ids: readonly string[];
  least: number;
}): ReactNode => {
  const { data } = useCall('organisation.staff', {}, { staleTime: FRESH_MS });
  const nameOf = (id: string): string => data?.staff.find((one) => one.id === id)?.name ?? '…';
  if (ids.length === 0) return null;
  return (
    <div role="status" aria-label="回避审查">
      <ul className="mz-team-check">
        {ids.map((id) => {
          const why = recusalOf(record, id);
          return (
            <li key={id} className={why === undefined ? 'mz-ok' : 'mz-no'}>
              <span aria-hidden>{why === undefined ? <CheckCircleOutlined /> : <CloseCircleOutlined />}</span>{' '}
              {nameOf(id)}：{why === undefined ? '没有登记的回避情形' : `${why}，请换人`}
            </li>
          );
        })}
        {ids.length < least && (
          <li className="mz-no">
            <span aria-hidden>
              <CloseCircleOutlined />
            </span>{' '}
            还差 {least - ids.length} 人
          </li>
        )}
      </ul>
    </div>
  );
};
