import { FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  rewardOutcomeLabels,
  type Feedback,
  type Proposal,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { FeedbackView } from '../../../../../shared/features/evaluation/feedback/views.ts';
import { dayOfInstant, formatDay } from '../../../../../shared/kernel/dates.ts';
import { useCan } from '../../../../app/session.ts';
import { StatusTag } from '../../../../ui/record/status-tag.tsx';
import type { Opened } from '../opened.ts';

/** What the result leads to: leads to be looked into, rewards to be considered. */
export const ProposalsTab = ({
  view,
  onOpen,
}: {
  view: FeedbackView;
  onOpen: (opened: Opened) => void;
}): ReactNode => (
  <>
    {(view.feedback?.proposals.length ?? 0) === 0 && <p className="mz-muted">还没有转出的线索和奖励建议。</p>}
    {view.feedback && (
      <Proposals feedback={view.feedback} onOpen={view.sheet === null ? undefined : onOpen} />
    )}
    <div className="mz-record-acts">
      {view.acts.includes('proposeReward') && (
        <Button onClick={() => onOpen({ what: 'proposeReward' })}>建议奖励</Button>
      )}
      {view.acts.includes('proposeLead') && (
        <Button danger onClick={() => onOpen({ what: 'proposeLead' })}>
          转为问责线索
        </Button>
      )}
    </div>
  </>
);

const RewardTag = ({ settled }: Pick<Extract<Proposal, { kind: 'reward' }>, 'settled'>): ReactNode => {
  if (settled === null) return <StatusTag tone="due">待办理</StatusTag>;
  return (
    <StatusTag tone={settled.outcome === 'granted' ? 'done' : 'stopped'}>
      {rewardOutcomeLabels[settled.outcome]}
    </StatusTag>
  );
};

export const Proposals = ({
  feedback,
  onOpen,
}: {
  feedback: Feedback;
  onOpen: ((opened: Opened) => void) | undefined;
}): ReactNode => {
  const can = useCan();
  return (
    feedback.proposals.length > 0 && (
      <ul className="mz-record-items">
        {feedback.proposals.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.kind === 'lead' ? `转为线索 ${one.number}` : `建议奖励：${one.reward}`}</strong>{' '}
              {one.kind === 'reward' && <RewardTag settled={one.settled} />}
              <p className="mz-record-text">{one.text}</p>
              <p className="mz-muted">
                {formatDay(dayOfInstant(one.made.at))}，{one.made.by.name}
              </p>
              {one.kind === 'reward' && one.settled && (
                <p className="mz-record-text">
                  {formatDay(one.settled.on)}：{one.settled.note}
                </p>
              )}
            </div>
            {one.kind === 'lead'
              ? can('leads.read') && <Link to={`/leads/${one.leadId}`}>查看线索</Link>
              : onOpen && (
                  <>
                    <Button
                      icon={<FileWordOutlined />}
                      onClick={() => onOpen({ what: 'paper', paper: 'reward', itemId: one.id })}
                    >
                      奖励建议表
                    </Button>
                    {one.settled === null && (
                      <Button
                        aria-label={`登记办理结果：${one.reward}`}
                        onClick={() => onOpen({ what: 'settleReward', target: one.id })}
                      >
                        登记办理结果
                      </Button>
                    )}
                  </>
                )}
          </li>
        ))}
      </ul>
    )
  );
};
