import { Button, Radio, Space, Table } from 'antd';
import type { ReactNode } from 'react';
import type { BookConflict, TakenFrom } from '../../../../shared/features/evaluation/files/preview.ts';

/** Scores that differ from those on screen, side by side: one is taken, cell by cell or for all at once. */
export const ConflictTable = ({
  conflicts,
  taken,
  onTake,
}: {
  readonly conflicts: readonly (BookConflict & { readonly rater: string })[];
  readonly taken: ReadonlyMap<string, TakenFrom>;
  readonly onTake: (keys: readonly string[], take: TakenFrom) => void;
}): ReactNode => {
  const keys = conflicts.map(({ key }) => key);
  const open = keys.filter((key) => !taken.has(key)).length;
  return (
    <>
      <Space wrap style={{ marginBottom: 12 }}>
        <span>
          发放以后又有人在系统里改过这些分数。{open > 0 ? `还有 ${String(open)} 个没有选择。` : '都已选择。'}
        </span>
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
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        columns={[
          { title: '评分人', dataIndex: 'rater' },
          { title: '对象', dataIndex: 'subject' },
          { title: '指标', dataIndex: 'indicator' },
          { title: '文件里', dataIndex: 'inFile', align: 'right' },
          { title: '系统里', dataIndex: 'onScreen', align: 'right' },
          { title: '系统里由谁填写', render: (_value, { entered }) => entered || '—' },
          {
            title: '采用',
            render: (_value, { key, subject, indicator }) => (
              <Radio.Group
                size="small"
                optionType="button"
                aria-label={`${subject} ${indicator} 采用`}
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
