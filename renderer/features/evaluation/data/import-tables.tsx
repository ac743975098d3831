import { Button, Radio, Space, Table } from 'antd';
import type { ReactNode } from 'react';
import type { DataPreview } from '../../../../shared/features/evaluation/data/views.ts';

type Taken = 'file' | 'screen';

/** Every cell that cannot be written, with what stands in it and what is allowed. */
export const ImportProblems = ({ problems }: { readonly problems: DataPreview['problems'] }): ReactNode => (
  <Table
    size="small"
    rowKey={(row) => `${row.sheet} ${row.cell} ${row.field} ${row.message}`}
    dataSource={[...problems]}
    pagination={{ pageSize: 8, hideOnSinglePage: true }}
    columns={[
      { title: '工作表', dataIndex: 'sheet', width: 120 },
      { title: '单元格', dataIndex: 'cell', width: 76 },
      { title: '对象', dataIndex: 'subject', width: 120 },
      { title: '数据', width: 96, render: (_value, { field }) => field || '（是谁）' },
      { title: '现在的内容', width: 120, render: (_value, { value }) => value || '（空）' },
      { title: '问题和改法', dataIndex: 'message' },
    ]}
  />
);

/** Figures that differ from those on record, side by side, and which to take. */
export const ImportConflicts = ({
  conflicts,
  taken,
  onTake,
}: {
  readonly conflicts: DataPreview['conflicts'];
  readonly taken: ReadonlyMap<string, Taken>;
  readonly onTake: (keys: readonly string[], take: Taken) => void;
}): ReactNode => {
  const keys = conflicts.map(({ key }) => key);
  return (
    <>
      <Space wrap style={{ marginBottom: 8 }}>
        <Button size="small" onClick={() => onTake(keys, 'file')}>
          全部用文件里的
        </Button>
        <Button size="small" onClick={() => onTake(keys, 'screen')}>
          全部保留系统里的
        </Button>
      </Space>
      <Table
        size="small"
        rowKey="key"
        dataSource={[...conflicts]}
        pagination={{ pageSize: 8, hideOnSinglePage: true }}
        columns={[
          { title: '对象', dataIndex: 'subject' },
          { title: '数据', dataIndex: 'field' },
          { title: '单元格', dataIndex: 'cell' },
          { title: '文件里', dataIndex: 'inFile', align: 'right' },
          { title: '系统里', dataIndex: 'onScreen', align: 'right' },
          { title: '系统里的来源', dataIndex: 'source' },
          {
            title: '采用',
            render: (_value, { key, subject, field }) => (
              <Radio.Group
                size="small"
                optionType="button"
                aria-label={`${subject} ${field} 采用`}
                value={taken.get(key) ?? null}
                onChange={(event) => onTake([key], event.target.value === 'file' ? 'file' : 'screen')}
                options={[
                  { value: 'file', label: '文件' },
                  { value: 'screen', label: '系统' },
                ]}
              />
            ),
          },
        ]}
      />
    </>
  );
};
