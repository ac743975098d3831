import { FileWordOutlined } from '@ant-design/icons';
import { Alert, Button, Tabs } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import type { OwnResult } from '../../../../shared/features/evaluation/own/channels.ts';
import type { FeedbackPaper } from '../../../../shared/features/evaluation/feedback/views.ts';
import { dayOfInstant, formatDay } from '../../../../shared/kernel/dates.ts';
import { call } from '../../../api.ts';
import { useCall } from '../../../app/calls.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { RecordHead, type NextStep } from '../../../ui/record/record-head.tsx';
import { FeedbackStateTag } from '../feedback/feedback-state.tsx';
import { FiledReader } from '../feedback/parts/filed.tsx';
import { PlanRecord } from '../feedback/parts/improve-tab.tsx';
import { ResultFacts } from '../feedback/parts/result-tab.tsx';
import { Reviews } from '../feedback/parts/review-tab.tsx';
import { TalkRecord } from '../feedback/parts/talk-tab.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';
import { ExplainSteps } from '../results/explain-steps.tsx';
import { ObjectionForm, OpinionForm, WithdrawalForm } from './own-forms.tsx';
import { OwnPaperDrawer, type OwnPaper } from './own-paper.tsx';

export const OwnResultRecord = ({ cycleId }: { cycleId: string }): ReactNode => {
  const query = useCall('evaluation.ownResult', { cycleId });
  const read = useCallback(
    (_place: unknown, hash: string) => call('evaluation.ownFile', { cycleId, hash }),
    [cycleId],
  );
  return (
    <FiledReader value={read}>
      <Loaded query={query}>{(own) => <OwnBody own={own} />}</Loaded>
    </FiledReader>
  );
};

type Opened =
  { readonly what: 'sign' | 'object' | 'withdraw' } | { readonly what: 'paper'; readonly paper: OwnPaper };

const totalWords = (total: number | null): string =>
  total === null ? '不列总分' : `${formatResult(total)} / 100`;

const OwnBody = ({ own }: { own: OwnResult }): ReactNode => {
  const { view, objectBy, told } = own;
  const { sheet, feedback } = view;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [tab, setTab] = useState('result');
  const close = (): void => setOpened(null);
  const paper = (which: Exclude<FeedbackPaper, 'reward'>, itemId: string | null = null): void =>
    setOpened({ what: 'paper', paper: { paper: which, itemId } });
  const next: NextStep | undefined = view.acts.includes('sign')
    ? {
        label: '签署意见',
        about: '同意、保留意见或者有异议，签署以后不再改动。',
        missing: [],
        onGo: () => setOpened({ what: 'sign' }),
      }
    : undefined;
  return (
    <>
      <RecordHead
        title={view.cycleName}
        status={
          <>
            {told && <FeedbackStateTag state={view.state} />}
            {sheet &&
              (view.bands.some(({ label }) => label === sheet.grade) ? (
                <GradeTag bands={view.bands} grade={sheet.grade} />
              ) : (
                sheet.grade
              ))}
          </>
        }
        facts={[
          { label: '本人', value: view.subject.name },
          {
            label: '总分',
            value: totalWords(sheet?.total ?? null),
          },
          ...(sheet && sheet.rank !== '' ? [{ label: '名次', value: sheet.rank }] : []),
          { label: '结果确认', value: sheet ? formatDay(dayOfInstant(sheet.confirmedAt)) : '—' },
          {
            label: '告知',
            value: feedback?.told ? formatDay(feedback.told.on) : '还没有书面告知',
          },
          ...(objectBy === null ? [] : [{ label: '提出异议', value: `到${formatDay(objectBy)}止` }]),
        ]}
        next={next}
      />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'result',
            label: '结果',
            children: (
              <>
                {feedback?.told && (
                  <Button icon={<FileWordOutlined />} onClick={() => paper('sheet')}>
                    考核结果反馈单
                  </Button>
                )}
                {sheet && <ResultFacts sheet={sheet} />}
              </>
            ),
          },
          { key: 'why', label: '怎么来的', children: <Why own={own} /> },
          {
            key: 'talk',
            label: '谈话与意见',
            children: (
              <>
                {feedback?.talk && (
                  <Button icon={<FileWordOutlined />} onClick={() => paper('talk')}>
                    考核反馈谈话记录
                  </Button>
                )}
                {feedback ? (
                  <TalkRecord feedback={feedback} />
                ) : (
                  <p className="mz-muted">还没有书面告知，也没有谈话记录。</p>
                )}
              </>
            ),
          },
          {
            key: 'review',
            label: `异议${feedback && feedback.reviews.length > 0 ? ` ${String(feedback.reviews.length)}` : ''}`,
            children: (
              <Objections
                own={own}
                onObject={() => setOpened({ what: 'object' })}
                onWithdraw={() => setOpened({ what: 'withdraw' })}
                onReply={(id) => paper('reply', id)}
              />
            ),
          },
          {
            key: 'improve',
            label: '改进计划',
            children: feedback?.plan ? (
              <>
                <Button icon={<FileWordOutlined />} onClick={() => paper('plan')}>
                  改进计划表
                </Button>
                <PlanRecord feedback={feedback} />
              </>
            ) : (
              <p className="mz-muted">没有改进计划。</p>
            ),
          },
        ]}
      />
      {opened?.what === 'sign' && <OpinionForm own={own} onClose={close} />}
      {opened?.what === 'object' && <ObjectionForm own={own} onClose={close} />}
      {opened?.what === 'withdraw' && <WithdrawalForm own={own} onClose={close} />}
      {opened?.what === 'paper' && <OwnPaperDrawer view={view} of={opened.paper} onClose={close} />}
    </>
  );
};

const Why = ({ own: { explained, view } }: { own: OwnResult }): ReactNode => {
  const { explanation, assigned, concealed, undetermined } = explained;
  if (explanation)
    return (
      <div className="mz-why">
        <ExplainSteps explanation={explanation} bands={view.bands} allOpen={false} />
      </div>
    );
  return (
    <Alert
      type="info"
      showIcon
      title={
        assigned ? `直接定为${assigned.grade}` : concealed ? `等次${concealed.grade}，总分不公开` : '不定等次'
      }
      description={assigned?.reason ?? concealed?.reason ?? undetermined}
    />
  );
};

/** Why there is no button to object. */
const whyNone = ({ view: { feedback }, told }: OwnResult): string => {
  if (!told) return '书面告知以后才能提出异议。';
  const dueOn = feedback?.told?.limit?.dueOn;
  if (feedback && feedback.reviews.length > 0) return '';
  return dueOn === undefined
    ? ''
    : `提出异议的期限到${formatDay(dueOn)}为止，已经超过。仍要提出的，请向学校办公室书面说明理由。`;
};

const Objections = ({
  own,
  onObject,
  onWithdraw,
  onReply,
}: {
  own: OwnResult;
  onObject: () => void;
  onWithdraw: () => void;
  onReply: (reviewId: string) => void;
}): ReactNode => {
  const { view, objectBy } = own;
  const { feedback, acts } = view;
  return (
    <>
      {(feedback?.reviews.length ?? 0) === 0 && <p className="mz-muted">您没有提出异议。</p>}
      {feedback && (
        <Reviews
          feedback={feedback}
          onOpen={(opened) => {
            if (opened.what === 'paper' && opened.itemId !== null) onReply(opened.itemId);
          }}
        />
      )}
      {acts.includes('fileReview') ? (
        <div className="mz-record-acts">
          <Button onClick={onObject}>提出异议</Button>
          {objectBy !== null && (
            <span className="mz-muted" style={{ alignSelf: 'center' }}>
              期限到{formatDay(objectBy)}为止
            </span>
          )}
        </div>
      ) : (
        <p className="mz-muted" style={{ marginTop: 10 }}>
          {whyNone(own)}
        </p>
      )}
      {acts.includes('withdrawReview') && (
        <div className="mz-record-acts">
          <Button danger onClick={onWithdraw}>
            撤回异议
          </Button>
        </div>
      )}
    </>
  );
};
