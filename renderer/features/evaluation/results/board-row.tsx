import './calibration.css';
import { Button } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import type { Adjustment } from '../../../../shared/features/evaluation/results/schema.ts';
import { changeWords, figuresOf, gradeByLine } from '../../../../shared/features/evaluation/results/words.ts';
import type {
  CalibrationRow,
  CalibrationView,
} from '../../../../shared/features/evaluation/results/views.ts';
import { OutcomeCell } from './outcome-cell.tsx';
import { FigureButton, whyNoFigure } from './result-columns.tsx';

interface BoardRowProps {
  readonly board: CalibrationView;
  readonly row: CalibrationRow;
  readonly focusable: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onAdjust: (subjectId: string) => void;
  readonly onFacts: (subjectId: string) => void;
  readonly onExplain: (subjectId: string) => void;
  readonly onUndo: (adjustment: Adjustment) => void;
}

const factWords = ({ facts }: CalibrationRow): string[] => [
  ...(facts.leaveDays > 0 ? [`请假 ${String(facts.leaveDays)} 天`] : []),
  ...(facts.newlyEmployed ? ['初次就业不满半年'] : []),
  ...(facts.refused ? ['拒不参加考核'] : []),
  ...(facts.barredBy === '' ? [] : [`受到${facts.barredBy}`]),
];

const Notes = ({ row, board, onUndo }: Pick<BoardRowProps, 'row' | 'board' | 'onUndo'>): ReactNode => (
  <ul className="mz-calibration-board-notes">
    {row.effect !== '' && <li className="mz-calibration-board-law">{row.effect}</li>}
    {row.boundaries.map(({ text }) => (
      <li key={text}>{text}</li>
    ))}
    {factWords(row).length > 0 && <li>{factWords(row).join('、')}</li>}
    {row.adjusted.map((adjustment) => (
      <li key={adjustment.id}>
        {changeWords(adjustment)}。{adjustment.reason}
        {board.mayAdjust && (
          <Button
            type="link"
            size="small"
            aria-label={`撤销${row.subject.name}的调整：${changeWords(adjustment)}`}
            onClick={() => onUndo(adjustment)}
          >
            撤销
          </Button>
        )}
      </li>
    ))}
  </ul>
);

/** One subject on the board of the meeting. */
export const BoardRow = ({
  board,
  row,
  focusable,
  onFocus,
  onKeyDown,
  onAdjust,
  onFacts,
  onExplain,
  onUndo,
}: BoardRowProps): ReactNode => {
  const { subject, groups, apart } = row;
  const figures = figuresOf(row);
  const byLine = gradeByLine(board.bands, row);
  return (
    <tr
      tabIndex={focusable ? 0 : -1}
      className={row.adjusted.length > 0 ? 'mz-calibration-board-adjusted' : ''}
      aria-label={subject.name}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <td className="mz-calibration-board-figure">{figures?.rank ?? '—'}</td>
      <td className="mz-calibration-board-name">
        <strong>{subject.name}</strong>
        <span className="mz-grade-causes">{subject.department}</span>
      </td>
      {groups.map(({ groupId, total }) => (
        <td key={groupId} className="mz-calibration-board-figure">
          {total === null ? (
            <span className="mz-no-figure" title={whyNoFigure(row, groupId, board.minSample)?.why}>
              {whyNoFigure(row, groupId, board.minSample)?.mark ?? '—'}
            </span>
          ) : (
            formatResult(total)
          )}
        </td>
      ))}
      <td className="mz-calibration-board-figure">{apart === null ? '—' : formatResult(apart)}</td>
      <td className="mz-calibration-board-figure">
        {figures ? (
          <FigureButton
            name={subject.name}
            label="总分"
            value={figures.total}
            onOpen={() => onExplain(subject.id)}
          />
        ) : (
          '—'
        )}
      </td>
      <td className="mz-calibration-board-grade">
        <OutcomeCell row={row} bands={board.bands} explain={() => onExplain(subject.id)} />
        {figures && byLine !== figures.grade && <span className="mz-grade-causes">按分数线为{byLine}</span>}
      </td>
      <td>
        <Notes row={row} board={board} onUndo={onUndo} />
      </td>
      <td className="mz-calibration-board-acts">
        {board.mayAdjust && row.open.length > 0 && (
          <Button size="small" aria-label={`调整${subject.name}`} onClick={() => onAdjust(subject.id)}>
            调整
          </Button>
        )}
        {board.annual && board.mayEnterFacts && (
          <Button
            size="small"
            type="link"
            aria-label={`${subject.name}的年度情况`}
            onClick={() => onFacts(subject.id)}
          >
            年度情况
          </Button>
        )}
      </td>
    </tr>
  );
};
