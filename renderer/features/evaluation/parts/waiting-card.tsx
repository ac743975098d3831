import './evaluation.css';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../../app/calls.ts';
import { Deadline } from '../../../ui/format/parts.tsx';
import { sheetPath } from './cycle-state.tsx';
import { ProgressBar } from './progress-bar.tsx';

/** 今日: the score sheets that wait for this person; nothing when there are none. */
export const WaitingCard = (): ReactNode => {
  const waiting = useCall('evaluation.waiting', {});
  const { data } = waiting;
  if (!data || data.sheets.length === 0) return null;
  return (
    <Card size="small" title={`等您打分（${String(data.total)}）`}>
      <ul className="mz-today-sheets">
        {data.sheets.map((sheet) => (
          <li key={`${sheet.cycleId} ${sheet.groupId} ${sheet.raterId ?? ''}`}>
            <Link to={sheetPath(sheet.cycleId, sheet.groupId, sheet.raterId)}>{sheet.title}</Link>
            <ProgressBar progress={sheet.progress} />
            <Deadline day={sheet.endsOn} left={sheet.daysLeft} />
          </li>
        ))}
      </ul>
      {data.total > data.sheets.length && <Link to="/evaluation/cycles">查看全部考核</Link>}
    </Card>
  );
};
