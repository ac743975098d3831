import './results.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import { gradeCauseLabels, type Figures } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';

export const UNFINISHED = '未评齐';

/** The figures of a row that has some. */
export const figuresOf = (row: ResultRow): Figures | undefined =>
  row.outcome.kind === 'graded' ? row.outcome.figures : undefined;

/** How a row came out, in one word. */
export const gradeWord = ({ outcome }: ResultRow): string => {
  switch (outcome.kind) {
    case 'graded':
      return outcome.figures.grade;
    case 'assigned':
      return outcome.grade;
    case 'incomplete':
      return UNFINISHED;
    case 'undetermined':
      return UNGRADED;
  }
};

/** Why the grade is not the one that the total gives, and why a total is not the one that was reckoned. */
export const causesOf = ({ gradeSteps, reckonedTotal, total, outsideQuota }: Figures): string[] => [
  ...(reckonedTotal === null
    ? []
    : [`校准：总分由 ${formatResult(reckonedTotal)} 调整为 ${formatResult(total)}`]),
  ...gradeSteps.map(({ cause, from, note }) => `${gradeCauseLabels[cause]}：原为${from}，${note}`),
  ...(outsideQuota === '' ? [] : [`不占优秀名额：${outsideQuota}`]),
];

/** The same in a few words, each once. */
export const causeWords = ({ gradeSteps, reckonedTotal, outsideQuota }: Figures): string[] => [
  ...new Set([
    ...(reckonedTotal === null ? [] : [gradeCauseLabels.adjustment]),
    ...gradeSteps.map(({ cause }) => gradeCauseLabels[cause]),
    ...(outsideQuota === '' ? [] : ['不占名额']),
  ]),
];

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
