import './data.css';
import { Alert, Button, Checkbox, Select, Space, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelInput, ChannelOutput } from '../../../../shared/channels.ts';
import type { DataPreview, DataTable } from '../../../../shared/features/evaluation/data/views.ts';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportConflicts, ImportProblems } from './import-tables.tsx';

type Layout = ChannelInput<'evaluation.previewData'>['layout'];
type Taken = 'file' | 'screen';

interface ImportPreviewProps {
  readonly first: DataPreview;
  readonly table: DataTable;
  readonly kind: SubjectKind;
  readonly onAgain: () => void;
  readonly onApplied: (done: ChannelOutput<'evaluation.applyData'>) => void;
}

const layoutOf = ({ sheet, headRow, columns, round }: DataPreview): Layout => ({
  sheet,
  headRow,
  round,
  columns: columns.map(({ column, meaning, shares }) => ({ column, meaning, shares })),
});

/** The columns as they are chosen here, also while the answer to the last choice is still on its way. */
const chosenColumns = ({ columns }: DataPreview, layout: Layout | null): DataPreview['columns'] => {
  const said = layout?.columns;
  return said
    ? columns.map((one) => ({ ...one, ...said.find(({ column }) => column === one.column) }))
    : columns;
};

/** What a workbook would do, and every choice that decides it; nothing is written before the last button. */
export const ImportPreview = ({ first, table, kind, onAgain, onApplied }: ImportPreviewProps): ReactNode => {
  const [layout, setLayout] = useState<Layout | null>(null);
  const [taken, setTaken] = useState<ReadonlyMap<string, Taken>>(new Map());
  const [withoutProblems, setWithoutProblems] = useState(false);
  const looked = useCall(
    'evaluation.previewData',
    { token: first.token, layout: layout ?? layoutOf(first) },
    { enabled: layout !== null, keepPrevious: true, staleTime: 0 },
  );
  const shown = layout === null ? first : (looked.data ?? first);
  const apply = useCommand('evaluation.applyData', { onSuccess: onApplied });
  const { counts, conflicts, problems, skipped, refused } = shown;
  const columns = chosenColumns(shown, layout);
  const open = conflicts.filter(({ key }) => !taken.has(key)).length;
  const undecided = columns.some((column) => column.undecided);
  const figures: readonly (readonly [string, number])[] = [
    ['认出的对象', counts.rows],
    ['新写入', counts.fresh],
    ['与系统里不一致', counts.conflicts],
    ['与系统里相同', counts.same],
    ['空着', counts.blank],
    ['有误', counts.problems],
  ];
  const heads = shown.sheets.find(({ name }) => name === shown.sheet)?.heads ?? [];
  const current = layout?.columns ? layout : { ...layoutOf(shown), ...(layout && { round: layout.round }) };
  const change = (next: Partial<Layout>): void => setLayout({ ...current, ...next });
  const busy = looked.isFetching;
  return (
    <div className="mz-import">
      <p>
        <b>{shown.file}</b>
      </p>
      <div className="mz-data-tools">
        <label>
          工作表{' '}
          <Select
            style={{ minWidth: 140 }}
            value={shown.sheet}
            aria-label="工作表"
            options={shown.sheets.map(({ name }) => ({ value: name, label: name }))}
            onChange={(sheet) => {
              const row = shown.sheets.find(({ name }) => name === sheet)?.heads[0]?.row ?? 1;
              change({ sheet, headRow: row, columns: null });
            }}
          />
        </label>
        <label>
          表头{' '}
          <Select
            style={{ width: 380 }}
            value={shown.headRow}
            aria-label="表头所在的行"
            options={heads.map(({ row, text }) => ({ value: row, label: `第 ${String(row)} 行　${text}` }))}
            onChange={(headRow) => change({ headRow, columns: null })}
          />
        </label>
        <Checkbox checked={current.round} onChange={(event) => change({ round: event.target.checked })}>
          小数过多时四舍五入
        </Checkbox>
      </div>
      <ImportColumns
        columns={columns}
        table={table}
        kind={kind}
        onChange={(next) =>
          change({ columns: next.map(({ column, meaning, shares }) => ({ column, meaning, shares })) })
        }
      />
      {looked.error && <ErrorNotice problem={looked.error} />}
      {refused !== '' && <Alert type="warning" showIcon role="alert" title={refused} />}
      <dl className="mz-record-facts">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value.toLocaleString('zh-CN')}</dd>
          </div>
        ))}
      </dl>
      {skipped.length > 0 && (
        <p className="mz-muted">
          没有当作对象的行：{skipped.slice(0, 6).join('，')}
          {skipped.length > 6 && `等 ${String(skipped.length)} 行`}
        </p>
      )}
      {counts.problems > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={`有 ${String(counts.problems)} 处不能写入，请在文件里改正后重新选择。`}
          description={
            <Checkbox
              checked={withoutProblems}
              onChange={(event) => setWithoutProblems(event.target.checked)}
            >
              先导入其余正确的数据，有误的不写入
            </Checkbox>
          }
        />
      )}
      {(counts.problems > 0 || conflicts.length > 0) && (
        <Tabs
          items={[
            ...(counts.problems > 0
              ? [
                  {
                    key: 'problems',
                    label: `有误 ${String(counts.problems)}`,
                    children: <ImportProblems problems={problems} />,
                  },
                ]
              : []),
            ...(conflicts.length > 0
              ? [
                  {
                    key: 'conflicts',
                    label: `不一致 ${String(conflicts.length)}`,
                    children: (
                      <ImportConflicts
                        conflicts={conflicts}
                        taken={taken}
                        onTake={(keys, take) =>
                          setTaken((held) => new Map([...held, ...keys.map((key) => [key, take] as const)]))
                        }
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {apply.error && <ErrorNotice problem={apply.error} />}
      <Space wrap>
        <Button
          type="primary"
          loading={apply.isPending || busy}
          disabled={
            refused !== '' ||
            undecided ||
            open > 0 ||
            counts.fresh + counts.conflicts === 0 ||
            (counts.problems > 0 && !withoutProblems)
          }
          onClick={() =>
            apply.mutate({
              token: first.token,
              seen: shown.seen,
              layout: current,
              conflicts: null,
              choices: conflicts.flatMap(({ key }) => {
                const take = taken.get(key);
                return take ? [{ key, take }] : [];
              }),
              withoutProblems,
            })
          }
        >
          确认导入
        </Button>
        <Button onClick={onAgain}>重新选择文件</Button>
        {undecided && <span className="mz-muted">有的列还没有说明是百分数还是小数</span>}
        {open > 0 && <span className="mz-muted">还有 {open} 个不一致的数没有选择</span>}
      </Space>
    </div>
  );
};
