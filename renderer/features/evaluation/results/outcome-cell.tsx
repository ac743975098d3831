import './results.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import { causesOf, causeWords } from '../../../../shared/features/evaluation/results/words.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';

/** The grade with what brought it about, or what stands in its place. */
export const OutcomeCell = ({
  row,
  bands,
  explain,
}: {
  row: ResultRow;
  bands: readonly Band[];
  explain: () => void;
}): ReactNode => {
  const { outcome, subject } = row;
  switch (outcome.kind) {
    case 'graded': {
      const words = causeWords(outcome.figures);
      return (
        <>
          <GradeTag bands={bands} grade={outcome.figures.grade} />
          {words.length > 0 && (
            <span className="mz-grade-causes" title={causesOf(outcome.figures).join('\n')}>
              {words.join('、')}
            </span>
          )}
        </>
      );
    }
    case 'undetermined':
      return (
        <>
          <StatusTag tone="stopped">{UNGRADED}</StatusTag>
          <span className="mz-grade-causes">{outcome.reason}</span>
        </>
      );
    case 'assigned':
      return (
        <>
          <GradeTag bands={bands} grade={outcome.grade} />
          <span className="mz-grade-causes">直接定等：{outcome.reason}</span>
        </>
      );
    case 'concealed':
      return (
        <>
          <GradeTag bands={bands} grade={outcome.grade} />
          <span className="mz-grade-causes" title={outcome.reason}>
            总分不公开
          </span>
        </>
      );
    case 'incomplete':
      return (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          aria-label={`${subject.name}：还缺 ${String(outcome.missing.length)} 处评分，看缺什么`}
          onClick={explain}
        >
          <StatusTag tone="due">{`还缺 ${String(outcome.missing.length)} 处评分`}</StatusTag>
        </Button>
      );
  }
};
