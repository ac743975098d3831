import './data.css';
import { Checkbox, Table } from 'antd';
import type { ReactNode } from 'react';
import type { ExamPreview } from '../../../../shared/features/evaluation/data/exam-views.ts';

type Group = ExamPreview['groups'][number];

/** The figures that marks come to, subject by subject, and which of them to write. */
export const ExamFigures = ({
  fields,
  groups,
  needed,
  chosen,
  onChoose,
}: {
  readonly fields: readonly string[];
  readonly groups: readonly Group[];
  /** Fields that formulas of the cycle use. */
  readonly needed: ReadonlySet<string>;
  readonly chosen: readonly string[];
  readonly onChoose: (fields: readonly string[]) => void;
}): ReactNode => (
  <>
    <Checkbox.Group
      value={[...chosen]}
      options={fields.map((field) => ({
        value: field,
        label: needed.has(field) ? `${field}（公式要用）` : field,
      }))}
      onChange={onChoose}
    />
    <Table
      size="small"
      rowKey="subjectId"
      dataSource={[...groups]}
      pagination={{ pageSize: 10, hideOnSinglePage: true }}
      columns={[
        { title: '对象', dataIndex: 'name' },
        ...chosen.map((field) => ({
          title: field,
          align: 'right' as const,
          render: (_value: unknown, { figures }: Group) => {
            const figure = figures.find((one) => one.field === field);
            if (!figure) return <span className="mz-muted">—</span>;
            const differs = figure.onScreen !== '' && figure.onScreen !== figure.value;
            return (
              <span title={figure.words}>
                {figure.value}
                {differs && <span className="mz-exam-before">系统里是 {figure.onScreen}</span>}
              </span>
            );
          },
        })),
      ]}
    />
  </>
);
