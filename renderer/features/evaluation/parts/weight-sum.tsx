import { Button } from 'antd';
import type { ReactNode } from 'react';
import { describeGap, weightGap } from '../../../../shared/features/evaluation/weights.ts';

interface WeightSumProps {
  readonly weights: readonly number[];
  /** Makes them total 100 %; left out where nothing may be changed. */
  readonly onSpread?: (() => void) | undefined;
  /** What is weighted: 各维度, 各指标, 各评分组. */
  readonly of: string;
}

/** The sum of some weights as it changes, what is missing to 100 %, and the button that supplies it. */
export const WeightSum = ({ weights, onSpread, of }: WeightSumProps): ReactNode => {
  const gap = weightGap(weights);
  const blank = weights.includes(0);
  return (
    <span className={gap === 0 ? 'mz-sum mz-sum-even' : 'mz-sum mz-sum-off'}>
      <span role="status">
        {gap === 0 ? '✓ ' : '! '}
        {of}
        {describeGap(weights)}
      </span>
      {onSpread && gap !== 0 && weights.length > 0 && (
        <Button size="small" onClick={onSpread} disabled={!blank && weights.every((one) => one === 0)}>
          {gap > 0 && blank ? '平均分摊' : gap > 0 ? '按比例补足' : '按比例压缩'}
        </Button>
      )}
    </span>
  );
};
