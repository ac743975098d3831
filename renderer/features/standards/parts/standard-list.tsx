import { useState, type ReactNode } from 'react';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListPage } from '../../../ui/list/list-page.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { ListExport } from './use-export.ts';

export const EnabledTag = ({ enabled }: { enabled: boolean }): ReactNode => (
  <StatusTag tone={enabled ? 'done' : 'stopped'}>{enabled ? '在用' : '已停用'}</StatusTag>
);

export const standingFilter: ListFilter<{ readonly enabled: boolean }> = {
  key: 'enabled',
  label: '状态',
  options: [
    { value: 'on', label: '在用' },
    { value: 'off', label: '已停用' },
  ],
  of: ({ enabled }) => (enabled ? 'on' : 'off'),
};

export interface StandardListProps<T> {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly searchHint: string;
  readonly rows: readonly T[];
  readonly columns: readonly ListColumn<T>[];
  readonly filters: readonly ListFilter<T>[];
  readonly actions?: ReactNode;
  /** Excel of what is seen. */
  readonly exporting?: ListExport;
  /** Between the head and the tools. */
  readonly children?: ReactNode;
  readonly drawer: (row: T, close: () => void) => ReactNode;
}

/** A list of the school's standards; a row opens in a drawer. */
export const StandardList = <T extends { readonly id: string }>(props: StandardListProps<T>): ReactNode => {
  const [openedId, setOpenedId] = useState<string | null>(null);
  const list = useList({
    name: props.name,
    rows: props.rows,
    columns: props.columns,
    filters: props.filters,
  });
  const opened = props.rows.find(({ id }) => id === openedId);
  return (
    <>
      <ListPage<T>
        of={list}
        title={props.title}
        unit="项"
        about={props.about}
        actions={props.actions}
        searchHint={props.searchHint}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpenedId(id)}
        {...(props.exporting ? { onExport: props.exporting.run, exporting: props.exporting.running } : {})}
        empty={
          <EmptyState
            title={`还没有${props.title}`}
            about="这里列出学校自己的标准。"
            actions={props.actions}
          />
        }
      >
        {props.children}
      </ListPage>
      {opened && props.drawer(opened, () => setOpenedId(null))}
    </>
  );
};
