import './list.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '../feedback/empty-state.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { ListTools } from './list-tools.tsx';
import { RecordTable } from './record-table.tsx';
import type { ListHandle } from './use-list.ts';

export interface ListPageProps<T> {
  readonly of: ListHandle<T>;
  readonly title: string;
  /** Measure word: 人, 项, 件. */
  readonly unit: string;
  readonly about?: ReactNode;
  /** Buttons in the head, the primary one last. */
  readonly actions?: ReactNode;
  readonly searchHint: string;
  readonly rowKey: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  /** Exports the rows given, which are those in view in their order. */
  readonly onExport?: (rows: readonly T[]) => void;
  readonly exporting?: boolean;
  /** Acts on the ticked rows; with it rows can be ticked. `done` clears the ticks. */
  readonly bulk?: (rows: readonly T[], done: () => void) => ReactNode;
  /** Shown while the list has no rows at all: teaches the next step. */
  readonly empty: ReactNode;
  /** Between the head and the tools: notices, tabs. */
  readonly children?: ReactNode;
}

/** A list, the same everywhere: head, search, filters, columns, export, table, bulk acts, empty states. */
export const ListPage = <T extends object>(props: ListPageProps<T>): ReactNode => {
  const { of, bulk, onExport } = props;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const marked = new Set(ticked);
  const chosen = ticked.length === 0 ? [] : of.all.filter((row) => marked.has(props.rowKey(row)));
  return (
    <>
      <PageHeader
        title={props.title}
        count={of.narrowed ? of.shown.length : of.all.length}
        unit={
          of.narrowed
            ? `${props.unit}（共 ${of.all.length.toLocaleString('zh-CN')} ${props.unit}）`
            : props.unit
        }
        about={props.about}
        actions={props.actions}
      />
      {props.children}
      {of.all.length === 0 ? (
        props.empty
      ) : (
        <>
          <ListTools
            of={of}
            searchHint={props.searchHint}
            onExport={onExport && (() => onExport(of.shown))}
            exporting={props.exporting ?? false}
          />
          {bulk && chosen.length > 0 && (
            <div className="mz-list-bulk" role="status">
              <span>
                已选 {chosen.length} {props.unit}
              </span>
              {bulk(chosen, () => setTicked([]))}
              <Button type="link" size="small" onClick={() => setTicked([])}>
                取消选择
              </Button>
            </div>
          )}
          {of.shown.length === 0 ? (
            <EmptyState
              title="没有符合条件的内容"
              about="换一个词，或清除筛选条件再看。"
              actions={<Button onClick={of.clear}>清除条件</Button>}
            />
          ) : (
            <RecordTable
              of={of}
              rowKey={props.rowKey}
              onOpen={props.onOpen}
              label={props.title}
              {...(bulk ? { selected: ticked, onSelect: setTicked } : {})}
            />
          )}
        </>
      )}
    </>
  );
};
