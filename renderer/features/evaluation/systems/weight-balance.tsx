import './systems.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatWeight, HUNDRED } from '../../../../shared/features/evaluation/decimal.ts';
import type { Balancing } from '../../../../shared/features/evaluation/indicator-rules.ts';
import { describeGap, totalWeight, weightGap } from '../../../../shared/features/evaluation/weights.ts';

interface WeightBalanceProps {
  /** What is weighted: 各维度权重, 各指标权重. */
  readonly of: string;
  readonly parts: readonly { readonly id: string; readonly name: string; readonly weight: number }[];
  /** Which of the parts have no weight yet. */
  readonly blank: readonly boolean[];
  /** Makes them total 100 %; left out where nothing may be changed. */
  readonly onBalance?: ((how: Balancing) => void) | undefined;
}

/** The weights of one level as a bar of 100 %, what is missing or too much in words, and what would mend it. */
export const WeightBalance = ({ of, parts, blank, onBalance }: WeightBalanceProps): ReactNode => {
  const weights = parts.map(({ weight }) => weight);
  const gap = weightGap(weights);
  const total = totalWeight(weights);
  const whole = Math.max(total, HUNDRED);
  const takers = blank.includes(true) || total > 0;
  return (
    <span className={gap === 0 ? 'mz-balance mz-balance-even' : 'mz-balance mz-balance-off'}>
      <span className="mz-balance-bar" aria-hidden="true">
        {parts
          .filter(({ weight }) => weight > 0)
          .map(({ id, name, weight }) => (
            <span
              key={id}
              className={gap < 0 ? 'mz-balance-over' : 'mz-balance-part'}
              style={{ width: `${String((weight * 100) / whole)}%` }}
              title={`${name === '' ? '（未命名）' : name} ${formatWeight(weight)}`}
            />
          ))}
      </span>
      <span role="status">
        {gap === 0 ? '✓ ' : '! '}
        {of}
        {describeGap(weights)}
      </span>
      {onBalance && gap > 0 && (
        <Button size="small" disabled={!takers} onClick={() => onBalance('even')}>
          把余下的平均分配
        </Button>
      )}
      {onBalance && gap !== 0 && total > 0 && (
        <Button size="small" onClick={() => onBalance('scaled')}>
          {gap > 0 ? '按比例补足' : '按比例压缩'}
        </Button>
      )}
    </span>
  );
};
