import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { LinkedLead } from '../../../../shared/features/leads/channels.ts';
import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import { useSimilar } from '../queries.ts';
import { LeadStateTag } from './lead-state.tsx';
import type { LeadTabProps } from './opened.ts';
import { SimilarLeads } from './similar-leads.tsx';

const kinds = { staff: '教职工', pupil: '学生', other: '' } as const;

/** 内容: what was reported, about whom, and other leads that tell of the same. */
export const ContentTab = ({ view, onOpen }: LeadTabProps): ReactNode => {
  const { lead, duplicates, related } = view;
  return (
    <>
      <p className="mz-record-text mz-lead-content">{lead.content}</p>
      <dl className="mz-record-pairs">
        <dt>事发时间</dt>
        <dd>
          {[lead.occurredOn === null ? '' : formatDay(lead.occurredOn), lead.occurredNote]
            .filter((text) => text !== '')
            .join('，') || '未写明'}
        </dd>
        <dt>涉及的人</dt>
        <dd>
          {lead.people.length === 0
            ? '未写明'
            : lead.people.map((person, at) => (
                <Fragment key={`${person.kind} ${person.name}`}>
                  {at > 0 && '、'}
                  {person.name}
                  <span className="mz-muted">
                    {person.kind === 'other'
                      ? person.minor
                        ? '（名册外的学生）'
                        : ''
                      : `（${kinds[person.kind]}）`}
                  </span>
                </Fragment>
              ))}
        </dd>
        <dt>登记</dt>
        <dd>
          {lead.registered.by.name}，{formatInstant(lead.registered.at)}
        </dd>
      </dl>
      {lead.redactions.length > 0 && (
        <>
          <h2 className="mz-record-heading">永久遮盖</h2>
          <ul className="mz-record-items">
            {lead.redactions.map((one) => (
              <li key={one.made.at}>
                <div>
                  {one.made.by.name}，{formatInstant(one.made.at)}，{one.places} 处
                  <p className="mz-muted">{one.reason}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {duplicates.length > 0 && <Linked title="并入本线索的" leads={duplicates} />}
      {related.length > 0 && <Linked title="关联的线索" leads={related} />}
      <Candidates view={view} onOpen={onOpen} />
    </>
  );
};

const Linked = ({ title, leads }: { title: string; leads: readonly LinkedLead[] }): ReactNode => (
  <>
    <h2 className="mz-record-heading">{title}</h2>
    <ul className="mz-record-items">
      {leads.map((one) => (
        <li key={one.id}>
          <div>
            <Link to={`/leads/${one.id}`}>{one.number}</Link> {one.summary}
            <p className="mz-muted">{one.reason}</p>
          </div>
          <LeadStateTag state={one.state} />
        </li>
      ))}
    </ul>
  </>
);

/** Leads that look like the same, as long as nobody has said what they are. */
const Candidates = ({ view: { lead, acts, duplicates, related }, onOpen }: LeadTabProps): ReactNode => {
  const ids = (kind: 'staff' | 'pupil'): string[] =>
    lead.people.flatMap((person) => (person.kind === kind ? [person.id] : []));
  const names = (minor: boolean): string[] =>
    lead.people.flatMap((person) => (person.kind === 'other' && person.minor === minor ? [person.name] : []));
  const similar = useSimilar(
    {
      id: lead.id,
      content: lead.content,
      day: lead.occurredOn ?? lead.receivedOn,
      staffIds: ids('staff'),
      pupilIds: ids('pupil'),
      others: names(false),
      minors: names(true),
    },
    true,
  );
  const settled = new Set([...duplicates, ...related].map(({ id }) => id));
  const leads = (similar.data?.leads ?? []).filter(({ id }) => !settled.has(id));
  if (leads.length === 0) return null;
  return (
    <>
      <h2 className="mz-record-heading">可能重复的线索</h2>
      <SimilarLeads
        leads={leads}
        actions={({ id }) => (
          <div className="mz-record-acts">
            {acts.includes('merge') && (
              <Button size="small" onClick={() => onOpen({ what: 'merge', target: id })}>
                本线索并入这一条
              </Button>
            )}
            {acts.includes('relate') && (
              <Button size="small" onClick={() => onOpen({ what: 'relate', target: id })}>
                只作关联
              </Button>
            )}
          </div>
        )}
      />
    </>
  );
};
