import './school.css';
import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button, Drawer, Select, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import type { SelfEvaluationView } from '../../../../shared/features/evaluation/school/channels.ts';
import { actionState } from '../../../../shared/features/evaluation/school/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { ActionsPart } from './actions-part.tsx';
import { ReportsPart } from './reports-part.tsx';
import { TextsPart } from './texts-part.tsx';
import { YearsPart } from './years-part.tsx';

/** 自评与整改 of the school or its departments. */
export const SchoolTab = ({ cycleId }: { cycleId: string }): ReactNode => {
  const [params, setParams] = useSearchParams();
  const list = useCall('evaluation.selfEvaluations', { cycleId });
  return (
    <Loaded query={list}>
      {({ subjects }) => {
        const wanted = params.get('subject');
        const chosen =
          subjects.find(({ subject }) => subject.id === wanted) ??
          subjects.find(({ late }) => late > 0) ??
          subjects.find(({ written, open }) => written + open > 0) ??
          subjects[0];
        if (!chosen) return <p className="mz-muted">这次考核还没有对象。</p>;
        return (
          <>
            {subjects.length > 1 && (
              <div className="mz-school-head">
                <Select
                  style={{ minWidth: 320 }}
                  aria-label="考核对象"
                  value={chosen.subject.id}
                  onChange={(id) => setParams({ tab: 'school', subject: id }, { replace: true })}
                  options={subjects.map(({ subject, written, dimensions, open, late }) => ({
                    value: subject.id,
                    label: `${subject.name}（自评 ${String(written)} / ${String(dimensions)}，待办 ${String(open + late)}${late > 0 ? `，逾期 ${String(late)}` : ''}）`,
                  }))}
                />
              </div>
            )}
            <OneSubject key={chosen.subject.id} cycleId={cycleId} subjectId={chosen.subject.id} />
          </>
        );
      }}
    </Loaded>
  );
};

const OneSubject = ({ cycleId, subjectId }: { cycleId: string; subjectId: string }): ReactNode => {
  const query = useCall('evaluation.readSelfEvaluation', { cycleId, subjectId });
  return <Loaded query={query}>{(view) => <SelfEvaluation view={view} />}</Loaded>;
};

const SelfEvaluation = ({ view }: { view: SelfEvaluationView }): ReactNode => {
  const can = useCan();
  const [printing, setPrinting] = useState(false);
  const { record } = view;
  const late = record.actions.filter((action) => actionState(action, dayOfMs(Date.now())) === 'late').length;
  const exporting = useFileCommand('evaluation.exportActions', ({ name }) => `已导出“${name}”`);
  return (
    <>
      <div className="mz-school-head">
        <strong>{view.subject.name}</strong>
        <span className="mz-muted">
          {view.total === null ? '还没有总分' : `总分 ${formatResult(view.total)} / 100，等次${view.grade}`}
          {view.total !== null && !view.confirmed && '（尚未确认）'}
        </span>
        <Button icon={<FileWordOutlined />} onClick={() => setPrinting(true)}>
          自评报告
        </Button>
        {can('evaluation.export') && record.actions.length > 0 && (
          <Button
            icon={<FileExcelOutlined />}
            loading={exporting.isPending}
            onClick={() => exporting.mutate({ cycleId: view.cycleId })}
          >
            导出清单
          </Button>
        )}
      </div>
      <Tabs
        size="small"
        items={[
          {
            key: 'texts',
            label: `自评 ${String(record.texts.length)} / ${String(view.dimensions.length)}`,
            children: <TextsPart view={view} />,
          },
          {
            key: 'reports',
            label: `第三方评估 ${String(record.reports.length)}`,
            children: <ReportsPart view={view} />,
          },
          { key: 'years', label: '与上一次比较', children: <YearsPart view={view} /> },
          {
            key: 'actions',
            label: `整改和改进清单 ${String(record.actions.length)}${late > 0 ? `（逾期 ${String(late)}）` : ''}`,
            children: <ActionsPart view={view} />,
          },
        ]}
      />
      {printing && <ReportDrawer view={view} onClose={() => setPrinting(false)} />}
    </>
  );
};

const ReportDrawer = ({ view, onClose }: { view: SelfEvaluationView; onClose: () => void }): ReactNode => {
  const report = useCall('evaluation.selfReport', { cycleId: view.cycleId, subjectId: view.subject.id });
  return (
    <Drawer open onClose={onClose} size={980} title="自评报告" closable={{ 'aria-label': '关闭' }}>
      <PaperPreview
        title={`${view.subject.name}自评报告`}
        file={report.data ?? null}
        draft={!view.confirmed}
        problem={report.error}
        onRetry={() => void report.refetch()}
      />
    </Drawer>
  );
};
