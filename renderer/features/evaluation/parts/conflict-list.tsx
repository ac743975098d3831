import './evaluation.css';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { SheetColumn } from '../../../../shared/features/evaluation/views.ts';
import type { Conflict } from './score-book.ts';

interface ConflictListProps {
  readonly conflicts: readonly Conflict[];
  readonly columns: readonly Pick<SheetColumn, 'indicatorId' | 'name'>[];
  readonly onSettle: (row: string, choice: 'mine' | 'theirs') => void;
}

const shown = (text: string): string => (text === '' ? '空' : text);

/** Rows that somebody else changed meanwhile: both values, and which one to keep. */
export const ConflictList = ({ conflicts, columns, onSettle }: ConflictListProps): ReactNode =>
  conflicts.length > 0 && (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 10 }}
      title={`有 ${String(conflicts.length)} 行刚被别人改过，您填的还没有保存`}
      description={
        <ul className="mz-conflicts">
          {conflicts.map((conflict) => (
            <li key={conflict.row}>
              <strong>{conflict.name}</strong>
              {conflict.cells.map((cell) => (
                <span key={cell.indicatorId}>
                  {columns.find(({ indicatorId }) => indicatorId === cell.indicatorId)?.name}：对方{' '}
                  {shown(cell.theirs)}，您 {shown(cell.mine)}
                </span>
              ))}
              <Button size="small" onClick={() => onSettle(conflict.row, 'mine')}>
                用我的
              </Button>
              <Button size="small" onClick={() => onSettle(conflict.row, 'theirs')}>
                用对方的
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  );
