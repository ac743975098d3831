import { Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { discriminationWord } from '../../../../shared/features/evaluation/compare/items.ts';
import type { CompareView } from '../../../../shared/features/evaluation/compare/views.ts';
import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import { correlation, isInDepartments, NOTHING, share, shown } from './figures.ts';
import { HeatCard, type HeatRow } from './heat-card.tsx';
import { CompareTable } from './compare-table.tsx';

/** Shares of the full marks from which on the next step begins, in hundredths of a percent. */
const STEPS = [6000, 7000, 8000, 9000] as const;
/** More people than this do not fit into a picture. */
const MOST_PEOPLE = 60;

const shareOf = (points: number | null, fullMarks: number): number | null =>
  points === null ? null : Math.round((points * 10_000) / fullMarks);

/** 指标对比: who is strong in what, and what the indicators tell. */
export const IndicatorsSection = ({
  view,
  onExplain,
}: {
  readonly view: CompareView;
  readonly onExplain: (subjectId: string) => void;
}): ReactNode => {
  const [by, setBy] = useState<'department' | 'dimension' | 'person'>(
    isInDepartments(view) ? 'department' : 'person',
  );
  const { indicators, departments, people, dimensions } = view;
  const columns = useMemo(
    () => (by === 'dimension' ? dimensions : indicators).map(({ name }) => name),
    [by, dimensions, indicators],
  );
  const rows = useMemo((): HeatRow[] => {
    const points = (values: readonly (number | null)[]): (number | null)[] =>
      values.map((value, at) => shareOf(value, indicators[at]?.fullMarks ?? 1));
    switch (by) {
      case 'dimension':
        return departments.map((one) => ({ key: one.name, name: one.name, values: one.dimensions }));
      case 'department':
        return departments.map((one) => ({ key: one.name, name: one.name, values: points(one.indicators) }));
      case 'person':
        return people
          .slice(0, MOST_PEOPLE)
          .map((one) => ({ key: one.subjectId, name: one.name, values: points(one.indicators) }));
    }
  }, [by, departments, people, indicators]);
  return (
    <div className="mz-compare-cards">
      <HeatCard
        title="强项与弱项"
        about={`格子里是得分率（得分占满分的百分比），颜色越深越高。${by === 'person' ? `点一格看这个对象的总分怎么来的。${people.length > MOST_PEOPLE ? `只画总分最高的 ${String(MOST_PEOPLE)} 个，其余请先按部门筛选。` : ''}` : `不足 ${String(view.minSample)} 个对象的部门不算平均，留空。`}`}
        columns={columns}
        rows={rows}
        bounds={STEPS}
        write={share}
        rowTitle={by === 'person' ? '对象' : '部门'}
        {...(by === 'person' ? { onRow: ({ key }: HeatRow) => onExplain(key) } : {})}
        tools={
          isInDepartments(view) && (
            <Segmented
              size="small"
              aria-label="强项与弱项按什么看"
              value={by}
              onChange={setBy}
              options={[
                { value: 'department', label: '部门 × 指标' },
                { value: 'dimension', label: '部门 × 维度' },
                { value: 'person', label: '个人 × 指标' },
              ]}
            />
          )
        }
      />
      <section className="mz-card mz-compare-card" aria-label="各项指标的难度和区分度">
        <header>
          <h2>各项指标的难度和区分度</h2>
        </header>
        <p className="mz-muted">
          难度看得分率：越高越容易得分。区分度是总分最高的 27% 与最低的 27%
          在这一项上相差多少（占满分）；拉不开差距的指标，下一版可以改写标准或降低权重。
        </p>
        <CompareTable
          of={{
            caption: '各项指标的难度和区分度',
            head: ['指标', '维度', '满分', '对象数', '平均', '标准差', '得分率', '区分度', '说明'],
            rows: indicators.map((one) => ({
              key: one.indicatorId,
              cells: [
                one.name,
                one.dimension,
                formatDecimal(one.fullMarks),
                one.count,
                shown(one.mean),
                shown(one.spread),
                share(one.ease),
                correlation(one.discrimination),
                one.discrimination === null
                  ? one.count === 0
                    ? NOTHING
                    : '对象太少，不判断'
                  : discriminationWord(one.discrimination),
              ],
            })),
          }}
        />
      </section>
    </div>
  );
};
