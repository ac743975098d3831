import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { decisionPapers, isServed, unservedPapers } from '../../../../shared/features/cases/conditions.ts';
import type { ServiceRecord } from '../../../../shared/features/cases/carrying-out.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';
import { BlankServiceDrawer } from './paper-drawer.tsx';

const Service = ({ service, papers }: { service: ServiceRecord; papers: readonly string[] }): ReactNode => (
  <p className="mz-muted">
    {serviceWayLabels[service.way]}，{formatDay(service.completedOn)}
    {service.way === 'left' ? '留置' : '送达'}
    {service.place !== '' && `，${service.place}`}
    {service.receiver !== '' &&
      `，${service.receiver}签收${service.relation === '' ? '' : `（${service.relation}）`}`}
    {service.refusal &&
      `，拒收：${service.refusal.reason}${service.refusal.witness === '' ? '' : `，见证人 ${service.refusal.witness}`}${service.refusal.hasRecording ? '，已录像' : ''}`}
    {service.servers.length > 0 && `，送达人 ${service.servers.map(({ name }) => name).join('、')}`}
    {papers.length > 0 && `。文书：${papers.join('、')}`}
  </p>
);

/** 送达: for each person which papers have reached him or her, how and when, and which have not. */
export const ServiceTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const [blank, setBlank] = useState<string | null>(null);
  const all = decisionPapers(record);
  if (all.length === 0 && record.services.length === 0)
    return (
      <EmptyState
        title="还没有要送达的文书"
        about="决定的文书印发后，在这里记录怎样、何时送到每一名当事人。"
      />
    );
  const titleOf = (paperId: string): string => {
    const paper = record.papers.find(({ id }) => id === paperId);
    return paper ? (paper.number ?? paper.title) : '';
  };
  return (
    <>
      <ul className="mz-record-items">
        {record.subjects.map(({ personId, name, kind, guardian }) => {
          const services = record.services.filter((one) => one.personId === personId);
          const open = unservedPapers(record, personId);
          const own = all.some(({ personIds }) => personIds.includes(personId));
          const served = own && isServed(record, personId);
          const issued = open.some(({ issuedPaperId }) => issuedPaperId !== null);
          return (
            <li key={personId}>
              <div>
                <strong>{name}</strong>{' '}
                <StatusTag tone={served ? 'done' : own ? 'due' : 'stopped'}>
                  {served ? '已送达' : own ? '未送达' : '没有要送的文书'}
                </StatusTag>
                {kind === 'pupil' && (
                  <span className="mz-muted">
                    {' '}
                    由监护人{guardian ? `${guardian.name}（${guardian.relation}）` : ''}签收
                  </span>
                )}
                {services.map((service) => (
                  <Service
                    key={service.id}
                    service={service}
                    papers={service.paperIds.map(titleOf).filter((text) => text !== '')}
                  />
                ))}
                {open.length > 0 && (
                  <p className="mz-case-missing">待送达：{open.map(({ id }) => titleOf(id)).join('、')}</p>
                )}
              </div>
              {issued && (
                <Button
                  size="small"
                  aria-label={`空白送达回证：${name}签收`}
                  onClick={() => setBlank(personId)}
                >
                  空白送达回证
                </Button>
              )}
              {issued && acts.includes('recordService') && (
                <Button
                  size="small"
                  aria-label={`记录送达：${name}`}
                  onClick={() => onOpen({ what: 'recordService', target: personId })}
                >
                  记录送达
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {blank !== null && <BlankServiceDrawer view={view} personId={blank} onClose={() => setBlank(null)} />}
    </>
  );
};
