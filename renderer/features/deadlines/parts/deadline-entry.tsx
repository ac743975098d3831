import './deadlines.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { DueTag, EstimatedMark } from './due-tag.tsx';

const about = ({ recordNumber, recordTitle, people }: DeadlineView): string =>
  [recordNumber, recordTitle, people.join('、')].filter((part) => part !== '').join(' · ');

/** One term as lists of a day show it: how it stands, what is to be done, in which record. */
export const DeadlineEntry = ({ of }: { of: DeadlineView }): ReactNode => (
  <li className="mz-deadline">
    <div className="mz-deadline-head">
      <Link to={of.recordPath}>{of.title}</Link>
      <DueTag of={of} />
      {of.estimated && <EstimatedMark />}
    </div>
    <p>
      {of.label} · {about(of)}
    </p>
  </li>
);

/** The same with all that is known of it: since when, by which ground, who has to act. */
export const DeadlineDetails = ({ of }: { of: DeadlineView }): ReactNode => (
  <article className="mz-deadline-details">
    <div className="mz-deadline-head">
      <h3>{of.title}</h3>
      <DueTag of={of} />
      {of.estimated && <EstimatedMark />}
    </div>
    <dl>
      <dt>期限</dt>
      <dd>{of.label}</dd>
      <dt>事项</dt>
      <dd>{about(of)}</dd>
      <dt>起止</dt>
      <dd>
        {formatDay(of.startedOn)}起，{formatDay(of.dueOn)}止
        {of.rolledFrom !== null && `（原为${formatDay(of.rolledFrom)}，遇休息日顺延）`}
      </dd>
      <dt>依据</dt>
      <dd>{of.ground}</dd>
      <dt>办理</dt>
      <dd>{of.othersTerm ? '由当事人决定是否行使，届满即止' : of.responsible}</dd>
    </dl>
    <Link to={of.recordPath}>打开{of.sourceLabel}</Link>
  </article>
);
