import './data.css';
import { Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { DataPreview, DataTable } from '../../../../shared/features/evaluation/data/views.ts';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { useCall } from '../../../app/calls.ts';

type Column = DataPreview['columns'][number];
type Meaning = Column['meaning'];

const keyOf = (meaning: Meaning): string =>
  meaning.kind === 'field' ? `field:${meaning.name}` : meaning.kind;
const meaningOf = (key: string): Meaning => {
  if (key.startsWith('field:')) return { kind: 'field', name: key.slice('field:'.length) };
  return key === 'number' || key === 'name' ? { kind: key } : { kind: 'ignored' };
};

/** What each column of the table is; guessed by its head, by what was said of it earlier, and changed here. */
export const ImportColumns = ({
  columns,
  table,
  kind,
  onChange,
}: {
  readonly columns: readonly Column[];
  readonly table: DataTable;
  readonly kind: SubjectKind;
  readonly onChange: (columns: readonly Column[]) => void;
}): ReactNode => {
  const offered = useCall('evaluation.dataFields', { kind });
  const needed = new Set(table.columns.filter(({ known }) => known).map(({ field }) => field.name));
  const others = (offered.data?.fields ?? [])
    .map(({ field }) => field.name)
    .filter((name) => !needed.has(name));
  const percents = new Set(
    [...table.columns.map(({ field }) => field), ...(offered.data?.fields ?? []).map(({ field }) => field)]
      .filter(({ unit }) => unit === '%')
      .map(({ name }) => name),
  );
  const option = (name: string): { value: string; label: string } => ({
    value: `field:${name}`,
    label: name,
  });
  const options = [
    {
      label: '这一行是谁',
      options: [
        { value: 'number', label: '工号、学籍号或编号' },
        { value: 'name', label: '姓名或名称' },
      ],
    },
    { label: '公式要用的数据', options: [...needed].map(option) },
    ...(others.length > 0 ? [{ label: '其他数据', options: others.map(option) }] : []),
    { label: '其他', options: [{ value: 'ignored', label: '不导入' }] },
  ];
  const set = (column: Column, change: Partial<Pick<Column, 'meaning' | 'shares'>>): void =>
    onChange(columns.map((one) => (one === column ? { ...one, ...change } : one)));
  return (
    <div className="mz-import-columns">
      <table>
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">表头</th>
            <th scope="col">前几个数</th>
            <th scope="col">是什么</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.column} className={column.meaning.kind === 'ignored' ? 'mz-import-ignored' : ''}>
              <td>{column.letters}</td>
              <td>{column.head}</td>
              <td className="mz-muted">{column.samples.join('、')}</td>
              <td>
                <Select
                  size="small"
                  style={{ width: 190 }}
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={`“${column.head}”这一列是什么`}
                  value={keyOf(column.meaning)}
                  options={options}
                  onChange={(key) => set(column, { meaning: meaningOf(key), shares: null })}
                />
                {column.remembered && column.meaning.kind !== 'ignored' && (
                  <span className="mz-muted"> 按上次的说明</span>
                )}
                {column.meaning.kind === 'field' &&
                  percents.has(column.meaning.name) &&
                  (column.undecided || column.shares !== null) && (
                    <div className={column.undecided ? 'mz-import-ask' : ''}>
                      {column.undecided ? '这些数都不大于 1，是：' : '这些数是：'}
                      <Radio.Group
                        size="small"
                        aria-label={`“${column.head}”的数怎么看`}
                        value={column.shares}
                        options={[
                          { value: true, label: '小数（0.925 即 92.5%）' },
                          { value: false, label: '百分数（0.925 即 0.925%）' },
                        ]}
                        onChange={(event) => set(column, { shares: event.target.value === true })}
                      />
                    </div>
                  )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
