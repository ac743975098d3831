import { FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  reviewOutcomeLabels,
  type Feedback,
  type Review,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { FeedbackView } from '../../../../../shared/features/evaluation/feedback/views.ts';
import { formatDay } from '../../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../../ui/record/status-tag.tsx';
import type { Opened } from '../opened.ts';
import { Filed, Pair } from './filed.tsx';

/** Objections and how they were answered. */
export const ReviewTab = ({
  view,
  onOpen,
}: {
  view: FeedbackView;
  onOpen: (opened: Opened) => void;
}): ReactNode => {
  const { acts, feedback } = view;
  return (
    <>
      {(feedback === null || feedback.reviews.length === 0) && (
        <p className="mz-muted">本人没有提出异议。{feedback?.told ? '' : '告知结果以后才能登记异议。'}</p>
      )}
      {feedback && <Reviews feedback={feedback} onOpen={onOpen} />}
      <div className="mz-record-acts">
        {acts.includes('fileReview') && (
          <Button onClick={() => onOpen({ what: 'fileReview' })}>提出异议</Button>
        )}
        {acts.includes('decideReview') && (
          <Button type="primary" onClick={() => onOpen({ what: 'decideReview' })}>
            复核答复
          </Button>
        )}
        {acts.includes('extendReview') && (
          <Button onClick={() => onOpen({ what: 'extendReview' })}>延长答复期限</Button>
        )}
        {acts.includes('withdrawReview') && (
          <Button danger onClick={() => onOpen({ what: 'withdrawReview' })}>
            本人撤回
          </Button>
        )}
      </div>
    </>
  );
};

const ReviewTag = ({ decision, withdrawn }: Review): ReactNode => {
  if (withdrawn) return <StatusTag tone="stopped">本人撤回</StatusTag>;
  if (decision) return <StatusTag tone="done">{reviewOutcomeLabels[decision.outcome]}</StatusTag>;
  return <StatusTag tone="due">复核中</StatusTag>;
};

export const Reviews = ({
  feedback,
  onOpen,
}: {
  feedback: Feedback;
  onOpen: (opened: Opened) => void;
}): ReactNode =>
  feedback.reviews.map((review) => (
    <section key={review.id}>
      <h2 className="mz-record-heading">
        {formatDay(review.filedOn)}提出异议 <ReviewTag {...review} />
      </h2>
      <dl className="mz-record-pairs">
        <Pair label="请求">{review.requests}</Pair>
        <Pair label="理由">{review.reasons}</Pair>
        <Pair label="超期受理">{review.lateReason}</Pair>
        <Pair label="答复期限">
          {`${formatDay(review.reply.dueOn)}（${review.reply.ground}）${review.extension ? `，由${formatDay(review.extension.from)}延长：${review.extension.reason}` : ''}`}
        </Pair>
        {review.withdrawn && (
          <Pair label="撤回">{`${formatDay(review.withdrawn.on)}：${review.withdrawn.reason}`}</Pair>
        )}
        {review.decision && (
          <>
            <Pair label="复核人">{review.decision.reviewers.map(({ name }) => name).join('、')}</Pair>
            <Pair label="核实情况">{review.decision.findings}</Pair>
            <Pair label="复核意见">{review.decision.reason}</Pair>
            <Pair label="答复">{`${formatDay(review.decision.decidedOn)}，${review.decision.number}`}</Pair>
          </>
        )}
      </dl>
      <Filed place={feedback} files={review.files} />
      {review.decision && (
        <Button
          icon={<FileWordOutlined />}
          style={{ marginTop: 8 }}
          onClick={() => onOpen({ what: 'paper', paper: 'reply', itemId: review.id })}
        >
          复核答复书
        </Button>
      )}
    </section>
  ));
