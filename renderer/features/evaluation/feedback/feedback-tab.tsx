import './feedback.css';
import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import {
  feedbackStateLabels,
  feedbackStates,
} from '../../../../shared/features/evaluation/feedback/state.ts';
import type { FeedbackList, FeedbackRow } from '../../../../shared/features/evaluation/feedback/views.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { JobFile } from '../../../app/job-file.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListTools } from '../../../ui/list/list-tools.tsx';
import { RecordTable } from '../../../ui/list/record-table.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { GradeTag } from '../parts/grade-tag.tsx';
import { FeedbackStateTag } from './feedback-state.tsx';

/** Everybody of the evaluation, and how far the feedback to each is. */
export const FeedbackTab = ({ cycleId }: { cycleId: string }): ReactNode => {
  const query = useCall('evaluation.feedbacks', { cycleId });
  return <Loaded query={query}>{(list) => <Feedbacks list={list} />}</Loaded>;
};

/** Of people there is always a number or a place; the school and its departments have neither. */
const ofPeople = ({ rows }: FeedbackList): boolean =>
  rows.some(({ subject }) => subject.department !== '' || subject.number !== '');

const columnsOf = (list: FeedbackList): ListColumn<FeedbackRow>[] => [
  {
    key: 'name',
    title: ofPeople(list) ? '姓名' : '名称',
    text: ({ subject }) => subject.name,
    cell: ({ subject }) => <strong>{subject.name}</strong>,
    width: ofPeople(list) ? 130 : 240,
  },
  ...(ofPeople(list)
    ? [
        {
          key: 'number',
          title: '编号',
          text: ({ subject }: FeedbackRow) => subject.number,
          optional: true,
          width: 110,
        },
        {
          key: 'department',
          title: '部门',
          text: ({ subject }: FeedbackRow) => subject.department || '—',
          width: 130,
        },
      ]
    : []),
  {
    key: 'grade',
    title: '等次',
    text: ({ grade }) => grade || '不定等次',
    cell: ({ grade }) => (grade === '' ? '不定等次' : <GradeTag bands={list.bands} grade={grade} />),
    width: 110,
  },
  {
    key: 'total',
    title: '总分',
    text: ({ total }) => (total === null ? '—' : formatResult(total)),
    compare: (a, b) => (a.total ?? -1) - (b.total ?? -1),
    align: 'right',
    searched: false,
    width: 80,
  },
  {
    key: 'state',
    title: '反馈情况',
    text: ({ state }) => feedbackStateLabels[state],
    cell: ({ state }) => <FeedbackStateTag state={state} />,
    compare: (a, b) => feedbackStates.indexOf(a.state) - feedbackStates.indexOf(b.state),
    width: 110,
  },
  {
    key: 'toldOn',
    title: '告知日期',
    text: ({ toldOn }) => (toldOn === null ? '—' : formatDay(toldOn)),
    compare: (a, b) => (a.toldOn ?? '').localeCompare(b.toldOn ?? ''),
    searched: false,
    width: 140,
  },
  {
    key: 'due',
    title: '待办和期限',
    text: ({ due }) => due || '—',
    compare: (a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'),
    width: 250,
  },
];

const Feedbacks = ({ list }: { list: FeedbackList }): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [jobId, setJobId] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(list), [list]);
  const filters: ListFilter<FeedbackRow>[] = [
    {
      key: 'state',
      label: '反馈情况',
      options: feedbackStates.map((value) => ({ value, label: feedbackStateLabels[value] })),
      of: ({ state }) => state,
    },
    {
      key: 'grade',
      label: '等次',
      options: list.bands.map(({ label }) => ({ value: label, label })),
      of: ({ grade }) => grade,
    },
    {
      key: 'department',
      label: '部门',
      options: [...new Set(list.rows.map(({ subject }) => subject.department))]
        .filter((name) => name !== '')
        .map((name) => ({ value: name, label: name })),
      of: ({ subject }) => subject.department,
    },
  ];
  const handle = useList({
    name: `evaluation.feedback:${list.cycleId}`,
    rows: list.rows,
    columns,
    filters,
    sort: { key: 'state', descending: false },
  });
  const exporting = useFileCommand('evaluation.exportFeedbacks', ({ name }) => `已导出“${name}”`);
  const rewards = useFileCommand('evaluation.exportRewardProposals', ({ name }) => `已导出“${name}”`);
  const start = useCommand('evaluation.startFeedbackSheets', {
    invalidates: [],
    onSuccess: (made) => setJobId(made.jobId),
    onError: toast.failed,
  });
  const { cycleId } = list;
  if (list.state !== 'confirmed')
    return (
      <EmptyState
        title="结果确认以后才能反馈"
        about={
          list.withdrawn > 0
            ? `结果已经重新打开。原来的 ${String(list.withdrawn)} 份反馈随撤回的结果保留，在各人的反馈页里查看；重新确认以后再反馈。`
            : '反馈包括：书面告知本人、反馈谈话、签署意见、异议复核和改进计划。'
        }
      />
    );
  const chosen = ticked.length > 0 ? [...ticked] : handle.shown.map(({ subject }) => subject.id);
  const which = ticked.length > 0 ? `所选 ${String(ticked.length)} 份` : `所见 ${String(chosen.length)} 份`;
  return (
    <>
      {list.withdrawn > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={`另有 ${String(list.withdrawn)} 份反馈属于已撤回的结果，在各人的反馈页里查看。`}
        />
      )}
      <ListTools
        of={handle}
        searchHint="姓名、编号、部门、等次"
        onExport={() =>
          exporting.mutate({ cycleId, subjectIds: handle.shown.map(({ subject }) => subject.id) })
        }
        exporting={exporting.isPending}
      />
      <div className="mz-feedback-batch">
        <span>反馈单（{which}）：</span>
        <Button
          size="small"
          icon={<FileWordOutlined />}
          disabled={chosen.length === 0}
          loading={start.isPending}
          onClick={() => start.mutate({ cycleId, subjectIds: chosen, form: 'word' })}
        >
          批量生成 Word
        </Button>
        <Button
          size="small"
          icon={<FileExcelOutlined />}
          disabled={chosen.length === 0}
          loading={start.isPending}
          onClick={() => start.mutate({ cycleId, subjectIds: chosen, form: 'excel' })}
        >
          整册 Excel
        </Button>
        {list.rows.some(({ proposals }) => proposals > 0) && (
          <Button size="small" loading={rewards.isPending} onClick={() => rewards.mutate({ cycleId })}>
            导出奖励建议
          </Button>
        )}
      </div>
      <RecordTable
        of={handle}
        rowKey={({ subject }) => subject.id}
        onOpen={({ subject }) => void navigate(`/evaluation/cycles/${cycleId}/feedback/${subject.id}`)}
        selected={ticked}
        onSelect={setTicked}
        label="反馈情况"
      />
      <JobFile title="生成结果反馈单" jobId={jobId} onEnd={() => setJobId(null)} />
    </>
  );
};
