import { SearchOutlined } from '@ant-design/icons';
import { Alert, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Candidate } from '../../../../shared/features/publicity/channels.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';

/** From how many on a search is worth its place. */
const MANY = 8;

/** 决定: those that may be shown, each to be ticked. */
export const CandidateChoice = ({
  candidates,
  ticked,
  onTick,
}: {
  candidates: readonly Candidate[];
  /** Ids of the sanctions that are in the list of the publicity. */
  ticked: ReadonlySet<string>;
  onTick: (candidate: Candidate, on: boolean) => void;
}): ReactNode => {
  const [text, setText] = useState('');
  if (candidates.length === 0)
    return (
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 18 }}
        title="没有可以公示的决定"
        description="决定作出并送达本人以后才能公示；学生的惩戒、已经撤销的决定不在其中。"
      />
    );
  const shown = candidates.filter(({ name, measure, matter, caseNumber }) =>
    fitsSearch([name, measure, matter, caseNumber], text),
  );
  return (
    <div className="mz-candidates" role="group" aria-label="可以公示的决定">
      {candidates.length > MANY && (
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder="姓名、措施、事由、案号"
          aria-label="查找决定"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul tabIndex={0} aria-label="决定列表">
        {shown.map((one) => (
          <li key={one.sanctionId}>
            <Checkbox
              checked={ticked.has(one.sanctionId)}
              onChange={(event) => onTick(one, event.target.checked)}
            >
              <strong>{one.name}</strong> {one.measure}
              <small>
                {one.matter} · {one.caseNumber} · {formatDay(one.decidedOn)}决定
                {one.shownIn !== null && <em> · 已列入{one.shownIn}</em>}
              </small>
            </Checkbox>
          </li>
        ))}
        {shown.length === 0 && <li className="mz-muted">没有符合的决定，换一个词试试。</li>}
      </ul>
    </div>
  );
};
