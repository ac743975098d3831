import { currentNotifications, currentStatements } from '../../../../shared/features/cases/conditions.ts';
import { adoptionLabels, statementOutcomeLabels } from '../../../../shared/features/cases/hearing.ts';
import { sourceKindLabels } from '../../../../shared/features/cases/people.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import { employmentLabels } from '../../../../shared/features/organisation/schema.ts';
import {
  degreeLabels,
  impactLabels,
  natureLabels,
  severityLabels,
  severityOf,
} from '../../../../shared/features/standards/severity.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import type { Opened } from './opened-act.tsx';

export interface TabProps {
  readonly view: CaseView;
  readonly onOpen: (opened: Opened) => void;
}

export const OverviewTab = ({ view: { record } }: TabProps): ReactNode => (
  <>
    <h2 className="mz-case-heading">事由</h2>
    <p className="mz-case-text">{record.summary}</p>
    <h2 className="mz-case-heading">当事人</h2>
    <ul className="mz-case-items">
      {record.subjects.map((person) => (
        <li key={person.personId}>
          <div>
            <strong>{person.name}</strong>{' '}
            <span className="mz-muted">
              {[
                person.number,
                person.department,
                person.post,
                person.postGrade,
                employmentLabels[person.employment],
              ]
                .filter((text) => text !== '')
                .join(' · ')}
            </span>
          </div>
        </li>
      ))}
    </ul>
    <h2 className="mz-case-heading">来源与登记</h2>
    <dl className="mz-case-pairs">
      <dt>来源</dt>
      <dd>
        {sourceKindLabels[record.source.kind]}
        {record.source.note !== '' && `：${record.source.note}`}
      </dd>
      {record.source.reporter && (
        <>
          <dt>反映人</dt>
          <dd>{record.source.reporter.name}</dd>
        </>
      )}
      <dt>登记</dt>
      <dd>
        {formatDay(record.registeredOn)}，{record.registeredBy.name}
      </dd>
      {record.closing && (
        <>
          <dt>办结说明</dt>
          <dd>{record.closing.note}</dd>
        </>
      )}
      {record.withdrawal && (
        <>
          <dt>撤销原因</dt>
          <dd>{record.withdrawal.reason}</dd>
        </>
      )}
    </dl>
  </>
);

const conflictWords = { open: '待处理', dismissed: '不需要回避', withdrawn: '已回避' } as const;

export const FactsTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const maySettle = acts.includes('declareConflict');
  return (
    <>
      <h2 className="mz-case-heading">核实的事实</h2>
      {record.establishedOn === null ? (
        <p className="mz-muted">还没有确认事实。</p>
      ) : (
        <>
          <p className="mz-case-text">{record.facts}</p>
          <dl className="mz-case-pairs" style={{ marginTop: 10 }}>
            <dt>核实人员</dt>
            <dd>
              {record.checkers.map(({ name }) => name).join('、')}，{formatDay(record.establishedOn)}
            </dd>
            {record.gravity && (
              <>
                <dt>性质、程度、影响</dt>
                <dd>
                  {natureLabels[record.gravity.nature]}、{degreeLabels[record.gravity.degree]}、
                  {impactLabels[record.gravity.impact]}，建议档次：
                  {severityLabels[severityOf(record.gravity)]}
                </dd>
              </>
            )}
          </dl>
        </>
      )}
      {acts.includes('establishFacts') && record.establishedOn !== null && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'establishFacts' })}>
          重新确认事实
        </Button>
      )}
      <EvidencePanel record={record} mayAdd={acts.includes('attachEvidence')} />
      <h2 className="mz-case-heading">回避</h2>
      {record.conflicts.length === 0 && <p className="mz-muted">没有人申报回避。</p>}
      {record.conflicts.length > 0 && (
        <ul className="mz-case-items">
          {record.conflicts.map((conflict) => (
            <li key={conflict.id}>
              <div>
                <strong>{conflict.person.name}</strong>{' '}
                <StatusTag tone={conflict.outcome === 'open' ? 'due' : 'done'}>
                  {conflictWords[conflict.outcome]}
                </StatusTag>{' '}
                <span className="mz-muted">
                  {conflict.relation}，{formatDay(conflict.declaredOn)}申报
                  {conflict.note !== '' && `。${conflict.note}`}
                </span>
              </div>
              {conflict.outcome === 'open' && maySettle && (
                <Button size="small" onClick={() => onOpen({ what: 'settleConflict', target: conflict.id })}>
                  处理
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {maySettle && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'declareConflict' })}>
          申报回避
        </Button>
      )}
    </>
  );
};

export const HearingTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const notified = currentNotifications(record);
  const heard = currentStatements(record);
  return (
    <>
      <h2 className="mz-case-heading">告知与陈述</h2>
      <ul className="mz-case-items">
        {record.subjects.map(({ personId, name }) => {
          const notice = notified.find((one) => one.personId === personId);
          const statement = heard.find((one) => one.personId === personId);
          return (
            <li key={personId}>
              <div>
                <strong>{name}</strong>{' '}
                <StatusTag tone={statement ? 'done' : notice ? 'due' : 'draft'}>
                  {statement ? statementOutcomeLabels[statement.outcome] : notice ? '已告知' : '未告知'}
                </StatusTag>
                {notice && (
                  <p className="mz-muted">
                    {formatDay(notice.notifiedOn)}
                    {notice.way === 'written' ? '书面告知' : '当面告知'}，陈述期限
                    {formatDay(notice.deadlineOn)}
                  </p>
                )}
                {statement && (
                  <p className="mz-case-text">
                    {formatDay(statement.heardOn)}
                    {statement.text !== '' && `：${statement.text}`}
                  </p>
                )}
                {statement?.outcome === 'stated' && (
                  <p className="mz-muted">
                    {statement.adoption === null
                      ? '尚未写明是否采纳'
                      : `${adoptionLabels[statement.adoption]}：${statement.adoptionReason}`}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <div className="mz-case-add mz-case-line">
        {acts.includes('notify') && <Button onClick={() => onOpen({ what: 'notify' })}>告知本人</Button>}
        {acts.includes('hearStatement') && (
          <Button onClick={() => onOpen({ what: 'hearStatement' })}>记录陈述</Button>
        )}
      </div>
    </>
  );
};
