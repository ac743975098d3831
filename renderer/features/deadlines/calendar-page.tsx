import './parts/deadlines.css';
import { LeftOutlined, RightOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button, Checkbox, Segmented, Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ChannelOutput } from '../../../shared/channels.ts';
import type { DeadlineView } from '../../../shared/features/deadlines/channels.ts';
import { dayOfMs, isDay, yearOf } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { DayDrawer } from './parts/day-drawer.tsx';
import { MonthGrid } from './parts/month-grid.tsx';
import { isCalendarView, spanOf, spanTitle, turned, viewLabels, type CalendarView } from './parts/span.ts';
import { AgendaView, WeekView } from './parts/week-view.tsx';
import { useDeadlines } from './queries.ts';

/** What is in view lies in the address, so that going back finds it as it was. */
interface Place {
  readonly view: CalendarView;
  /** The day that the view is about. */
  readonly on: string;
  readonly mine: boolean;
  readonly kinds: readonly string[];
  /** The day whose drawer is open. */
  readonly day: string | null;
}

const placeOf = (params: URLSearchParams, today: string): Place => {
  const [view, on, day] = [params.get('view'), params.get('on'), params.get('day')];
  return {
    view: isCalendarView(view) ? view : 'month',
    on: on !== null && isDay(on) ? on : today,
    mine: params.get('mine') !== null,
    kinds: params.getAll('kind'),
    day: day !== null && isDay(day) ? day : null,
  };
};

const paramsOf = ({ view, on, mine, kinds, day }: Place): URLSearchParams => {
  const params = new URLSearchParams({ view, on });
  if (mine) params.set('mine', '');
  for (const kind of kinds) params.append('kind', kind);
  if (day !== null) params.set('day', day);
  return params;
};

const byDay = (deadlines: readonly DeadlineView[]): ReadonlyMap<string, readonly DeadlineView[]> => {
  const days = new Map<string, DeadlineView[]>();
  for (const one of deadlines) {
    const held = days.get(one.dueOn);
    if (held) held.push(one);
    else days.set(one.dueOn, [one]);
  }
  return days;
};

/** 期限日历: working days, days off and make-up days, with every term that ends in view. */
export const DeadlineCalendarPage = (): ReactNode => {
  const [params, setParams] = useSearchParams();
  const today = dayOfMs(Date.now());
  const place = placeOf(params, today);
  const go = (change: Partial<Place>): void =>
    setParams(paramsOf({ ...place, ...change }), { replace: true });
  const { from, to } = spanOf(place.view, place.on);
  const filter = { mine: place.mine, ...(place.kinds.length > 0 ? { kinds: [...place.kinds] } : {}) };
  const days = useCall('calendar.days', { from, to }, { keepPrevious: true });
  const deadlines = useDeadlines({ ...filter, from, to });
  const overdue = useDeadlines({ ...filter, states: ['overdue'] });
  return (
    <>
      <PageHeader
        title="期限日历"
        actions={
          <>
            {overdue.data && <OverdueLink count={overdue.data.deadlines.length} />}
            <ListLink />
          </>
        }
      />
      <Tools place={place} go={go} today={today} kinds={deadlines.data?.kinds ?? []} />
      <Loaded query={days}>
        {(calendar) => (
          <Loaded query={deadlines}>
            {(listed) => <Days place={place} go={go} today={today} calendar={calendar} listed={listed} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
};

const OverdueLink = ({ count }: { count: number }): ReactNode =>
  count === 0 ? null : (
    <Link to="/deadlines/list?all" className="mz-overdue-link">
      <StatusTag tone="bad">{`已逾期 ${String(count)} 个`}</StatusTag>
    </Link>
  );

const ListLink = (): ReactNode => {
  const navigate = useNavigate();
  return (
    <Button icon={<UnorderedListOutlined />} onClick={() => void navigate('/deadlines/list')}>
      待办与期限
    </Button>
  );
};

interface ToolsProps {
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
  readonly today: string;
  readonly kinds: ChannelOutput<'deadlines.list'>['kinds'];
}

const unitOf: Readonly<Record<CalendarView, string>> = { month: '月', week: '周', agenda: '段' };

const Tools = ({ place, go, today, kinds }: ToolsProps): ReactNode => (
  <div className="mz-calendar-tools mz-no-print">
    <Button
      icon={<LeftOutlined />}
      aria-label={`上一${unitOf[place.view]}`}
      onClick={() => go({ on: turned(place.view, place.on, -1) })}
    />
    <Button
      icon={<RightOutlined />}
      aria-label={`下一${unitOf[place.view]}`}
      onClick={() => go({ on: turned(place.view, place.on, 1) })}
    />
    <Button onClick={() => go({ on: today })}>今天</Button>
    <strong aria-live="polite">{spanTitle(place.view, place.on)}</strong>
    <span className="mz-calendar-tools-right">
      <Checkbox checked={place.mine} onChange={(event) => go({ mine: event.target.checked })}>
        只看等我办理的
      </Checkbox>
      <Select
        mode="multiple"
        allowClear
        maxTagCount={1}
        className="mz-calendar-kinds"
        aria-label="期限种类"
        placeholder="全部种类"
        value={[...place.kinds]}
        options={kinds.map(({ kind, label }) => ({ value: kind, label }))}
        onChange={(chosen: string[]) => go({ kinds: chosen })}
      />
      <Segmented
        aria-label="日历的样式"
        value={place.view}
        options={Object.entries(viewLabels).map(([value, label]) => ({ value, label }))}
        onChange={(value) => isCalendarView(value) && go({ view: value })}
      />
    </span>
  </div>
);

interface DaysProps {
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
  readonly today: string;
  readonly calendar: ChannelOutput<'calendar.days'>;
  readonly listed: ChannelOutput<'deadlines.list'>;
}

const Days = ({ place, go, today, calendar, listed }: DaysProps): ReactNode => {
  const deadlines = useMemo(() => byDay(listed.deadlines), [listed]);
  const { days } = calendar;
  const guessed = [...new Set(days.filter(({ estimated }) => estimated).map(({ day }) => yearOf(day)))];
  const shared = { days, deadlines, today, onOpen: (day: string) => go({ on: day, day }) };
  return (
    <>
      {place.view === 'month' ? (
        <MonthGrid {...shared} on={place.on} onMove={(on) => go({ on })} />
      ) : place.view === 'week' ? (
        <WeekView {...shared} />
      ) : (
        <AgendaView {...shared} />
      )}
      {guessed.length > 0 && (
        <p className="mz-calendar-note mz-muted">
          {guessed.map(String).join('、')} 年的节假日安排还没有录入，这里按法定节假日预估。
          <Link to={`/calendar/years?year=${String(guessed[0])}`}>录入节假日安排</Link>
        </p>
      )}
      {place.day !== null && (
        <DayDrawer
          day={place.day}
          facts={days.find(({ day }) => day === place.day)}
          deadlines={deadlines.get(place.day) ?? []}
          onClose={() => go({ day: null })}
        />
      )}
    </>
  );
};
