import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { LawFinding } from '../../../../shared/law/findings.ts';
import type { CallError } from '../../../api.ts';
import { useCall } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { LawFindings, type Remedy } from '../../../ui/law/law-findings.tsx';
import { NoticeSheet } from './notice-sheet.tsx';
import type { Reading } from './use-reading.ts';

/** How a form asks why a warning is gone past. */
export const reasonAsked = {
  label: '仍要这样公示的书面理由',
  help: '公示前必须写明，至少 4 个字，随公示保存。',
};

/** Names that can still be read although names are hidden. */
export const StillNamed = ({ names }: { names: readonly string[] }): ReactNode =>
  names.length > 0 && (
    <div className="mz-law-findings">
      <Alert
        type="warning"
        showIcon
        title={`公示文里还看得到全名：${names.join('、')}`}
        description="不在名单里的人，程序不会自动隐去姓名。请改写这几处，或者把他列入名单。"
      />
    </div>
  );

/** Beside the form: what others will read, word for word, and what the law says of it. */
export const ComposeSide = ({
  reading,
  problem,
  today,
  remedyOf,
}: {
  reading: Reading | undefined;
  problem: CallError | null;
  today: string;
  remedyOf: (finding: LawFinding) => Remedy | null;
}): ReactNode => {
  const school = useCall('organisation.school', {});
  return (
    <>
      <h2 className="mz-record-heading">别人看到的</h2>
      {problem && <ErrorNotice problem={problem} />}
      {reading && (
        <>
          <NoticeSheet shown={reading.shown} school={school.data?.name ?? ''} day={formatDay(today)} />
          <h2 className="mz-record-heading">合规检查</h2>
          <StillNamed names={reading.stillNamed} />
          <LawFindings findings={reading.findings} deed="公示" remedyOf={remedyOf} reason={reasonAsked} />
        </>
      )}
    </>
  );
};
