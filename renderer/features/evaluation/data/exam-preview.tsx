import './data.css';
import { Alert, Button, Radio, Space, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ExamChoice, ExamPreview } from '../../../../shared/features/evaluation/data/exam-views.ts';
import type { DataTable } from '../../../../shared/features/evaluation/data/views.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { HundredthsInput } from '../parts/hundredths-input.tsx';
import { ExamFigures } from './exam-figures.tsx';
import { ExamTablePart } from './exam-table.tsx';
import { ImportProblems } from './import-tables.tsx';

const HUNDRED_PERCENT = 10_000;

const countsOf = (preview: ExamPreview): readonly (readonly [string, number])[] => [
  ['有成绩的学生', preview.pupils],
  ['成绩（人次）', preview.marks],
  ['缺考（人次）', preview.absent],
  ['免考（人次）', preview.exempt],
  ['空白（人次）', preview.blank],
  ...(preview.both === null ? [] : [['两次都参加的学生', preview.both] as const]),
];

/** What tables of marks come to, and every choice that decides it; nothing is written before the last button. */
export const ExamPreviewPanel = ({
  first,
  table,
  onAgain,
  onApplied,
}: {
  readonly first: ExamPreview;
  readonly table: DataTable;
  readonly onAgain: () => void;
  readonly onApplied: (written: number) => void;
}): ReactNode => {
  const [changed, setChanged] = useState<ExamChoice | null>(null);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const looked = useCall(
    'evaluation.previewExam',
    { token: first.token, choice: changed ?? first.choice },
    { enabled: changed !== null, keepPrevious: true, staleTime: 0 },
  );
  const shown = changed === null ? first : (looked.data ?? first);
  const choice = changed ?? first.choice;
  const apply = useCommand('evaluation.applyExam', { onSuccess: ({ written }) => onApplied(written) });
  const { problems, refused, fields, groups, outside, shares } = shown;
  const change = (next: Partial<ExamChoice>): void =>
    setChanged({ ...choice, now: shown.choice.now, before: shown.choice.before, ...next });
  const needed = new Set(table.columns.map(({ field }) => field.name));
  const wanted = fields.filter((field) => needed.has(field));
  const marked = (chosen ?? (wanted.length > 0 ? wanted : fields)).filter((field) => fields.includes(field));
  const sound = refused === '' && problems.length === 0;
  const line = (key: keyof ExamChoice['lines'], label: string): ReactNode => (
    <label>
      {label}{' '}
      <HundredthsInput
        value={choice.lines[key]}
        max={HUNDRED_PERCENT}
        suffix="%"
        label={label}
        onChange={(value) => change({ lines: { ...choice.lines, [key]: value } })}
      />
    </label>
  );
  const { now, before } = shown;
  return (
    <div className="mz-import">
      <Tabs
        items={[
          {
            key: 'now',
            label: `本次考试：${now.file}`,
            children: <ExamTablePart table={now} onChange={(next) => change({ now: next })} />,
          },
          ...(before
            ? [
                {
                  key: 'before',
                  label: `上次考试：${before.file}`,
                  children: <ExamTablePart table={before} onChange={(next) => change({ before: next })} />,
                },
              ]
            : []),
        ]}
      />
      <div className="mz-data-tools">
        {line('pass', '及格线（占满分）')}
        {line('excellent', '优秀线')}
        {line('low', '低分线')}
        <span>缺考的</span>
        <Radio.Group
          aria-label="缺考的怎么计"
          value={choice.absent}
          options={[
            { value: 'leftOut', label: '不计入' },
            { value: 'zero', label: '按 0 分计入' },
          ]}
          onChange={(event) => change({ absent: event.target.value === 'zero' ? 'zero' : 'leftOut' })}
        />
        <span className="mz-muted">免考和空白的不计入；增值只算两次都有成绩的</span>
      </div>
      {looked.error && <ErrorNotice problem={looked.error} />}
      {refused !== '' && <Alert type="warning" showIcon role="alert" title={refused} />}
      <dl className="mz-record-facts">
        {countsOf(shown).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value.toLocaleString('zh-CN')}</dd>
          </div>
        ))}
      </dl>
      {shown.taughtBy !== '' && (
        <p className="mz-muted mz-data-about">
          各科由谁任教：按{shown.taughtBy}；表里写了任课教师的，以表里为准。
        </p>
      )}
      {shares.length > 0 && (
        <p className="mz-muted mz-data-about">
          按部门名称归属：{shares.map(({ name, words }) => `${name}—${words}`).join('；')}。
        </p>
      )}
      {outside.length > 0 && (
        <p className="mz-muted mz-data-about">
          表里有而不是这次考核对象的 {outside.length} 个（{outside.slice(0, 5).join('、')}
          {outside.length > 5 && '等'}）：不统计，只用于计算标准分。
        </p>
      )}
      {problems.length > 0 && (
        <>
          <Alert
            type="error"
            showIcon
            role="alert"
            title={`有 ${String(problems.length)} 处有误，请改正后重新统计：少算几名学生，比率就不对了。`}
          />
          <ImportProblems problems={problems} />
        </>
      )}
      {sound && (
        <ExamFigures fields={fields} groups={groups} needed={needed} chosen={marked} onChoose={setChosen} />
      )}
      {apply.error && <ErrorNotice problem={apply.error} />}
      <Space>
        <Button
          type="primary"
          disabled={!sound || marked.length === 0 || groups.length === 0}
          loading={apply.isPending || looked.isFetching}
          onClick={() =>
            apply.mutate({ token: first.token, seen: shown.seen, choice: shown.choice, fields: [...marked] })
          }
        >
          写入所选数据
        </Button>
        <Button onClick={onAgain}>重新选择</Button>
      </Space>
    </div>
  );
};
