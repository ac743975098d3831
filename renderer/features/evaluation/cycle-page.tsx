import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { indicatorsOf, isRated, subjectKindLabels } from '../../../shared/features/evaluation/indicators.ts';
import type { CycleView } from '../../../shared/features/evaluation/views.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useCan } from '../../app/session.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { CopyCycle } from './planning/copy-cycle.tsx';
import { RecordHead, type Missing, type NextStep } from '../../ui/record/record-head.tsx';
import { StepBar } from '../../ui/record/step-bar.tsx';
import { DataOwed } from './data/data-owed.tsx';
import { DataTab } from './data/data-tab.tsx';
import { closingAbout, closingWords } from './parts/closing-words.ts';
import { CompareTab } from './compare/compare-tab.tsx';
import { FeedbackTab } from './feedback/feedback-tab.tsx';
import { ExportDialog } from './exports/export-dialog.tsx';
import { SchoolTab } from './school/school-tab.tsx';
import { stepsOf } from './parts/cycle-steps.ts';
import { CycleStateTag, unitOf } from './parts/cycle-state.tsx';
import { GroupsTab } from './parts/groups-tab.tsx';
import { HistoryTab } from './parts/history-tab.tsx';
import { PlanTab } from './parts/plan-tab.tsx';
import { ProgressBar } from './parts/progress-bar.tsx';
import { annualFacts } from './results/annual-facts.ts';
import { CalibrationTab } from './results/calibration-tab.tsx';
import { ReopenButton } from './results/reopen-button.tsx';
import { ResultsTab } from './results/results-tab.tsx';
import { SheetTab } from './parts/sheet-tab.tsx';
import { SubjectsTab } from './parts/subjects-tab.tsx';

/** One evaluation, from putting it together to its confirmed results. */
export const CyclePage = (): ReactNode => {
  const { id = '' } = useParams();
  const cycle = useCall('evaluation.readCycle', { id });
  return <Loaded query={cycle}>{(view) => <CycleRecord key={id} view={view} />}</Loaded>;
};

/** What keeps a cycle from being started; what lies in its indicators with the way to them. */
const missingOf = ({ problems }: CycleView, toIndicators: () => void): Missing[] =>
  [...new Map(problems.map((problem) => [problem.message, problem])).values()].map(({ path, message }) =>
    path.startsWith('content.') ? { label: message, onGo: toIndicators } : message,
  );

const CycleRecord = ({ view }: { view: CycleView }): ReactNode => {
  const { cycle, acts } = view;
  const toast = useToast();
  const { modal } = App.useApp();
  const can = useCan();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  usePageTitle(cycle.name);
  const show = (tab: string): void => setParams({ tab }, { replace: true });
  const start = useCommand('evaluation.start', {
    onError: toast.failed,
    onSuccess: (next) => {
      const { total } = next.progress;
      toast.done(total === 0 ? '已开始，请录入或导入数据' : `已开始评分，共 ${String(total)} 份评分表`);
      show(total === 0 ? 'data' : 'groups');
    },
  });
  const close = useCommand('evaluation.close', {
    onError: toast.failed,
    onSuccess: () => {
      toast.done('已收卷，请核对结果');
      show('results');
    },
  });
  const [copying, setCopying] = useState(false);
  const [exporting, setExporting] = useState(false);

  const next = (): NextStep | undefined => {
    if (cycle.state === 'draft' && can('evaluation.manage'))
      return {
        label: '开始评分',
        about: '固定指标版本和考核对象，给每位评分人打开评分表。',
        missing: missingOf(view, () => void navigate(`/evaluation/indicators/${view.systemId}`)),
        pending: start.isPending,
        onGo: () => {
          modal.confirm({
            title: `开始“${cycle.name}”的评分？`,
            content: `${String(cycle.subjects.length)} ${unitOf(cycle.kind)}、${String(cycle.groups.length)} 个评分组的评分表随即打开。指标体系第 ${String(view.versionNumber)} 版、考核对象和各组权重从此固定，评分人还可以增减。`,
            okText: '开始评分',
            cancelText: '再看看',
            onOk: () => start.mutateAsync({ id: cycle.id, rev: cycle.rev }).catch(() => undefined),
          });
        },
      };
    if (acts.includes('close'))
      return {
        label: '收卷',
        about: closingAbout(view),
        missing: [],
        pending: close.isPending,
        onGo: () => {
          modal.confirm({
            title: `收卷“${cycle.name}”？`,
            content: closingWords(view).map((words) => <p key={words}>{words}</p>),
            okText: '收卷',
            cancelText: '再等等',
            onOk: () => close.mutateAsync({ id: cycle.id, rev: cycle.rev }).catch(() => undefined),
          });
        },
      };
    if (acts.includes('confirm'))
      return {
        label: '核对并确认结果',
        about: '已经收卷。核对、校准以后确认，结果就固定下来。',
        missing: [],
        onGo: () => show('calibration'),
      };
    return undefined;
  };

  const items = [
    {
      key: 'subjects',
      label: `对象（${String(cycle.subjects.length)}）`,
      children: <SubjectsTab view={view} />,
    },
    { key: 'groups', label: '评分组与进度', children: <GroupsTab view={view} /> },
    { key: 'sheet', label: '评分表', children: <SheetTab view={view} /> },
    ...(indicatorsOf(view.content).some((indicator) => !isRated(indicator))
      ? [{ key: 'data', label: '数据', children: <DataTab cycleId={cycle.id} kind={cycle.kind} /> }]
      : []),
    ...(cycle.state === 'draft'
      ? []
      : [{ key: 'results', label: '结果', children: <ResultsTab view={view} /> }]),
    ...(cycle.state !== 'draft' && can('evaluation.manage')
      ? [{ key: 'calibration', label: '校准', children: <CalibrationTab view={view} /> }]
      : []),
    // The school stands alone: it is compared with itself, under 自评与整改.
    ...(cycle.state === 'draft' || cycle.kind === 'school'
      ? []
      : [{ key: 'compare', label: '对比', children: <CompareTab view={view} /> }]),
    ...(can('evaluation.manage') && cycle.confirmations > 0
      ? [{ key: 'feedback', label: '反馈', children: <FeedbackTab cycleId={cycle.id} /> }]
      : []),
    ...((cycle.kind === 'school' || cycle.kind === 'department') && cycle.state !== 'draft'
      ? [{ key: 'school', label: '自评与整改', children: <SchoolTab cycleId={cycle.id} /> }]
      : []),
    ...(acts.includes('savePlan')
      ? [{ key: 'plan', label: '方案', children: <PlanTab key={cycle.rev} view={view} /> }]
      : []),
    { key: 'history', label: '记录', children: <HistoryTab view={view} /> },
  ];
  const usual = cycle.state === 'draft' ? 'subjects' : cycle.state === 'scoring' ? 'groups' : 'results';
  const wanted = params.get('tab') ?? usual;
  const active = items.some(({ key }) => key === wanted) ? wanted : usual;

  return (
    <>
      <RecordHead
        title={cycle.name}
        status={<CycleStateTag state={cycle.state} />}
        facts={[
          {
            label: '考核对象',
            value: `${subjectKindLabels[cycle.kind]} ${String(cycle.subjects.length)} ${unitOf(cycle.kind)}`,
          },
          {
            label: '指标体系',
            value: (
              <Link to={`/evaluation/indicators/${view.systemId}`}>
                {view.systemName} 第 {view.versionNumber} 版
              </Link>
            ),
          },
          { label: '起止', value: `${formatDay(cycle.startsOn)}至${formatDay(cycle.endsOn)}` },
          ...annualFacts(cycle),
          ...(view.period === '' ? [] : [{ label: '学年学期', value: view.period }]),
          {
            label: '评分进度',
            value:
              cycle.state === 'draft' ? (
                '未开始'
              ) : view.progress.total === 0 ? (
                '全由数据计算'
              ) : (
                <ProgressBar progress={view.progress} />
              ),
          },
        ]}
        next={next()}
        actions={
          <>
            {can('evaluation.export') && (
              <Button icon={<DownloadOutlined />} onClick={() => setExporting(true)}>
                导出
              </Button>
            )}
            {cycle.state === 'scoring' && (can('evaluation.manage') || can('evaluation.score')) && (
              <Button onClick={() => void navigate(`/evaluation/cycles/${cycle.id}/books`)}>
                电子评分表
              </Button>
            )}
            {acts.includes('reopen') && <ReopenButton view={view} />}
            {can('evaluation.manage') && <Button onClick={() => setCopying(true)}>照此再组织</Button>}
          </>
        }
      >
        <StepBar items={stepsOf(view)} label="考核进度" />
      </RecordHead>
      <ExportDialog cycleId={cycle.id} open={exporting} onClose={() => setExporting(false)} />
      {copying && <CopyCycle view={view} onClose={() => setCopying(false)} />}
      {active !== 'data' && (
        <DataOwed owed={view.owedData} begun={cycle.state !== 'draft'} onGo={() => show('data')} />
      )}
      {cycle.about !== '' && <p style={{ marginBottom: 12, whiteSpace: 'pre-line' }}>{cycle.about}</p>}
      <Tabs activeKey={active} onChange={show} items={items} destroyOnHidden />
    </>
  );
};
