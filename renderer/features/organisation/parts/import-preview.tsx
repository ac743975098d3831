import { Alert, Checkbox, Table, Tabs } from 'antd';
import type { ReactNode } from 'react';
import type {
  ImportPreview,
  ImportProblem,
  ImportRow,
  RosterKind,
} from '../../../../shared/features/organisation/import.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const kinds = {
  new: { tone: 'praise', label: '新增' },
  changed: { tone: 'due', label: '更新' },
  same: { tone: 'info', label: '不变' },
} as const satisfies Record<ImportRow['kind'], { tone: StatusTone; label: string }>;

const missingLabels = { department: '部门', post: '岗位', class: '班级', course: '学科' } as const;

/** What the lines of each kind of file are, and what they are called by. */
const words = {
  staff: { unit: '人', number: '编号', name: '姓名', made: '部门、岗位或班级' },
  pupils: { unit: '人', number: '编号', name: '姓名', made: '部门、岗位或班级' },
  teachings: { unit: '项', number: '班级', name: '学科', made: '学科' },
} as const satisfies Record<RosterKind, unknown>;

export interface ImportPreviewPanelProps {
  readonly preview: ImportPreview;
  readonly createMissing: boolean;
  /** Reads the file again, with or without making what it names anew. */
  readonly onCreateMissing: (create: boolean) => void;
}

/** Exactly what an import will do: figures, every row, and what is wrong, cell by cell. */
export const ImportPreviewPanel = ({
  preview,
  createMissing,
  onCreateMissing,
}: ImportPreviewPanelProps): ReactNode => {
  const { counts, unknown, problems, rows, ignored, kind } = preview;
  const { unit } = words[kind];
  const figures: readonly (readonly [string, number])[] = [
    ['读到', counts.rows],
    ['新增', counts.created],
    ['更新', counts.changed],
    ['不变', counts.same],
    ['表中没有（保持原样）', counts.absent],
  ];
  return (
    <>
      <dl className="mz-record-facts">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value.toLocaleString('zh-CN')} {unit}
            </dd>
          </div>
        ))}
      </dl>
      {counts.problems > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ marginBlock: 12 }}
          title={`有 ${String(counts.problems)} 处错误，现在不能导入。请在 Excel 里改正后重新选择文件${
            unknown.length > 0 ? `；学校还没有的${words[kind].made}，也可以勾选一并建立` : ''
          }。`}
        />
      )}
      {counts.problems === 0 && counts.created + counts.changed === 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBlock: 12 }}
          title={`表中的内容与${kind === 'teachings' ? '现有任课' : '名册'}完全一致，没有要写入的。`}
        />
      )}
      {unknown.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlock: 12 }}
          title={`表中有学校还没有的${[...new Set(unknown.map(({ kind }) => missingLabels[kind]))].join('、')}：${unknown
            .map(({ name, rows: count }) => `${name}（${String(count)} ${unit}）`)
            .join('、')}`}
          description={
            <Checkbox checked={createMissing} onChange={(event) => onCreateMissing(event.target.checked)}>
              导入时一并建立
            </Checkbox>
          }
        />
      )}
      {ignored.length > 0 && (
        <p className="mz-muted" style={{ marginTop: 12 }}>
          没有读入的列：{ignored.join('、')}。
          {kind === 'teachings'
            ? '这些列不是学校的学科，或表头认不出来。'
            : '这些列与名册无关，或表头认不出来。'}
        </p>
      )}
      <Tabs
        defaultActiveKey={counts.problems > 0 ? 'problems' : 'rows'}
        items={[
          ...(problems.length > 0
            ? [
                {
                  key: 'problems',
                  label: `错误 ${String(counts.problems)}`,
                  children: <Problems problems={problems} />,
                },
              ]
            : []),
          { key: 'rows', label: '将要写入的内容', children: <Rows kind={kind} rows={rows} /> },
        ]}
      />
    </>
  );
};

const Problems = ({ problems }: { problems: readonly ImportProblem[] }): ReactNode => (
  <Table
    size="small"
    rowKey={(row) => `${row.sheet} ${row.cell} ${row.message}`}
    dataSource={[...problems]}
    pagination={{ pageSize: 10, hideOnSinglePage: true }}
    columns={[
      { title: '工作表', dataIndex: 'sheet' },
      { title: '单元格', dataIndex: 'cell' },
      { title: '列', dataIndex: 'column' },
      { title: '现在的内容', render: (_value, { value }) => (value === '' ? '（空）' : value) },
      { title: '问题和改法', dataIndex: 'message' },
    ]}
  />
);

const Rows = ({ kind: of, rows }: { kind: RosterKind; rows: readonly ImportRow[] }): ReactNode => (
  <Table
    size="small"
    rowKey={({ row, number, name }) => `${String(row)} ${number} ${name}`}
    dataSource={[...rows]}
    pagination={{ pageSize: 10, hideOnSinglePage: true }}
    locale={{ emptyText: '没有可以写入的内容' }}
    columns={[
      { title: '行', dataIndex: 'row', width: 70 },
      { title: words[of].number, dataIndex: 'number' },
      { title: words[of].name, dataIndex: 'name' },
      {
        title: '处理',
        render: (_value, { kind }) => <StatusTag tone={kinds[kind].tone}>{kinds[kind].label}</StatusTag>,
      },
      {
        title: '内容',
        render: (_value, { kind, changes }) =>
          changes
            .filter(({ after }) => after !== '' || of === 'teachings')
            .map(({ label, before, after }) =>
              kind === 'new'
                ? `${label} ${after}`
                : `${label}：${before === '' ? '（空）' : before} → ${after === '' ? '（无）' : after}`,
            )
            .join('；') || '—',
      },
    ]}
  />
);
