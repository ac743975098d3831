import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { itemKindLabels, namingLabels } from '../../../../shared/features/publicity/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { LawFindings } from '../../../ui/law/law-findings.tsx';
import { StillNamed } from './compose-side.tsx';
import { NoticeSheet } from './notice-sheet.tsx';
import type { PublicityTabProps } from './opened.ts';

/** 内容: what others read, who is behind it, and what the law says of it. */
export const ContentTab = ({ view }: PublicityTabProps): ReactNode => {
  const { record, shown, findings, stillNamed, cases } = view;
  const school = useCall('organisation.school', {});
  const { items, naming } = record.content;
  const numberOf = (id: string | null): { id: string; number: string } | undefined =>
    cases.find((one) => one.id === id);
  return (
    <>
      <NoticeSheet
        shown={shown}
        school={school.data?.name ?? ''}
        day={formatDay(record.run?.startsOn ?? record.createdOn)}
      />
      {(record.state === 'draft' || findings.length > 0) && (
        <>
          <h2 className="mz-record-heading">合规检查</h2>
          <StillNamed names={record.state === 'draft' ? stillNamed : []} />
          <LawFindings findings={findings} deed="公示" />
        </>
      )}
      {record.overrides.length > 0 && (
        <>
          <h2 className="mz-record-heading">写明的理由</h2>
          <ul className="mz-record-items">
            {record.overrides.map(({ ruleId, message, article, reason }) => (
              <li key={ruleId}>
                <div>
                  {message}
                  <p className="mz-muted">依据：{article}</p>
                  <p>理由：{reason}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {items.some(({ name }) => name !== '') && (
        <>
          <h2 className="mz-record-heading">名单（仅供办理，公示时{namingLabels[naming]}）</h2>
          <ul className="mz-record-items">
            {items.map(({ id, name, personKind, caseId, consent }) => {
              const from = numberOf(caseId);
              return (
                <li key={id}>
                  <div>
                    {name === '' ? '未写姓名' : name}{' '}
                    <span className="mz-muted">{itemKindLabels[personKind]}</span>
                    {consent && (
                      <p className="mz-muted">
                        监护人{consent.guardian}
                        {formatDay(consent.on)}同意写姓名
                      </p>
                    )}
                  </div>
                  {from && <Link to={`/cases/${from.id}`}>{from.number}</Link>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
};
