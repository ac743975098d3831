import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PublicityView } from '../../../../shared/features/publicity/channels.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import { DayStrip, weekdayWords } from './day-strip.tsx';

/** At the right of a publicity: its days as a picture, and the cases whose decisions it tells of. */
export const PublicityAside = ({ view: { record, cases } }: { view: PublicityView }): ReactNode => {
  const { run, takedown, result } = record;
  return (
    <>
      <h2 className="mz-record-heading">公示期</h2>
      {run ? (
        <>
          <p className="mz-notice-term-last">
            <span className="mz-muted">最后一日</span>
            <strong>
              {formatDay(run.endsOn)} {weekdayWords(run.endsOn)}
            </strong>
          </p>
          <DayStrip startsOn={run.startsOn} endsOn={run.endsOn} today={dayOfMs(Date.now())} />
        </>
      ) : (
        <p className="mz-muted">
          共 {record.content.workdays} 个工作日，从张贴的下一个工作日数起。开始公示后这里画出每一天。
        </p>
      )}
      {takedown && (
        <>
          <h2 className="mz-record-heading">撤下</h2>
          <p>
            {formatDay(takedown.on)}，{takedown.by.name}
          </p>
          <p className="mz-record-text">{takedown.reason}</p>
        </>
      )}
      {result && (
        <>
          <h2 className="mz-record-heading">公示结果</h2>
          <p className="mz-record-text">{result.text}</p>
          <p className="mz-muted">
            {formatDay(result.on)}，{result.by.name}
          </p>
        </>
      )}
      {cases.length > 0 && (
        <>
          <h2 className="mz-record-heading">所依据的问责事项</h2>
          <ul className="mz-notice-cases">
            {cases.map(({ id, number }) => (
              <li key={id}>
                <Link to={`/cases/${id}`}>{number}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
