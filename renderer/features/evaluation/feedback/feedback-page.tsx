import './feedback.css';
import { Alert, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import {
  feedbackStepLabels,
  type FeedbackStep,
} from '../../../../shared/features/evaluation/feedback/state.ts';
import type { FeedbackAct, FeedbackView } from '../../../../shared/features/evaluation/feedback/views.ts';
import { dayOfInstant, formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { usePageTitle } from '../../../app/page-title.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { RecordColumns, RecordHead, type NextStep } from '../../../ui/record/record-head.tsx';
import { StepBar, type StepBarItem } from '../../../ui/record/step-bar.tsx';
import { Timeline } from '../../../ui/record/timeline.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';
import { FeedbackStateTag } from './feedback-state.tsx';
import type { Opened } from './opened.ts';
import { ImproveTab, PlanRecord } from './parts/improve-tab.tsx';
import { OpenedAct } from './parts/opened-act.tsx';
import { Proposals, ProposalsTab } from './parts/proposals-tab.tsx';
import { ResultTab } from './parts/result-tab.tsx';
import { ReviewTab, Reviews } from './parts/review-tab.tsx';
import { TalkRecord, TalkTab } from './parts/talk-tab.tsx';

/** The feedback to one person about one result: what was said, signed, objected to and done about it. */
export const FeedbackPage = (): ReactNode => {
  const { id = '', subjectId = '' } = useParams();
  const query = useCall('evaluation.readFeedback', { cycleId: id, subjectId });
  usePageTitle(query.data ? `${query.data.subject.name}的考核反馈` : undefined);
  return <Loaded query={query}>{(view) => <FeedbackBody key={`${id}/${subjectId}`} view={view} />}</Loaded>;
};

const doneWords: Readonly<Record<FeedbackStep, string>> = {
  tell: '告知',
  talk: '谈话',
  sign: '签收',
  review: '答复',
  improve: '检查结束',
};

const stepItems = ({ way }: FeedbackView): StepBarItem[] =>
  way.map(({ step, state, day }): StepBarItem => {
    const note =
      day === null
        ? state === 'skipped'
          ? '没有异议'
          : undefined
        : state === 'done'
          ? `${formatDay(day)}${doneWords[step]}`
          : `${formatDay(day)}前`;
    return { key: step, label: feedbackStepLabels[step], state, ...(note === undefined ? {} : { note }) };
  });

interface Way {
  readonly label: string;
  readonly about: string;
  readonly tab: string;
}

const ways: Readonly<Partial<Record<FeedbackAct, Way>>> = {
  decideReview: {
    label: '复核答复',
    about: '由没有参加评分、校准和确认的人复核，书面答复本人。',
    tab: 'review',
  },
  tell: { label: '告知结果', about: '反馈单定稿交给本人，开始计算提出异议的期限。', tab: 'result' },
  talk: { label: '反馈谈话', about: '与本人谈话，如实记录双方意见。', tab: 'talk' },
  sign: { label: '登记本人意见', about: '本人签署意见；拒绝签字的由两名见证人注明。', tab: 'talk' },
  followUp: { label: '登记跟进', about: '登记改进的进展、培训和听课情况。', tab: 'improve' },
};
const order: readonly FeedbackAct[] = ['decideReview', 'tell', 'talk', 'sign', 'followUp'];

/** The act that is due next; a talk that is on record already is not asked for again. */
const nextAct = ({ acts, feedback }: FeedbackView): FeedbackAct | undefined =>
  order.find((act) => acts.includes(act) && !(act === 'talk' && (feedback?.talk ?? null) !== null));

const totalWords = (total: number | null): string => (total === null ? '—' : `${formatResult(total)} / 100`);

const FeedbackBody = ({ view }: { view: FeedbackView }): ReactNode => {
  const { subject, sheet, feedback } = view;
  const [opened, setOpened] = useState<Opened | null>(null);
  const due = nextAct(view);
  const way = due && ways[due];
  const [tab, setTab] = useState(way?.tab ?? (feedback?.plan ? 'improve' : 'result'));
  const next: NextStep | undefined =
    due && way
      ? { label: way.label, about: way.about, missing: [], onGo: () => setOpened({ what: due }) }
      : undefined;
  const tabs = { view, onOpen: setOpened };
  return (
    <>
      <RecordHead
        title={`${subject.name}的考核反馈`}
        status={
          <>
            <FeedbackStateTag state={view.state} />
            {sheet &&
              (view.bands.some(({ label }) => label === sheet.grade) ? (
                <GradeTag bands={view.bands} grade={sheet.grade} />
              ) : (
                sheet.grade
              ))}
          </>
        }
        facts={[
          {
            label: '考核',
            value: <Link to={`/evaluation/cycles/${view.cycleId}?tab=feedback`}>{view.cycleName}</Link>,
          },
          { label: '部门', value: subject.department || '—' },
          { label: '总分', value: totalWords(sheet?.total ?? null) },
          ...(sheet && sheet.rank !== '' ? [{ label: '名次', value: sheet.rank }] : []),
          { label: '结果确认', value: sheet ? formatDay(dayOfInstant(sheet.confirmedAt)) : '已重新打开' },
        ]}
        next={next}
      >
        <StepBar items={stepItems(view)} label="反馈进度" />
      </RecordHead>
      {sheet === null && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title="考核结果已经重新打开，确认以后再反馈。原来的反馈随撤回的结果保留，在下面查看。"
        />
      )}
      <RecordColumns aside={<History view={view} />}>
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'result', label: '结果', children: <ResultTab {...tabs} /> },
            { key: 'talk', label: '告知与谈话', children: <TalkTab {...tabs} /> },
            { key: 'review', label: '异议复核', children: <ReviewTab {...tabs} /> },
            { key: 'improve', label: '改进计划', children: <ImproveTab {...tabs} /> },
            {
              key: 'proposals',
              label: `建议 ${String(feedback?.proposals.length ?? 0)}`,
              children: <ProposalsTab {...tabs} />,
            },
            ...(view.earlier.length > 0
              ? [{ key: 'earlier', label: '已撤回结果的反馈', children: <Earlier {...tabs} /> }]
              : []),
          ]}
        />
      </RecordColumns>
      {opened && (
        <OpenedAct
          key={`${opened.what} ${opened.what === 'paper' ? opened.paper : (opened.target ?? '')}`}
          opened={opened}
          view={view}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
};

const History = ({ view: { feedback } }: { view: FeedbackView }): ReactNode => (
  <>
    <h2 className="mz-record-heading">办理记录</h2>
    {feedback === null ? (
      <p className="mz-muted">还没有记录。</p>
    ) : (
      <Timeline
        label="办理记录"
        entries={feedback.history.toReversed().map(({ at, by, what, note }) => ({
          day: dayOfInstant(at),
          kind: by.name,
          title: what,
          about: note,
          tone: 'neutral' as const,
        }))}
      />
    )}
  </>
);

/** Feedbacks to results that were taken back: nothing of them is changed any more. */
const Earlier = ({ view, onOpen }: { view: FeedbackView; onOpen: (opened: Opened) => void }): ReactNode =>
  view.earlier.map(({ feedback, grade, state, withdrawnAt }) => (
    <section key={feedback.id}>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 12 }}
        title={`第 ${String(feedback.confirmation)} 次确认的结果（${grade}）已于${formatDay(dayOfInstant(withdrawnAt))}撤回`}
        description={<FeedbackStateTag state={state} />}
      />
      <TalkRecord feedback={feedback} />
      <Reviews feedback={feedback} onOpen={onOpen} />
      <PlanRecord feedback={feedback} />
      <Proposals feedback={feedback} onOpen={undefined} />
    </section>
  ));
