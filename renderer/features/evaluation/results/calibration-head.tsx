import './calibration.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Meeting } from '../../../../shared/features/evaluation/results/schema.ts';
import type {
  CalibrationRow,
  CalibrationView,
} from '../../../../shared/features/evaluation/results/views.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import {
  gradeByLine,
  gradeCounts,
  gradeWord,
  UNFINISHED,
} from '../../../../shared/features/evaluation/results/words.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { DayText } from '../../../ui/format/parts.tsx';
import { QuotaCard } from './quota-card.tsx';

const proposedWord = (row: CalibrationRow): string =>
  row.proposed ?? (row.outcome.kind === 'incomplete' ? UNFINISHED : UNGRADED);

const Counts = ({ board }: { board: CalibrationView }): ReactNode => {
  const byLine = gradeCounts(
    board.bands,
    board.rows.map((row) => gradeByLine(board.bands, row)),
  );
  const before = gradeCounts(board.bands, board.rows.map(proposedWord));
  const now = gradeCounts(board.bands, board.rows.map(gradeWord));
  const settled = board.state === 'confirmed';
  return (
    <table className="mz-counts">
      <thead>
        <tr>
          <th scope="col">等次</th>
          <th scope="col" title="只看总分和分数线">
            按分数线
          </th>
          {!settled && (
            <th scope="col" title="加上一票否决、规定和优秀名额，会议还没有调整">
              会前拟定
            </th>
          )}
          <th scope="col">{settled ? '确认' : '现在'}</th>
        </tr>
      </thead>
      <tbody>
        {now.map(({ label, count }, at) => {
          const [line, early] = [byLine[at]?.count ?? 0, before[at]?.count ?? 0];
          if (at >= board.bands.length && line + early + count === 0) return null;
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{line}</td>
              {!settled && <td>{early}</td>}
              <td>{count}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** The record of a meeting on paper. */
const Minutes = ({ cycleId, meeting }: { cycleId: string; meeting: Meeting }): ReactNode => {
  const exporting = useFileCommand('evaluation.exportMinutes', ({ name }) => `已导出“${name}”`);
  return (
    <Button
      type="link"
      size="small"
      loading={exporting.isPending}
      aria-label={`导出 Word：${meeting.chair}主持的会议记录`}
      onClick={() => exporting.mutate({ cycleId, meetingId: meeting.id })}
    >
      导出 Word
    </Button>
  );
};

/** How the grades lie before and after, the places for the best, and who sat together. */
export const CalibrationHead = ({
  board,
  nameOf,
  onMeeting,
  act,
}: {
  board: CalibrationView;
  nameOf: (id: string) => string;
  onMeeting: (meeting: Meeting | null) => void;
  act: ReactNode;
}): ReactNode => (
  <div className="mz-calibration-head">
    <section className="mz-card" aria-label="等次人数变化">
      <h3>等次人数</h3>
      <Counts board={board} />
      {act && <div style={{ marginTop: 14 }}>{act}</div>}
    </section>
    {board.quota ? (
      <QuotaCard quota={board.quota} best={board.bands[0]?.label ?? '优秀'} nameOf={nameOf} />
    ) : (
      <section className="mz-card" aria-label="优秀名额">
        <h3>优秀名额</h3>
        <p className="mz-muted">
          {board.state === 'confirmed'
            ? '结果已经确认，名额不再变化。'
            : '方案没有规定优秀比例，按分数线定等次。'}
        </p>
      </section>
    )}
    <section className="mz-card" aria-label="校准会议">
      <h3>校准会议</h3>
      {board.meetings.length === 0 ? (
        <p className="mz-muted" style={{ marginBottom: 10 }}>
          {board.state === 'closed'
            ? '开会以后登记时间、出席人员和会议情况；每项调整都须注明是哪次会议定的。'
            : '没有登记会议。'}
        </p>
      ) : (
        <ul className="mz-meetings">
          {board.meetings.map((meeting) => (
            <li key={meeting.id}>
              <DayText day={meeting.heldOn} /> {meeting.place} <span className="mz-muted">主持</span>{' '}
              {meeting.chair}
              <p>
                出席：{meeting.present}
                {meeting.absent !== '' && `；缺席与回避：${meeting.absent}`}
              </p>
              <p>{meeting.note}</p>
              <div className="mz-meeting-acts mz-no-print">
                {board.mayAdjust && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`修改会议记录：${meeting.chair}主持`}
                    onClick={() => onMeeting(meeting)}
                  >
                    修改
                  </Button>
                )}
                <Minutes cycleId={board.cycleId} meeting={meeting} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {board.mayAdjust && (
        <Button size="small" onClick={() => onMeeting(null)}>
          登记校准会议
        </Button>
      )}
    </section>
  </div>
);
