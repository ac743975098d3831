import './calibration.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Adjustment } from '../../../../shared/features/evaluation/results/schema.ts';
import { changeWords } from '../../../../shared/features/evaluation/results/words.ts';
import type { CalibrationView } from '../../../../shared/features/evaluation/results/views.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { InstantText } from '../../../ui/format/parts.tsx';

/** Everything that the meetings changed, those undone included. */
export const CalibrationLog = ({
  board,
  nameOf,
  onUndo,
}: {
  board: CalibrationView;
  nameOf: (id: string) => string;
  onUndo: (adjustment: Adjustment) => void;
}): ReactNode => {
  if (board.adjustments.length === 0) return null;
  const meetingOf = (id: string): string => {
    const meeting = board.meetings.find((one) => one.id === id);
    return meeting ? `${formatDay(meeting.heldOn)}会议` : '';
  };
  return (
    <section className="mz-calibration-log" aria-label="调整记录">
      <h3>调整记录</h3>
      <ol>
        {board.adjustments.map((adjustment) => (
          <li key={adjustment.id}>
            <strong>{nameOf(adjustment.subjectId)}</strong>
            <span className={adjustment.undone ? 'mz-calibration-undone' : ''}>
              {changeWords(adjustment)}
            </span>
            <span className="mz-muted">
              {meetingOf(adjustment.meetingId)}，{adjustment.made.by.name}{' '}
              <InstantText instant={adjustment.made.at} />
            </span>
            {board.mayAdjust && adjustment.undone === null && (
              <Button
                type="link"
                size="small"
                aria-label={`撤销调整：${nameOf(adjustment.subjectId)}`}
                onClick={() => onUndo(adjustment)}
              >
                撤销
              </Button>
            )}
            <p>理由：{adjustment.reason}</p>
            {adjustment.undone && (
              <p>
                已撤销，{adjustment.undone.by.name} <InstantText instant={adjustment.undone.at} />：
                {adjustment.undone.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
