import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { SMALLEST_CELL } from '../../../../shared/features/publicity/overall.ts';
import { addMonths, formatDay, isDay } from '../../../../shared/kernel/dates.ts';
import { call } from '../../../api.ts';
import { problemOf } from '../../../ui/feedback/problem.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';

export interface Overall {
  readonly from: string;
  readonly to: string;
  readonly counts: ChannelOutput<'publicity.overall'>;
}

/** 汇总: the period whose decisions are counted. */
export const OverallFields = ({
  today,
  onCounted,
}: {
  today: string;
  onCounted: (overall: Overall) => void;
}): ReactNode => {
  const toast = useToast();
  const [from, setFrom] = useState<string | null>(addMonths(today, -6));
  const [to, setTo] = useState<string | null>(today);
  const [counting, setCounting] = useState(false);
  const period = from !== null && to !== null && isDay(from) && isDay(to) && from <= to ? { from, to } : null;
  const count = async (): Promise<void> => {
    if (!period) return;
    setCounting(true);
    try {
      const counts = await call('publicity.overall', period);
      onCounted({ ...period, counts });
      toast.done(
        counts.total === 0
          ? `${formatDay(period.from)}至${formatDay(period.to)}没有问责决定`
          : `已按${formatDay(period.from)}至${formatDay(period.to)}的决定填好`,
      );
    } catch (cause) {
      toast.failed(problemOf(cause));
    } finally {
      setCounting(false);
    }
  };
  return (
    <div className="mz-overall" role="group" aria-label="汇总期间">
      <label>
        决定日期从
        <DayInput value={from} onChange={setFrom} aria-label="汇总期间的第一天" />
      </label>
      <label>
        到
        <DayInput value={to} onChange={setTo} aria-label="汇总期间的最后一天" />
      </label>
      <Button onClick={() => void count()} loading={counting} disabled={!period}>
        填入汇总
      </Button>
      <p className="mz-muted">
        按事由和措施统计教职工和部门的决定，不含学生。不足 3
        件的自动并入“其他”，认不出是谁。填入会替换标题、说明和下面的内容。
      </p>
    </div>
  );
};

const numberWords = (total: number): string =>
  total < SMALLEST_CELL ? `少于${String(SMALLEST_CELL)}件（人次）` : `${String(total)}件（人次）`;

/** Title, lead and lines of an overall publicity. */
export const overallTexts = ({
  from,
  to,
  counts,
}: Overall): { title: string; lead: string; lines: readonly string[] } => {
  const period = `${formatDay(from)}至${formatDay(to)}`;
  return {
    title: `关于${period}问责情况的公示`,
    lead:
      counts.total === 0
        ? `${period}，学校没有作出问责决定，现予公示`
        : `${period}，学校共作出问责决定${numberWords(counts.total)}，现将有关情况公示如下`,
    lines: counts.total === 0 ? ['没有问责决定'] : counts.lines,
  };
};
