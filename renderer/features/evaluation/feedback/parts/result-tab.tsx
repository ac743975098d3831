import type { ReactNode } from 'react';
import {
  formatDecimal,
  formatResult,
  formatWeight,
} from '../../../../../shared/features/evaluation/decimal.ts';
import { formatShare } from '../../../../../shared/features/evaluation/feedback/percent.ts';
import type { FeedbackView, SheetFacts } from '../../../../../shared/features/evaluation/feedback/views.ts';
import type { Opened } from '../opened.ts';
import { PaperLinks } from './paper-links.tsx';

/** What stands on the sheet: the figures, where the person stands out, what follows, how he can object. */
export const ResultTab = ({
  view,
  onOpen,
}: {
  view: FeedbackView;
  onOpen: (opened: Opened) => void;
}): ReactNode => {
  if (view.sheet === null) return <p className="mz-muted">结果已经重新打开，重新确认以后再反馈。</p>;
  return (
    <>
      <PaperLinks view={view} papers={['sheet']} onOpen={onOpen} />
      <ResultFacts sheet={view.sheet} />
    </>
  );
};

export const ResultFacts = ({ sheet }: { sheet: SheetFacts }): ReactNode => {
  return (
    <>
      {sheet.note !== '' && (
        <>
          <h2 className="mz-record-heading">等次说明</h2>
          <p className="mz-record-text">{sheet.note}</p>
        </>
      )}
      {sheet.total !== null && (
        <>
          <h2 className="mz-record-heading">各评分组得分</h2>
          {sheet.groups.length > 0 && (
            <dl className="mz-record-pairs">
              {sheet.groups.map(({ name, weight, total }) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>
                    {name} {formatWeight(weight)}
                  </dt>
                  <dd>{formatResult(total)} / 100</dd>
                </div>
              ))}
            </dl>
          )}
          {sheet.hidden.length > 0 && (
            <p className="mz-muted">
              {sheet.hidden.join('、')}的平均分不单独列出：评分人少于 {sheet.minSample}{' '}
              人，或者由其他各组可以推算。
            </p>
          )}
          <Standings title="突出的方面" of={sheet.strengths} none="没有明显高于平均的指标。" />
          <Standings title="需要改进的方面" of={sheet.weak} none="没有明显低于平均的指标。" weak />
        </>
      )}
      {sheet.consequences.length > 0 && (
        <>
          <h2 className="mz-record-heading">结果运用</h2>
          <ol className="mz-consequences">
            {sheet.consequences.map(({ text, article }) => (
              <li key={text}>
                {text} <small>{article}</small>
              </li>
            ))}
          </ol>
        </>
      )}
      <h2 className="mz-record-heading">异议与救济</h2>
      <p className="mz-record-text">{sheet.remedy}</p>
    </>
  );
};

const Standings = ({
  title,
  of,
  none,
  weak = false,
}: {
  title: string;
  of: SheetFacts['standings'];
  none: string;
  weak?: boolean;
}): ReactNode => (
  <>
    <h2 className="mz-record-heading">{title}</h2>
    {of.length === 0 ? (
      <p className="mz-muted">{none}</p>
    ) : (
      <ul className={weak ? 'mz-standings mz-standings-weak' : 'mz-standings'}>
        {of.map(({ indicatorId, name, dimension, points, fullMarks, share, mean }) => (
          <li key={indicatorId}>
            <span>
              {name} <span className="mz-muted">{dimension}</span>
            </span>
            <span className="mz-standing-bar" aria-hidden>
              <span style={{ width: `${String(Math.min(100, share / 100))}%` }} />
              {mean !== null && <i style={{ left: `${String(Math.min(99, mean / 100))}%` }} />}
            </span>
            <span className="mz-standing-words">
              {formatDecimal(points)} / {formatDecimal(fullMarks)}（{formatShare(share)}）
              {mean !== null && <span className="mz-muted"> 平均 {formatShare(mean)}</span>}
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
);
