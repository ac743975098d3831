import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { ChannelOutput } from '../../../shared/channels.ts';
import { originLabels } from '../../../shared/features/calendar/schema.ts';
import { useCall } from '../../app/calls.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { YearPanel } from './parts/year-panel.tsx';

/** 节假日安排: the days off and make-up days by which every working day is counted, a year at a time. */
export const CalendarYearsPage = (): ReactNode => {
  const years = useCall('calendar.years', {});
  return (
    <>
      <PageHeader
        title="节假日安排"
        about="工作日按这里计算：周六、周日和放假的日子不算，补班的日子算。每年十一月前后，按国务院办公厅的通知录入下一年。"
      />
      <Loaded query={years}>{(data) => <Years of={data} />}</Loaded>
    </>
  );
};

const Years = ({ of: { years, thisYear } }: { of: ChannelOutput<'calendar.years'> }): ReactNode => {
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('year'));
  const year = years.some((one) => one.year === asked) ? asked : thisYear;
  const go = (next: number): void => setParams({ year: String(next) }, { replace: true });
  const view = useCall('calendar.year', { year });
  const has = (next: number): boolean => years.some((one) => one.year === next);
  const chooser = (
    <>
      <Button
        icon={<LeftOutlined />}
        aria-label="上一年"
        disabled={!has(year - 1)}
        onClick={() => go(year - 1)}
      />
      <Select
        aria-label="年份"
        style={{ width: 210 }}
        value={year}
        options={years.map((one) => ({
          value: one.year,
          label: `${String(one.year)} 年 · ${originLabels[one.origin]}`,
        }))}
        onChange={go}
      />
      <Button
        icon={<RightOutlined />}
        aria-label="下一年"
        disabled={!has(year + 1)}
        onClick={() => go(year + 1)}
      />
    </>
  );
  return <Loaded query={view}>{(data) => <YearPanel key={year} of={data} chooser={chooser} />}</Loaded>;
};
