import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ListExport } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListPage } from '../../../ui/list/list-page.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

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
  /** For those who may change standards: the button in the head, and the drawer that it opens. */
  readonly create?: { readonly label: string; readonly drawer: (close: () => void) => ReactNode };
  /** Excel of what is seen. */
  readonly exporting?: ListExport;
  /** Between the head and the tools. */
  readonly children?: ReactNode;
  readonly drawer: (row: T, close: () => void) => ReactNode;
}

/** A list of the school's standards; a row opens in a drawer. */
export const StandardList = <T extends { readonly id: string }>(props: StandardListProps<T>): ReactNode => {
  const may = useCan()('standards.write');
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const list = useList({
    name: props.name,
    rows: props.rows,
    columns: props.columns,
    filters: props.filters,
  });
  const opened = props.rows.find(({ id }) => id === openedId);
  const create = may && props.create && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {props.create.label}
    </Button>
  );
  return (
    <>
      <ListPage<T>
        of={list}
        title={props.title}
        unit="项"
        about={props.about}
        actions={create}
        searchHint={props.searchHint}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpenedId(id)}
        {...(props.exporting ?? {})}
        empty={
          <EmptyState title={`还没有${props.title}`} about="这里列出学校自己的标准。" actions={create} />
        }
      >
        {props.children}
      </ListPage>
      {opened && props.drawer(opened, () => setOpenedId(null))}
      {creating && props.create?.drawer(() => setCreating(false))}
    </>
  );
};
