import { isItemDone } from '../../../../shared/features/cases/conditions.ts';
import { decidingBodyLabels } from '../../../../shared/law/vocabulary.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Deadline } from '../../../ui/format/parts.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './case-tabs.tsx';

export const DecisionTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const { decision } = record;
  if (!decision)
    return (
      <EmptyState
        title="还没有决定"
        about="事实确认、告知和听取陈述之后作出决定；程序会边填边查是否合规。"
        actions={
          acts.includes('decide') && <Button onClick={() => onOpen({ what: 'decide' })}>作出决定</Button>
        }
      />
    );
  return (
    <>
      <h2 className="mz-case-heading">{decision.measure.name}</h2>
      <dl className="mz-case-pairs">
        <dt>决定机构</dt>
        <dd>
          {decidingBodyLabels[decision.body]}，{formatDay(decision.decidedOn)}
          {decision.place !== '' && `，${decision.place}`}
        </dd>
        <dt>参加人员</dt>
        <dd>
          {decision.attendees.length === 0 ? '—' : decision.attendees.map(({ name }) => name).join('、')}
        </dd>
        <dt>依据</dt>
        <dd>{decision.grounds.map(({ text }) => text).join('；')}</dd>
        <dt>认定与处理理由</dt>
        <dd className="mz-case-text">{decision.reason}</dd>
        <dt>生效</dt>
        <dd>
          {formatDay(decision.effectiveOn)}
          {decision.endsOn !== null && `至${formatDay(decision.endsOn)}`}
        </dd>
        {decision.measure.effects !== '' && (
          <>
            <dt>影响</dt>
            <dd>{decision.measure.effects}</dd>
          </>
        )}
      </dl>
      {decision.overrides.length > 0 && (
        <>
          <h2 className="mz-case-heading">说明了理由的提醒</h2>
          <ul className="mz-case-items">
            {decision.overrides.map((one) => (
              <li key={one.ruleId}>
                <div>
                  <p>{one.message}</p>
                  <p className="mz-muted">依据：{one.article}</p>
                  <p>理由：{one.reason}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

export const PapersTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const { paper } = record;
  if (!record.decision)
    return <EmptyState title="还没有文书" about="作出决定后在这里预览、印发文书，记录送达。" />;
  return (
    <>
      <h2 className="mz-case-heading">文书</h2>
      {paper === null ? (
        <p className="mz-muted">这项措施不出具文书。</p>
      ) : (
        <ul className="mz-case-items">
          <li>
            <div>
              <strong>{paper.number}</strong>{' '}
              <StatusTag tone={paper.issuedPaperId === null ? 'draft' : 'issued'}>
                {paper.issuedPaperId === null ? '草稿' : '已印发'}
              </StatusTag>{' '}
              <span className="mz-muted">{record.decision.measure.name}</span>
            </div>
            <Button size="small" onClick={() => onOpen({ what: 'seeNotice' })}>
              查看
            </Button>
            {acts.includes('issueNotice') && (
              <Button size="small" onClick={() => onOpen({ what: 'issueNotice' })}>
                {paper.issuedPaperId === null ? '印发' : '重新印发'}
              </Button>
            )}
            {acts.includes('voidNumber') && (
              <Button size="small" danger onClick={() => onOpen({ what: 'voidNumber' })}>
                作废文号
              </Button>
            )}
          </li>
        </ul>
      )}
      <h2 className="mz-case-heading">送达</h2>
      <ul className="mz-case-items">
        {record.subjects.map(({ personId, name }) => {
          const service = record.services.find((one) => one.personId === personId);
          return (
            <li key={personId}>
              <div>
                <strong>{name}</strong>{' '}
                <StatusTag tone={service ? 'done' : 'draft'}>{service ? '已送达' : '未送达'}</StatusTag>
                {service && (
                  <p className="mz-muted">
                    {serviceWayLabels[service.way]}，{formatDay(service.completedOn)}
                    {service.receiver !== '' && `，${service.receiver}签收`}
                    {service.refusal && `，拒收：${service.refusal.reason}`}
                    {service.servers.length > 0 &&
                      `，送达人 ${service.servers.map((server) => server.name).join('、')}`}
                  </p>
                )}
              </div>
              {typeof paper?.issuedPaperId === 'string' && (
                <Button size="small" onClick={() => onOpen({ what: 'seeServiceRecord', target: personId })}>
                  送达回证
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {acts.includes('recordService') && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'recordService' })}>
          记录送达
        </Button>
      )}
    </>
  );
};

export const RectificationTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  if (record.rectification.length === 0)
    return <EmptyState title="没有整改事项" about="作出决定时可以写明整改要求、期限、责任人和复查人。" />;
  return (
    <ul className="mz-case-items">
      {record.rectification.map((item) => {
        const done = isItemDone(item);
        return (
          <li key={item.id}>
            <div>
              <strong className="mz-case-text">{item.text}</strong>{' '}
              {done ? <StatusTag tone="done">已销号</StatusTag> : <Deadline day={item.dueOn} />}
              <p className="mz-muted">
                {formatDay(item.dueOn)}前，责任人 {item.responsible.name}，复查人 {item.checker.name}
              </p>
              {item.reports.map((report, at) => (
                <p key={`report ${String(at)}`} className="mz-case-text">
                  {formatDay(report.reportedOn)}整改情况：{report.text}
                  {report.evidence.length > 0 && `（附件 ${String(report.evidence.length)} 个）`}
                </p>
              ))}
              {item.checks.map((check, at) => (
                <p key={`check ${String(at)}`}>
                  {formatDay(check.checkedOn)}复查{check.passed ? '合格' : '不合格'}：{check.note}
                </p>
              ))}
            </div>
            {!done && acts.includes('reportRectification') && (
              <Button size="small" onClick={() => onOpen({ what: 'reportRectification', target: item.id })}>
                登记整改情况
              </Button>
            )}
            {!done && acts.includes('checkRectification') && (
              <Button size="small" onClick={() => onOpen({ what: 'checkRectification', target: item.id })}>
                复查
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
