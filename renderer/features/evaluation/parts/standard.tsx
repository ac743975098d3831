import './evaluation.css';
import type { ReactNode } from 'react';
import { formatDecimal, formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import type { SheetColumn } from '../../../../shared/features/evaluation/views.ts';

/** What is looked at in one indicator. */
export const Standard = ({ column }: { readonly column: SheetColumn }): ReactNode => (
  <section className="mz-standard" aria-label="评分标准">
    <strong>{column.name}</strong>
    <span className="mz-muted">
      {column.dimension} · 满分 {formatDecimal(column.fullMarks)} · 权重 {formatWeight(column.weight)}
      {column.vetoBelow !== null && ` · 一票否决：平均分低于 ${formatDecimal(column.vetoBelow)} 分`}
    </span>
    <p>
      {column.standard === '' ? '没有另写评分标准。' : column.standard}
      {column.evidence !== '' && <span className="mz-muted"> 佐证：{column.evidence}</span>}
    </p>
  </section>
);
