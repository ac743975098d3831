import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import {
  degreeLabels,
  impactLabels,
  natureLabels,
  severityLabels,
  severityOf,
} from '../../../../shared/features/standards/severity.ts';
import { FileHash } from '../../../ui/files/file-hash.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { ReportText } from './report-text.tsx';
import type { TabProps } from './tab-props.ts';
import { Conflicts } from './conflicts.tsx';
import { Findings } from './findings-list.tsx';
import { Interviews } from './interviews-list.tsx';
import { Plan } from './plan-list.tsx';

const Filing = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const { filing } = record;
  if (record.route !== 'ordinary') return null;
  return (
    <>
      <h2 className="mz-record-heading">立案</h2>
      {filing === null ? (
        <p className="mz-muted">
          还没有立案。初核清楚后，由负责人批准立案，指定至少两名办案人员。{' '}
          {acts.includes('fileCase') && (
            <Button size="small" onClick={() => onOpen({ what: 'fileCase' })}>
              批准立案
            </Button>
          )}
        </p>
      ) : (
        <dl className="mz-record-pairs">
          <dt>批准</dt>
          <dd>
            {filing.approver.name}，{formatDay(filing.approvedOn)}
          </dd>
          <dt>办案人员</dt>
          <dd>{filing.team.map(({ name }, at) => (at === 0 ? `${name}（牵头）` : name)).join('、')}</dd>
          <dt>涉嫌违反</dt>
          <dd className="mz-record-text">{filing.suspected}</dd>
          <dt>立案理由</dt>
          <dd className="mz-record-text">{filing.reason}</dd>
          {filing.suspension && (
            <>
              <dt>停职检查</dt>
              <dd>
                {record.subjects
                  .filter(({ personId }) => filing.suspension?.personIds.includes(personId))
                  .map(({ name }) => name)
                  .join('、')}
                ，自{formatDay(filing.suspension.from)}起：{filing.suspension.reason}
              </dd>
            </>
          )}
        </dl>
      )}
    </>
  );
};

const Facts = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const mayEstablish = acts.includes('establishFacts');
  return (
    <>
      <h2 className="mz-record-heading">{record.route === 'ordinary' ? '初核的事实' : '核实的事实'}</h2>
      {record.establishedOn === null ? (
        <p className="mz-muted">还没有确认事实。</p>
      ) : (
        <>
          <p className="mz-record-text">{record.facts}</p>
          <dl className="mz-record-pairs" style={{ marginTop: 10 }}>
            <dt>核实人员</dt>
            <dd>
              {record.checkers.map(({ name }) => name).join('、')}，{formatDay(record.establishedOn)}
            </dd>
            {record.gravity && (
              <>
                <dt>轻重判断</dt>
                <dd>
                  性质{natureLabels[record.gravity.nature]}，程度{degreeLabels[record.gravity.degree]}，
                  {impactLabels[record.gravity.impact]}；建议按
                  {severityLabels[severityOf(record.gravity)]}情形处理
                </dd>
              </>
            )}
          </dl>
        </>
      )}
      {mayEstablish && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'establishFacts' })}>
          {record.establishedOn === null ? '确认事实' : '重新确认事实'}
        </Button>
      )}
    </>
  );
};

const Report = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => {
  if (record.route !== 'ordinary' || record.filing === null) return null;
  const { report } = record.investigation;
  const adoption = report?.adoption ?? null;
  return (
    <>
      <h2 className="mz-record-heading">
        调查报告{' '}
        {report && (
          <StatusTag tone={adoption ? 'done' : record.state === 'reported' ? 'due' : 'draft'}>
            {adoption ? '已采纳' : record.state === 'reported' ? '待审议' : '已退回'}
          </StatusTag>
        )}
      </h2>
      {report === null ? (
        <p className="mz-muted">每一名当事人都询问过、责任都认定了，再提交调查报告。</p>
      ) : (
        <dl className="mz-record-pairs">
          <dt>提交</dt>
          <dd>
            {formatDay(report.reportedOn)}，{report.signers.map(({ name }) => name).join('、')}签名
          </dd>
          <ReportText report={report} />
          {report.returns.map((one) => (
            <Returned key={one.at} at={one.at} by={one.by.name} reason={one.reason} />
          ))}
          {adoption && (
            <>
              <dt>采纳</dt>
              <dd>
                {formatDay(adoption.on)}，{adoption.by.name}
                {adoption.note !== '' && `：${adoption.note}`}
              </dd>
              <dt>封存校验值</dt>
              <dd>
                <FileHash hash={adoption.digest} />{' '}
                <span className="mz-muted">采纳时全部证据和笔录的校验值，其中任何一份有改动都对不上。</span>
              </dd>
            </>
          )}
        </dl>
      )}
      {acts.includes('returnReport') && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'returnReport' })}>
          退回补充调查
        </Button>
      )}
    </>
  );
};

const Returned = ({ at, by, reason }: { at: string; by: string; reason: string }): ReactNode => (
  <>
    <dt>退回</dt>
    <dd>
      {formatInstant(at)}，{by}：{reason}
    </dd>
  </>
);

/** 调查: facts, filing, plan, interviews, findings of each person, the report, and who stayed out. */
export const InvestigationTab = (tab: TabProps): ReactNode => (
  <>
    <Facts {...tab} />
    <Filing {...tab} />
    <Plan {...tab} />
    <Interviews {...tab} />
    <Findings {...tab} />
    <Report {...tab} />
    <Conflicts {...tab} />
  </>
);
