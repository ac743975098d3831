import './appeal.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { kindLabels } from '../../../../shared/features/appeals/kinds.ts';
import { useCall } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { AppealStateTag, OutcomeTag } from './appeal-state.tsx';

/** 申诉复核 of a case, beside its terms: those there are, and the way to another one while a decision stands. */
export const CaseAppeals = ({ caseId, decided }: { caseId: string; decided: boolean }): ReactNode => {
  const can = useCan();
  const appeals = useCall('appeals.ofCase', { caseId });
  const held = appeals.data?.appeals ?? [];
  const offers = decided && can('appeals.handle');
  if (held.length === 0 && !offers) return null;
  return (
    <section aria-label="申诉复核">
      <h2 className="mz-record-heading">申诉复核</h2>
      {held.length > 0 && (
        <ul className="mz-record-terms">
          {held.map((one) => (
            <li key={one.id}>
              <Link to={`/appeals/${one.id}`}>{one.number}</Link> <AppealStateTag state={one.state} />{' '}
              {one.outcome && <OutcomeTag outcome={one.outcome} />}
              <small>
                {one.person}：{kindLabels[one.kind]}（{one.against}）
              </small>
            </li>
          ))}
        </ul>
      )}
      {offers && <Link to={`/appeals/new?case=${caseId}`}>登记复核、申诉</Link>}
    </section>
  );
};
