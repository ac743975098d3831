import type { ReactNode } from 'react';
import type { InvestigationReport } from '../../../../shared/features/cases/investigation.ts';

/** What an investigation report says, as terms of a list. */
export const ReportText = ({ report }: { report: InvestigationReport }): ReactNode => (
  <>
    <dt>调查经过</dt>
    <dd className="mz-record-text">{report.course}</dd>
    <dt>查明的事实</dt>
    <dd className="mz-record-text">{report.facts}</dd>
    {report.positions !== '' && (
      <>
        <dt>当事人意见</dt>
        <dd className="mz-record-text">{report.positions}</dd>
      </>
    )}
    <dt>定性与依据</dt>
    <dd className="mz-record-text">{report.nature}</dd>
  </>
);
