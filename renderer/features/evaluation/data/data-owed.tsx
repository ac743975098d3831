import './data.css';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { owedWords, type OwedData } from '../../../../shared/features/evaluation/data/owed.ts';

const MOST_LISTED = 4;

/** 待办: what the formulas of a cycle still wait for, and the way to it. It keeps nobody from starting. */
export const DataOwed = ({
  owed,
  begun,
  onGo,
}: {
  readonly owed: readonly OwedData[];
  /** Scoring has begun. */
  readonly begun: boolean;
  readonly onGo: () => void;
}): ReactNode => {
  if (owed.length === 0) return null;
  return (
    <Alert
      className="mz-data-owed"
      type="info"
      showIcon
      title={`公式指标还缺 ${String(owed.length)} 项数据，${begun ? '没有补齐的对象算不出结果' : '不妨碍开始评分，确认结果以前补齐'}`}
      description={
        <ul>
          {owed.slice(0, MOST_LISTED).map((one) => (
            <li key={`${one.field} ${one.usedBy.join(' ')}`}>{owedWords(one)}</li>
          ))}
          {owed.length > MOST_LISTED && <li>另有 {owed.length - MOST_LISTED} 项</li>}
        </ul>
      }
      action={
        <Button size="small" onClick={onGo}>
          去填数据
        </Button>
      }
    />
  );
};
