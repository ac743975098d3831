import type { EChartsOption } from 'echarts';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { CompareView } from '../../../../shared/features/evaluation/compare/views.ts';
import type { Palette } from '../../../ui/theme/tokens.ts';
import { ChartCard } from './chart-card.tsx';
import { pointInChart } from './chart-point.ts';
import { CompareTable } from './compare-table.tsx';
import { agreementWord, correlation, marks, shown, signed } from './figures.ts';
import { HeatCard, type HeatRow } from './heat-card.tsx';

/** Correlations in thousandths from which on the next step begins. */
const STEPS = [0, 300, 500, 700] as const;

/** 评分组对比: how mild each group is, and whether the groups see the same people in front. */
export const RaterGroupsSection = ({ view }: { view: CompareView }): ReactNode => (
  <div className="mz-compare-cards">
    <SeverityCard view={view} />
    <AgreementCard view={view} />
    <RatersCard view={view} />
  </div>
);

const SeverityCard = ({ view: { groups } }: { view: CompareView }): ReactNode => {
  const draw = useCallback(
    (palette: Palette): EChartsOption => ({
      grid: { left: 8, right: 56, top: 12, bottom: 8, outerBoundsMode: 'same' },
      tooltip: {},
      xAxis: { type: 'value' },
      yAxis: { type: 'category', inverse: true, data: groups.map(({ name }) => name) },
      series: [
        {
          type: 'bar',
          name: '比其他组高出',
          barMaxWidth: 22,
          label: {
            show: true,
            position: 'right',
            color: palette.text,
            formatter: (at: unknown) => {
              return signed(groups[pointInChart(at).point]?.severity ?? null);
            },
          },
          data: groups.map(({ severity }) => ({
            value: marks(severity),
            itemStyle: { color: (severity ?? 0) < 0 ? palette.amberMark : palette.ink },
          })),
        },
      ],
    }),
    [groups],
  );
  const comparable = groups.some(({ severity }) => severity !== null);
  return (
    <ChartCard
      title="各评分组的宽严"
      about="同一批对象、双方都评的维度上，每个评分组比其他组平均高出多少分：正数偏宽，负数偏严。标准化以前的分数。"
      draw={draw}
      height={Math.max(140, groups.length * 38 + 44)}
      label={groups.map(({ name, severity }) => `${name} ${signed(severity)}`).join('，')}
      {...(comparable
        ? {}
        : { empty: '至少要有两个评分组评同样的维度、并且评完足够多的对象，才能比较宽严。' })}
      table={{
        caption: '各评分组的宽严',
        head: ['评分组', '对象数', '平均', '标准差', '比其他组高出'],
        rows: groups.map(({ groupId, name, anonymous, summary, severity }) => ({
          key: groupId,
          cells: [
            anonymous ? `${name}（匿名）` : name,
            summary?.count ?? 0,
            shown(summary?.mean ?? null),
            shown(summary?.spread ?? null),
            signed(severity),
          ],
        })),
      }}
    />
  );
};

const AgreementCard = ({ view }: { view: CompareView }): ReactNode => {
  const { groups, pairs, concordance } = view;
  const columns = useMemo(() => groups.map(({ name }) => name), [groups]);
  const rows = useMemo(
    (): HeatRow[] =>
      groups.map(({ groupId, name }) => ({
        key: groupId,
        name,
        values: groups.map((other) => {
          const pair = pairs.find(
            ({ a, b }) => (a === groupId && b === other.groupId) || (b === groupId && a === other.groupId),
          );
          return pair?.correlation ?? null;
        }),
      })),
    [groups, pairs],
  );
  const known = pairs.some((pair) => pair.correlation !== null);
  return (
    <HeatCard
      title="各评分组的排序是否一致"
      about={`两个评分组给同一批对象排的先后有多一致：1 为完全一致，0 为没有关系，负数为相反。${concordance === null ? '' : `全部评分组合起来的和谐系数 ${correlation(concordance)}。`}`}
      columns={columns}
      rows={rows}
      bounds={STEPS}
      write={correlation}
      rowTitle="评分组"
      {...(known ? {} : { empty: '两个评分组至少共同评完 5 个对象，并且分出高低，才能看排序是否一致。' })}
    />
  );
};

const RatersCard = ({ view: { raters } }: { view: CompareView }): ReactNode => (
  <section className="mz-card mz-compare-card" aria-label="各评分人的宽严">
    <header>
      <h2>各评分人的宽严</h2>
    </header>
    <p className="mz-muted">
      同一评分组里，每名评分人比其他人对同一批对象的平均高出多少分。匿名评分组不列；自评没有别人可比。
    </p>
    {raters === null ? (
      <p>只有组织考核的人能看各评分人的宽严。</p>
    ) : raters.length === 0 ? (
      <p>还没有两名以上评分人在记名的评分组里评完同一个对象。</p>
    ) : (
      <CompareTable
        of={{
          caption: '各评分人的宽严',
          head: ['评分人', '评分组', '共同评的对象', '比其他人高出', '排序一致', '说明'],
          rows: raters.map((one, at) => ({
            key: String(at),
            cells: [
              one.name,
              one.groupName,
              one.subjects,
              signed(one.severity),
              correlation(one.agreement),
              agreementWord(one.agreement),
            ],
          })),
        }}
      />
    )}
  </section>
);
