import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { scopeLabels } from '../../../../shared/features/publicity/schema.ts';
import { useCall } from '../../../app/calls.ts';
import { DueTag } from '../../deadlines/parts/due-tag.tsx';
import { callLabels, callOf, PublicityStateTag } from './publicity-state.tsx';

/** 公示 of a case, beside its terms: where its decisions hang or hung. Nothing where none of them was shown. */
export const CasePublicities = ({ caseId }: { caseId: string }): ReactNode => {
  const { data } = useCall('publicity.ofCase', { caseId });
  const held = data?.publicities ?? [];
  if (held.length === 0) return null;
  return (
    <section aria-label="公示">
      <h2 className="mz-record-heading">公示</h2>
      <ul className="mz-record-terms">
        {held.map((row) => {
          const asked = callOf(row);
          return (
            <li key={row.id}>
              <Link to={`/publicity/${row.id}`}>{row.number}</Link> <PublicityStateTag state={row.state} />{' '}
              {row.due && <DueTag of={row.due} />}
              <small>
                {scopeLabels[row.scope]}：{row.title}
                {asked !== null && `（${callLabels[asked]}）`}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
