import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import {
  sourceKindLabels,
  subjectKindLabels,
  type CaseSubject,
} from '../../../../shared/features/cases/people.ts';
import { employmentLabels } from '../../../../shared/features/organisation/schema.ts';
import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import { pupilBandLabels } from '../../../../shared/law/vocabulary.ts';
import { useCan } from '../../../app/session.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';

/** Number, class or department, post and employment, as one line. */
const aboutOf = ({ kind, number, department, post, postGrade, employment, band }: CaseSubject): string =>
  (kind === 'pupil'
    ? [number, department, band ? pupilBandLabels[band] : '']
    : kind === 'staff'
      ? [number, department, post, postGrade, employment ? employmentLabels[employment] : '']
      : [department]
  )
    .filter((text) => text !== '')
    .join(' · ');

const Subject = ({ person }: { person: CaseSubject }): ReactNode => (
  <li>
    <div>
      <strong>{person.name}</strong> <span className="mz-case-kind">{subjectKindLabels[person.kind]}</span>{' '}
      {person.managerial && <StatusTag tone="active">从事管理的人员</StatusTag>}{' '}
      {person.minor && <StatusTag tone="due">未成年人</StatusTag>}
      <p className="mz-muted">{aboutOf(person)}</p>
      {person.kind === 'pupil' && (
        <p className="mz-muted">
          {person.guardian
            ? `监护人 ${person.guardian.name}（${person.guardian.relation}）${person.guardian.phone}`
            : '名册里没有登记监护人，告知时请补填。'}
        </p>
      )}
    </div>
  </li>
);

/** Cases that belong together, each leading to its page. */
const Links = ({ links }: { links: CaseRecord['links'] }): ReactNode => {
  const can = useCan();
  const cases = [
    { label: '已并入', of: links.mergedInto ? [links.mergedInto] : [] },
    { label: '并入本事项', of: links.mergedFrom },
    { label: '由此分出', of: links.splitFrom ? [links.splitFrom] : [] },
    { label: '分出', of: links.splitInto },
  ].filter(({ of }) => of.length > 0);
  const leads = can('leads.read') ? links.leadIds : [];
  if (cases.length === 0 && leads.length === 0) return null;
  return (
    <>
      <h2 className="mz-record-heading">相关事项与线索</h2>
      <dl className="mz-record-pairs">
        {cases.map(({ label, of }) => (
          <Pair key={label} label={label}>
            {of.map(({ caseId, number }, at) => (
              <span key={caseId}>
                {at > 0 && '、'}
                <Link to={`/cases/${caseId}`}>{number}</Link>
              </span>
            ))}
          </Pair>
        ))}
        {leads.length > 0 && (
          <Pair label="来源线索">
            {leads.map((id, at) => (
              <span key={id}>
                {at > 0 && '、'}
                <Link to={`/leads/${id}`}>{leads.length === 1 ? '打开线索' : `线索 ${String(at + 1)}`}</Link>
              </span>
            ))}
          </Pair>
        )}
      </dl>
    </>
  );
};

const Pair = ({ label, children }: { label: string; children: ReactNode }): ReactNode => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

/** 概况: what it is about, who, from where, and how it ended. */
export const OverviewTab = ({ view: { record } }: TabProps): ReactNode => (
  <>
    <h2 className="mz-record-heading">事由</h2>
    <p className="mz-record-text">{record.summary}</p>
    <h2 className="mz-record-heading">当事人（{record.subjects.length}）</h2>
    <ul className="mz-record-items">
      {record.subjects.map((person) => (
        <Subject key={person.personId} person={person} />
      ))}
    </ul>
    <h2 className="mz-record-heading">来源与登记</h2>
    <dl className="mz-record-pairs">
      <Pair label="事发日期">{formatDay(record.occurredOn)}</Pair>
      <Pair label="来源">
        {sourceKindLabels[record.source.kind]}
        {record.source.note !== '' && `：${record.source.note}`}
      </Pair>
      {record.source.reporter && <Pair label="反映人">{record.source.reporter.name}</Pair>}
      <Pair label="登记">
        {formatDay(record.registeredOn)}，{record.registeredBy.name}
      </Pair>
      {record.closing && (
        <Pair label="办结">
          {formatInstant(record.closing.at)}，{record.closing.by.name}：{record.closing.note}
        </Pair>
      )}
      {record.withdrawal && (
        <Pair label="撤销">
          {formatInstant(record.withdrawal.at)}，{record.withdrawal.by.name}：{record.withdrawal.reason}
        </Pair>
      )}
      {record.reopenings.map((one) => (
        <Pair key={one.at} label="重新办理">
          {formatInstant(one.at)}，{one.by.name}：{one.reason}
        </Pair>
      ))}
    </dl>
    <Links links={record.links} />
  </>
);
