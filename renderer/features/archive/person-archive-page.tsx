import { DownloadOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Space } from 'antd';
import type { EChartsOption } from 'echarts';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { PersonArchive } from '../../../shared/features/archive/channels.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import { useCall } from '../../app/calls.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { RecordColumns, RecordHead } from '../../ui/record/record-head.tsx';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { Timeline, toneWords } from '../../ui/record/timeline.tsx';
import { useThemeMode } from '../../ui/theme/mode.ts';
import { palettes } from '../../ui/theme/tokens.ts';

/** One person's archive: who it is, and everything that is on record as one timeline. */
export const PersonArchivePage = (): ReactNode => {
  const { id = '' } = useParams();
  const archive = useCall('archive.person', { staffId: id });
  usePageTitle(archive.data && `${archive.data.name}的问责档案`);
  return <Loaded query={archive}>{(data) => <Content archive={data} />}</Loaded>;
};

const entriesOf = (archive: PersonArchive): TimelineEntry[] =>
  archive.entries.map(({ link, ...entry }) => (link === undefined ? entry : { ...entry, link }));

const Content = ({ archive }: { archive: PersonArchive }): ReactNode => {
  const can = useCan();
  const navigate = useNavigate();
  const entries = useMemo(() => entriesOf(archive), [archive]);
  const [kind, setKind] = useState('全部');
  const [year, setYear] = useState<number | null>(null);
  const dossier = useFileCommand('archive.exportDossier', () => '已导出档案册，导出已记录');
  const kinds = [...new Set(entries.map((entry) => entry.kind))];
  const years = [...new Set(entries.map((entry) => yearOf(entry.day)))].sort((a, b) => b - a);
  const shown = entries.filter(
    (entry) => (kind === '全部' || entry.kind === kind) && (year === null || yearOf(entry.day) === year),
  );
  const good = entries.filter(({ tone }) => tone === 'good').length;
  const bad = entries.filter(({ tone }) => tone === 'bad').length;
  const wanted = ['工号', '部门', '岗位', '编制与身份', '职称'];
  return (
    <>
      <RecordHead
        title={archive.name}
        status={
          <Space>
            {good > 0 && <StatusTag tone="praise">{`${toneWords.good} ${String(good)} 条`}</StatusTag>}
            {bad > 0 && <StatusTag tone="bad">{`${toneWords.bad} ${String(bad)} 条`}</StatusTag>}
          </Space>
        }
        facts={archive.facts.filter(({ label }) => wanted.includes(label))}
        actions={
          <Space>
            {can('organisation.read') && (
              <Button onClick={() => void navigate(`/organisation/staff/${archive.staffId}`)}>
                人员信息
              </Button>
            )}
            {can('archive.export') && (
              <Button
                type="primary"
                icon={<DownloadOutlined />}
                loading={dossier.isPending}
                onClick={() => dossier.mutate({ staffId: archive.staffId })}
              >
                导出档案册
              </Button>
            )}
          </Space>
        }
      />
      {entries.length === 0 ? (
        <EmptyState
          title="档案里还没有记录"
          about="任职、确认后的考核结果、作出的问责决定会自动进入档案；不成立的线索不会。"
        />
      ) : (
        <RecordColumns aside={<Years entries={entries} />}>
          <Space wrap style={{ marginBottom: 16 }}>
            <Segmented
              aria-label="按类别"
              options={['全部', ...kinds]}
              value={kind}
              onChange={(value) => setKind(value)}
            />
            <Select
              aria-label="按年份"
              style={{ width: 130 }}
              value={year}
              onChange={(value: number | null) => setYear(value)}
              options={[
                { value: null, label: '全部年份' },
                ...years.map((value) => ({ value, label: `${String(value)}年` })),
              ]}
            />
          </Space>
          {shown.length === 0 ? (
            <EmptyState title="没有符合条件的记录" about="换一个类别或年份再看。" />
          ) : (
            <Timeline marked entries={shown} label={`${archive.name}的时间线`} />
          )}
        </RecordColumns>
      )}
    </>
  );
};

const tones = [
  { tone: 'neutral', label: '一般记录', colour: 'lineStrong' },
  { tone: 'good', label: toneWords.good, colour: 'jade' },
  { tone: 'bad', label: toneWords.bad, colour: 'vermilionFill' },
] as const;

/** How many records each year has, by what they say. */
const Years = ({ entries }: { entries: readonly TimelineEntry[] }): ReactNode => {
  const { mode } = useThemeMode();
  const { option, words } = useMemo(() => {
    const years = [...new Set(entries.map(({ day }) => yearOf(day)))].sort((a, b) => a - b);
    const count = (year: number, tone: TimelineEntry['tone']): number =>
      entries.filter((entry) => yearOf(entry.day) === year && entry.tone === tone).length;
    const chart: EChartsOption = {
      grid: { left: 8, right: 8, top: 36, bottom: 8, outerBoundsMode: 'same' },
      legend: { top: 0, itemWidth: 12 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: years.map((year) => `${String(year)}年`) },
      yAxis: { type: 'value', minInterval: 1 },
      series: tones.map(({ tone, label, colour }) => ({
        type: 'bar',
        stack: 'all',
        name: label,
        itemStyle: { color: palettes[mode][colour] },
        barMaxWidth: 26,
        data: years.map((year) => count(year, tone)),
      })),
    };
    const text = years
      .map(
        (year) => `${String(year)}年 ${String(entries.filter(({ day }) => yearOf(day) === year).length)} 条`,
      )
      .join('，');
    return { option: chart, words: text };
  }, [entries, mode]);
  return (
    <section className="mz-card" style={{ padding: 16 }}>
      <h2 className="mz-section-title">各年记录</h2>
      <Chart option={option} height={220} label={`各年记录条数：${words}`} />
    </section>
  );
};
