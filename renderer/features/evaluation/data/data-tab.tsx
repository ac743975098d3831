import './data.css';
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DataTable } from '../../../../shared/features/evaluation/data/views.ts';
import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { DataGrid } from './data-grid.tsx';
import { FieldsDrawer } from './fields-drawer.tsx';
import { ImportDrawer } from './import-drawer.tsx';
import { ImportsList } from './imports-list.tsx';

/** 数据: what feeds the formulas of a cycle, subject by subject, and what is missing. */
export const DataTab = ({
  cycleId,
  kind,
}: {
  readonly cycleId: string;
  readonly kind: SubjectKind;
}): ReactNode => {
  const table = useCall('evaluation.dataTable', { cycleId });
  return <Loaded query={table}>{(found) => <Data table={found} kind={kind} />}</Loaded>;
};

const Data = ({ table, kind }: { table: DataTable; kind: SubjectKind }): ReactNode => {
  const can = useCan();
  const { cycleId, columns, rows, formulas, mayEnter, why, imports } = table;
  const [open, setOpen] = useState<'import' | 'fields' | null>(null);
  const template = useFileCommand('evaluation.dataTemplate', ({ name }) => `已导出“${name}”`);
  const exported = useFileCommand('evaluation.exportData', ({ name }) => `已导出“${name}”`);
  const unknown = columns.filter(({ known }) => !known);
  const ready = rows.filter(({ missing }) => missing.length === 0).length;
  if (rows.length === 0)
    return (
      <EmptyState
        title="还没有考核对象"
        about="先在“对象”里选定考核对象，这里就每个对象一行，列出公式要用的数据。"
      />
    );
  return (
    <section className="mz-data">
      <div className="mz-data-head">
        <p>
          <b>
            {ready} / {rows.length}
          </b>{' '}
          个对象的数据已齐。数据一到，公式指标随即计算；缺的写明缺什么，不当作 0。
        </p>
        <div className="mz-data-tools">
          {mayEnter && (
            <Button type="primary" icon={<UploadOutlined />} onClick={() => setOpen('import')}>
              导入 Excel
            </Button>
          )}
          <Button
            icon={<DownloadOutlined />}
            loading={template.isPending}
            onClick={() => template.mutate({ cycleId })}
          >
            下载数据表模板
          </Button>
          {can('evaluation.export') && (
            <Button loading={exported.isPending} onClick={() => exported.mutate({ cycleId })}>
              导出数据
            </Button>
          )}
          <Button onClick={() => setOpen('fields')}>数据字段</Button>
        </div>
      </div>
      {why !== '' && <Alert type="info" showIcon title={why} />}
      {unknown.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`公式用到的“${unknown.map(({ field }) => field.name).join('”“')}”不是已有的数据字段，所以填不进数据。`}
          description="请在“数据字段”里添加同名的数据，或者在指标的新版本里改正公式。"
        />
      )}
      <details className="mz-data-formulas">
        <summary>{formulas.length} 个公式指标</summary>
        <ul>
          {formulas.map(({ indicatorId, name, expression, fullMarks }) => (
            <li key={indicatorId}>
              {name} = <span className="mz-formula-text">{expression}</span>
              <span className="mz-muted">（满分 {formatDecimal(fullMarks)}）</span>
            </li>
          ))}
        </ul>
      </details>
      <DataGrid
        key={`${String(mayEnter)} ${columns.map(({ field }) => field.name).join(' ')}`}
        table={table}
      />
      {imports.length > 0 && <ImportsList imports={imports} mayUndo={mayEnter} />}
      {open === 'import' && <ImportDrawer table={table} kind={kind} onClose={() => setOpen(null)} />}
      {open === 'fields' && <FieldsDrawer kind={kind} onClose={() => setOpen(null)} />}
    </section>
  );
};
