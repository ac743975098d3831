import {
  CloseOutlined,
  ColumnWidthOutlined,
  DownloadOutlined,
  FilterOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { Button, Checkbox, Input, Popover, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import './list.css';
import { useSavedFilters } from './saved-filters.ts';
import { fitsSearch } from './search-text.ts';
import type { ListHandle } from './use-list.ts';

interface ListToolsProps<T> {
  readonly of: ListHandle<T>;
  /** What the search box says it looks through: `姓名、工号、部门`. */
  readonly searchHint: string;
  /** Exports exactly what is seen: rows and columns in view. */
  readonly onExport?: (() => void) | undefined;
  readonly exporting?: boolean;
}

/** Search, filters, columns, export: the row above every list, and the chips of what is set. */
export const ListTools = <T,>({
  of,
  searchHint,
  onExport,
  exporting = false,
}: ListToolsProps<T>): ReactNode => (
  <>
    <div className="mz-list-tools" role="search">
      <Input
        className="mz-list-search"
        allowClear
        prefix={<SearchOutlined />}
        placeholder={searchHint}
        aria-label={`查找：${searchHint}`}
        value={of.state.text}
        onChange={(event) => of.set({ text: event.target.value })}
      />
      {of.filters.length > 0 && (
        <Popover trigger="click" placement="bottomLeft" content={<FilterPanel of={of} />}>
          <Button icon={<FilterOutlined />}>筛选</Button>
        </Popover>
      )}
      <div className="mz-list-tools-right">
        <Popover trigger="click" placement="bottomRight" content={<ColumnPanel of={of} />}>
          <Button icon={<ColumnWidthOutlined />}>列</Button>
        </Popover>
        {onExport && (
          <Button
            icon={<DownloadOutlined />}
            onClick={onExport}
            loading={exporting}
            disabled={of.shown.length === 0}
          >
            导出所见
          </Button>
        )}
      </div>
    </div>
    <Chips of={of} />
  </>
);

const FilterPanel = <T,>({ of }: { of: ListHandle<T> }): ReactNode => (
  <div className="mz-filter-panel">
    {of.filters.map((filter) => (
      <fieldset key={filter.key}>
        <legend>{filter.label}</legend>
        {filter.many === true ? (
          <Select<string[], { value: string; label: string }>
            mode="multiple"
            style={{ width: '100%' }}
            aria-label={filter.label}
            placeholder="输入几个字或拼音首字母"
            notFoundContent="没有找到。"
            options={filter.options.map(({ value, label }) => ({ value, label }))}
            showSearch={{
              filterOption: (typed, option) => option !== undefined && fitsSearch([option.label], typed),
            }}
            value={[...(of.state.filters[filter.key] ?? [])]}
            onChange={(chosen) => of.set({ filters: { ...of.state.filters, [filter.key]: chosen } })}
          />
        ) : (
          <Checkbox.Group
            options={filter.options.map(({ value, label }) => ({ value, label }))}
            value={[...(of.state.filters[filter.key] ?? [])]}
            onChange={(chosen) => of.set({ filters: { ...of.state.filters, [filter.key]: chosen } })}
          />
        )}
      </fieldset>
    ))}
  </div>
);

const ColumnPanel = <T,>({ of }: { of: ListHandle<T> }): ReactNode => (
  <div className="mz-filter-panel">
    <fieldset>
      <legend>显示的列</legend>
      <Checkbox.Group
        options={of.columns.map(({ key, title }, index) => ({
          value: key,
          label: title,
          disabled: index === 0,
        }))}
        value={[...of.state.columns]}
        onChange={(columns) => of.set({ columns, page: of.state.page })}
      />
    </fieldset>
  </div>
);

/** The chosen filters, one chip each, and the searches that were given a name. */
const Chips = <T,>({ of }: { of: ListHandle<T> }): ReactNode => {
  const { saved, save, remove } = useSavedFilters(of.name);
  const [naming, setNaming] = useState<string | null>(null);
  const chips = of.filters.flatMap((filter) =>
    (of.state.filters[filter.key] ?? []).map((value) => ({
      filter,
      value,
      label: filter.options.find((option) => option.value === value)?.label ?? value,
    })),
  );
  if (chips.length === 0 && saved.length === 0 && !of.narrowed) return null;

  const store = (): void => {
    const label = naming?.trim() ?? '';
    if (label === '') return;
    const filters = Object.fromEntries(
      Object.entries(of.state.filters).map(([key, chosen]) => [key, [...chosen]]),
    );
    save({ label, text: of.state.text, filters });
    setNaming(null);
  };

  return (
    <div className="mz-chips" aria-label="筛选条件">
      {chips.map(({ filter, value, label }) => (
        <span className="mz-chip" key={`${filter.key} ${value}`}>
          {filter.label}：{label}
          <button
            type="button"
            aria-label={`去掉筛选 ${filter.label}：${label}`}
            onClick={() =>
              of.set({
                filters: {
                  ...of.state.filters,
                  [filter.key]: (of.state.filters[filter.key] ?? []).filter((one) => one !== value),
                },
              })
            }
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      {of.narrowed && (
        <Button type="link" size="small" onClick={of.clear}>
          清除条件
        </Button>
      )}
      {of.narrowed &&
        (naming === null ? (
          <Button type="link" size="small" onClick={() => setNaming('')}>
            保存为常用
          </Button>
        ) : (
          <Input
            size="small"
            autoFocus
            style={{ width: 160 }}
            placeholder="起个名字，按 Enter"
            aria-label="常用条件的名字"
            maxLength={20}
            value={naming}
            onChange={(event) => setNaming(event.target.value)}
            onPressEnter={store}
            onBlur={() => setNaming(null)}
          />
        ))}
      {saved.map((one) => (
        <span className="mz-chip" key={`saved ${one.label}`}>
          <Button type="link" size="small" onClick={() => of.set({ text: one.text, filters: one.filters })}>
            {one.label}
          </Button>
          <button type="button" aria-label={`删除常用条件 ${one.label}`} onClick={() => remove(one.label)}>
            <CloseOutlined />
          </button>
        </span>
      ))}
    </div>
  );
};
