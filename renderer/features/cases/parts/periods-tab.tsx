import './periods.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Sanction } from '../../../../shared/features/cases/sanction.ts';
import { dayOfMs, daysBetween, formatDay } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';
import {
  axisOf,
  isLiftable,
  lengthText,
  lineOf,
  periodStateLabels,
  periodStateOf,
  placeOf,
  spanText,
  type Axis,
  type PeriodState,
} from './period-lines.ts';

const tones: Readonly<Record<PeriodState, StatusTone>> = {
  ahead: 'draft',
  running: 'active',
  awaiting: 'due',
  over: 'done',
  lifted: 'done',
  annulled: 'stopped',
  once: 'info',
};

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

const Ruler = ({ axis, today }: { axis: Axis; today: string }): ReactNode => (
  <div className="mz-period-ruler" aria-hidden>
    {axis.ticks.map(({ day, label, at }) => (
      <span key={day} style={{ left: percent(at) }}>
        {label}
      </span>
    ))}
    <strong style={{ left: percent(placeOf(axis, today)) }}>今天</strong>
  </div>
);

const Line = ({
  axis,
  sanction,
  state,
  today,
}: {
  axis: Axis;
  sanction: Sanction;
  state: PeriodState;
  today: string;
}): ReactNode => {
  const { start, length } = lineOf(axis, sanction);
  const gone = Math.min(length, Math.max(0, placeOf(axis, today) - start));
  return (
    <div className={`mz-period-line mz-period-${state}`} aria-hidden>
      {axis.ticks.map(({ day, at }) => (
        <i key={day} style={{ left: percent(at) }} />
      ))}
      {length > 0 ? (
        <>
          <b style={{ left: percent(start), width: percent(length) }} />
          {state === 'running' && <em style={{ left: percent(start), width: percent(gone) }} />}
        </>
      ) : (
        <u style={{ left: percent(start) }} />
      )}
      {sanction.lifting && <s style={{ left: percent(placeOf(axis, sanction.lifting.liftedOn)) }} />}
      <strong style={{ left: percent(placeOf(axis, today)) }} />
    </div>
  );
};

/** How long it still goes on, in words. */
const leftText = ({ endsOn }: Sanction, state: PeriodState, today: string): string =>
  state === 'running' && endsOn !== null ? `，还有 ${String(daysBetween(today, endsOn) + 1)} 天` : '';

/** 处理期间: every sanction of the case on one line of time, with its effects and its lifting. */
export const PeriodsTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, sanctions, acts } = view;
  const today = dayOfMs(Date.now());
  if (sanctions.length === 0)
    return (
      <EmptyState
        title="还没有处理"
        about="作出决定后，每个人的处理从哪天到哪天、有什么影响、什么时候解除，都画在这里。"
      />
    );
  const axis = axisOf(sanctions, today);
  const nameOf = (personId: string): string =>
    record.subjects.find((subject) => subject.personId === personId)?.name ?? '';
  return (
    <div className="mz-periods">
      <Ruler axis={axis} today={today} />
      <ul>
        {sanctions.map((sanction) => {
          const state = periodStateOf(sanction, today);
          const liftable = acts.includes('liftSanction') && isLiftable(sanction, today);
          const name = nameOf(sanction.personId);
          return (
            <li key={sanction.id}>
              <div className="mz-period-head">
                <strong>
                  {name}：{sanction.measureName}
                </strong>
                <StatusTag tone={tones[state]}>{periodStateLabels[state]}</StatusTag>
                {liftable && (
                  <Button
                    size="small"
                    aria-label={`解除：${name}的${sanction.measureName}`}
                    onClick={() => onOpen({ what: 'liftSanction', target: sanction.id })}
                  >
                    解除
                  </Button>
                )}
              </div>
              <Line axis={axis} sanction={sanction} state={state} today={today} />
              <p>
                {sanction.endsOn === null
                  ? `${formatDay(sanction.effectiveOn)}生效，没有期间`
                  : `${spanText(sanction.effectiveOn, sanction.endsOn)}（${lengthText(sanction.effectiveOn, sanction.endsOn)}）${leftText(sanction, state, today)}`}
                <span className="mz-muted">
                  ，{sanction.decidedBy}
                  {formatDay(sanction.decidedOn)}决定
                  {sanction.paperNumber !== null && `，${sanction.paperNumber}`}
                </span>
              </p>
              {sanction.effects !== '' && <p className="mz-muted">影响：{sanction.effects}</p>}
              {sanction.mergedWith.length > 0 && (
                <p className="mz-muted">
                  原有处分（{sanction.mergedWith.length} 项）尚未期满，与本项合并执行，以本项期间为准。
                </p>
              )}
              {sanction.lifting && (
                <p className="mz-case-done">
                  {formatDay(sanction.lifting.liftedOn)}解除
                  {sanction.lifting.paperNumber !== null && `，${sanction.lifting.paperNumber}`}：
                  {sanction.lifting.conduct}
                </p>
              )}
              {sanction.annulled && <p className="mz-muted">已撤销：{sanction.annulled.reason}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
