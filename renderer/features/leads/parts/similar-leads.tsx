import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SimilarLead } from '../../../../shared/features/leads/channels.ts';
import { ShortDayText } from '../../../ui/format/parts.tsx';
import { LeadStateTag } from './lead-state.tsx';

export interface SimilarLeadsProps {
  readonly leads: readonly SimilarLead[];
  /** Opens in a new window of the browser or not at all, where something is being typed beside it. */
  readonly apart?: boolean;
  readonly actions?: (lead: SimilarLead) => ReactNode;
}

/** Leads that may tell of the same, with how alike they are and why. */
export const SimilarLeads = ({ leads, apart = false, actions }: SimilarLeadsProps): ReactNode => (
  <ul className="mz-lead-similar">
    {leads.map((lead) => (
      <li key={lead.id}>
        <div className="mz-lead-similar-head">
          {apart ? <strong>{lead.number}</strong> : <Link to={`/leads/${lead.id}`}>{lead.number}</Link>}
          <LeadStateTag state={lead.state} />
          <span className="mz-muted">
            <ShortDayText day={lead.receivedOn} /> 收到
          </span>
        </div>
        <p>{lead.summary}</p>
        <meter
          min={0}
          max={100}
          value={lead.score}
          aria-label={`相似程度 ${String(lead.score)}，满分 100`}
          title={`相似程度 ${String(lead.score)} / 100`}
        />
        <small>{lead.reasons.join(' · ')}</small>
        {actions?.(lead)}
      </li>
    ))}
  </ul>
);
