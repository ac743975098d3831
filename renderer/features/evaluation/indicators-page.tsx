import { BookOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { subjectKindLabels, subjectKindSchema } from '../../../shared/features/evaluation/indicators.ts';
import type { SystemRow } from '../../../shared/features/evaluation/views.ts';
import { formatInstant } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { useListExport } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag, type StatusTone } from '../../ui/record/status-tag.tsx';
import { CreateSystemDialog } from './parts/create-system-dialog.tsx';
import { LibraryDrawer } from './parts/library-drawer.tsx';
import { BookDrawer } from './systems/book-drawer.tsx';

interface Standing {
  readonly key: string;
  readonly tone: StatusTone;
  readonly word: string;
}

const standings = {
  used: { key: 'used', tone: 'done', word: '已启用' },
  ready: { key: 'ready', tone: 'active', word: '可以使用' },
  open: { key: 'open', tone: 'due', word: '待补齐' },
} as const satisfies Record<string, Standing>;

const standingOf = (row: SystemRow): Standing =>
  row.frozen ? standings.used : row.problems === 0 ? standings.ready : standings.open;

const columns: readonly ListColumn<SystemRow>[] = [
  {
    key: 'name',
    title: '指标体系',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 280,
  },
  { key: 'kind', title: '考核对象', text: ({ kind }) => subjectKindLabels[kind], width: 110 },
  {
    key: 'version',
    title: '版本',
    text: ({ versionNumber }) => `第 ${String(versionNumber)} 版`,
    compare: (a, b) => a.versionNumber - b.versionNumber,
    searched: false,
    width: 90,
  },
  {
    key: 'standing',
    title: '状态',
    text: (row) => standingOf(row).word,
    cell: (row) => (
      <StatusTag tone={standingOf(row).tone}>
        {row.problems > 0 && !row.frozen
          ? `${standingOf(row).word} ${String(row.problems)} 处`
          : standingOf(row).word}
      </StatusTag>
    ),
    width: 130,
  },
  {
    key: 'size',
    title: '规模',
    text: ({ dimensions, indicators }) => `${String(dimensions)} 个维度、${String(indicators)} 项指标`,
    compare: (a, b) => a.indicators - b.indicators,
    searched: false,
    width: 170,
  },
  {
    key: 'cycles',
    title: '用于考核',
    text: ({ cycles }) => (cycles === 0 ? '未使用' : `${String(cycles)} 次`),
    compare: (a, b) => a.cycles - b.cycles,
    searched: false,
    width: 100,
  },
  {
    key: 'saved',
    title: '上次保存',
    text: ({ savedAt, savedBy }) => `${savedBy} ${formatInstant(savedAt)}`,
    compare: (a, b) => a.savedAt.localeCompare(b.savedAt),
    searched: false,
    width: 220,
  },
];

const filters: readonly ListFilter<SystemRow>[] = [
  {
    key: 'kind',
    label: '考核对象',
    options: subjectKindSchema.options.map((value) => ({ value, label: subjectKindLabels[value] })),
    of: ({ kind }) => kind,
  },
  {
    key: 'standing',
    label: '状态',
    options: Object.values(standings).map(({ key, word }) => ({ value: key, label: word })),
    of: (row) => standingOf(row).key,
  },
];

/** The school's indicator systems. */
export const IndicatorsPage = (): ReactNode => {
  const systems = useCall('evaluation.systems', {});
  return <Loaded query={systems}>{(data) => <SystemList systems={data.systems} />}</Loaded>;
};

const SystemList = ({ systems }: { systems: readonly SystemRow[] }): ReactNode => {
  const navigate = useNavigate();
  const mayWrite = useCan()('standards.write');
  const [creating, setCreating] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [importing, setImporting] = useState(false);
  const taking = useListExport('evaluation.exportSystems');
  const list = useList({
    name: 'evaluation.systems',
    rows: systems,
    columns,
    filters,
    sort: { key: 'name', descending: false },
  });
  const actions = mayWrite && (
    <Space wrap>
      <Button icon={<PlusOutlined />} onClick={() => setCreating(true)}>
        新建空白
      </Button>
      <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
        从 Excel 新建
      </Button>
      <Button type="primary" icon={<BookOutlined />} onClick={() => setChoosing(true)}>
        从库中采用
      </Button>
    </Space>
  );
  return (
    <>
      <ListPage
        of={list}
        title="指标体系"
        unit="套"
        {...taking}
        actions={actions}
        searchHint="名称、考核对象"
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/evaluation/indicators/${id}`)}
        empty={
          <EmptyState
            title="还没有指标体系"
            about="指标体系写明考核看什么、各占多少、怎样评分。库里有现成的几套，采用后可以按学校情况修改。"
            actions={actions}
          />
        }
      />
      <CreateSystemDialog open={creating} onClose={() => setCreating(false)} />
      {importing && (
        <BookDrawer
          systemId={null}
          onClose={() => setImporting(false)}
          onTaken={({ system }) => void navigate(`/evaluation/indicators/${system.id}`)}
        />
      )}
      <LibraryDrawer open={choosing} onClose={() => setChoosing(false)} />
    </>
  );
};
