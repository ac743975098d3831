import './list.css';
import { Table } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ListHandle } from './use-list.ts';

export interface RecordTableProps<T> {
  readonly of: ListHandle<T>;
  readonly rowKey: (row: T) => string;
  /** Opens the record: a click on the row, or Enter. */
  readonly onOpen?: ((row: T) => void) | undefined;
  /** With it rows can be ticked; holds the keys of those that are. */
  readonly selected?: readonly string[] | undefined;
  readonly onSelect?: ((keys: readonly string[]) => void) | undefined;
  /** How a screen reader names the table. */
  readonly label: string;
}

const PAGE_SIZE = 50;

/** The rows of a list. One row takes part in the tab order; arrows go on from there, Enter opens, space ticks. */
export const RecordTable = <T extends object>({
  of,
  rowKey,
  onOpen,
  selected,
  onSelect,
  label,
}: RecordTableProps<T>): ReactNode => {
  const [current, setCurrent] = useState(0);
  const { sort } = of.state;

  const toggle = (key: string): void => {
    if (!selected || !onSelect) return;
    onSelect(selected.includes(key) ? selected.filter((one) => one !== key) : [...selected, key]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: T): void => {
    if (event.target !== event.currentTarget) return;
    const line = event.currentTarget;
    const step =
      event.key === 'ArrowDown'
        ? 'nextElementSibling'
        : event.key === 'ArrowUp'
          ? 'previousElementSibling'
          : null;
    if (step) {
      const next = line[step];
      if (next instanceof HTMLElement && next.hasAttribute('data-row-key')) {
        event.preventDefault();
        next.focus();
      }
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault();
      onOpen(row);
    } else if (event.key === ' ' && onSelect) {
      event.preventDefault();
      toggle(rowKey(row));
    }
  };

  const rowsOnPage = Math.min(PAGE_SIZE, of.shown.length);
  const inTabOrder = Math.min(current, Math.max(0, rowsOnPage - 1));

  return (
    <Table<T>
      className="mz-record-table"
      size="medium"
      rowKey={rowKey}
      dataSource={[...of.shown]}
      aria-label={label}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      columns={of.visibleColumns.map((column) => ({
        key: column.key,
        title: column.title,
        ...(column.width === undefined ? {} : { width: column.width }),
        ...(column.align === undefined ? {} : { align: column.align }),
        sorter: true,
        sortOrder:
          sort?.key === column.key ? (sort.descending ? ('descend' as const) : ('ascend' as const)) : null,
        render: (_value: unknown, row: T) => column.cell?.(row) ?? column.text(row),
      }))}
      onChange={(page, _filters, sorter, extra) => {
        if (extra.action === 'paginate') {
          of.set({ page: page.current ?? 1 });
          setCurrent(0);
        }
        if (extra.action === 'sort' && !Array.isArray(sorter)) {
          const key = sorter.columnKey;
          of.set({
            sort:
              sorter.order && typeof key === 'string'
                ? { key, descending: sorter.order === 'descend' }
                : null,
          });
        }
      }}
      pagination={{
        current: of.state.page,
        pageSize: PAGE_SIZE,
        showSizeChanger: false,
        hideOnSinglePage: true,
        showTotal: (total) => `共 ${String(total)} 项`,
      }}
      {...(selected && onSelect
        ? {
            rowSelection: {
              selectedRowKeys: [...selected],
              onChange: (keys) => onSelect(keys.map(String)),
              columnWidth: 40,
            },
          }
        : {})}
      onRow={(row, index) => ({
        tabIndex: index === inTabOrder ? 0 : -1,
        className: onOpen ? 'mz-openable' : '',
        onFocus: () => setCurrent(index ?? 0),
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, row),
        onClick: (event) => {
          // Buttons, links and ticks inside a row do their own work.
          const target = event.target;
          if (
            target instanceof Element &&
            target.closest('a, button, input, label, .ant-table-selection-column')
          )
            return;
          if (window.getSelection()?.toString()) return;
          onOpen?.(row);
        },
      })}
    />
  );
};
