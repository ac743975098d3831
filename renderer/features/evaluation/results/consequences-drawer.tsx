import './results.css';
import { Drawer } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import type { ConsequenceRow } from '../../../../shared/features/evaluation/results/views.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListTools } from '../../../ui/list/list-tools.tsx';
import { RecordTable } from '../../../ui/list/record-table.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';

const gradeOf = ({ grade }: ConsequenceRow): string => grade ?? UNGRADED;

const columnsOf = (bands: readonly Band[]): readonly ListColumn<ConsequenceRow>[] => [
  {
    key: 'name',
    title: '姓名',
    text: ({ subject }) => subject.name,
    cell: ({ subject }) => <strong>{subject.name}</strong>,
    width: 100,
  },
  { key: 'department', title: '部门', text: ({ subject }) => subject.department || '—', width: 120 },
  {
    key: 'grade',
    title: '等次',
    text: gradeOf,
    cell: (row) =>
      row.grade === null ? (
        <StatusTag tone="stopped">{UNGRADED}</StatusTag>
      ) : (
        <GradeTag bands={bands} grade={row.grade} />
      ),
    width: 110,
  },
  { key: 'before', title: '上一年度', text: ({ before }) => before?.grade ?? '—', width: 100 },
  {
    key: 'lines',
    title: '结果运用',
    text: ({ lines }) => lines.map(({ text }) => text).join('；'),
    cell: ({ lines }) => (
      <ul className="mz-consequence-lines">
        {lines.map(({ text, article }) => (
          <li key={text} title={article}>
            {text}
          </li>
        ))}
      </ul>
    ),
    width: 460,
  },
  {
    key: 'article',
    title: '依据',
    text: ({ lines }) => [...new Set(lines.map(({ article }) => article))].join('、'),
    optional: true,
    width: 260,
  },
];

/** 结果运用一览: what everybody's grade brings with it, article by article. */
export const ConsequencesDrawer = ({
  cycleId,
  bands,
  onClose,
}: {
  cycleId: string;
  bands: readonly Band[];
  onClose: () => void;
}): ReactNode => {
  const consequences = useCall('evaluation.consequenceList', { cycleId });
  return (
    <Drawer open onClose={onClose} size={1040} title="结果运用一览" closable={{ 'aria-label': '关闭' }}>
      <Loaded query={consequences}>
        {({ rows }) => <Consequences cycleId={cycleId} rows={rows} bands={bands} />}
      </Loaded>
    </Drawer>
  );
};

const Consequences = ({
  cycleId,
  rows,
  bands,
}: {
  cycleId: string;
  rows: readonly ConsequenceRow[];
  bands: readonly Band[];
}): ReactNode => {
  const can = useCan();
  const columns = useMemo(() => columnsOf(bands), [bands]);
  const filters = useMemo(
    (): ListFilter<ConsequenceRow>[] => [
      {
        key: 'grade',
        label: '等次',
        options: [...bands.map(({ label }) => label), UNGRADED].map((label) => ({ value: label, label })),
        of: gradeOf,
      },
    ],
    [bands],
  );
  const list = useList({ name: `evaluation.consequences:${cycleId}`, rows, columns, filters });
  const exporting = useFileCommand('evaluation.exportConsequences', ({ name }) => `已导出“${name}”`);
  return (
    <>
      <p className="mz-muted" style={{ marginBottom: 12 }}>
        依据《事业单位工作人员考核规定》（人社部发〔2023〕6号）。连续两年的情形按上一年度已确认的年度考核判断；本年度已因处分降低岗位的，不重复降低。
      </p>
      <ListTools
        of={list}
        searchHint="姓名、部门、等次、处理"
        onExport={
          can('evaluation.export')
            ? () => exporting.mutate({ cycleId, subjectIds: list.shown.map(({ subjectId }) => subjectId) })
            : undefined
        }
        exporting={exporting.isPending}
      />
      <RecordTable of={list} rowKey={({ subjectId }) => subjectId} label="结果运用" />
    </>
  );
};
