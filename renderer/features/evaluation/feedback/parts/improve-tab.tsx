import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  closingLabels,
  followUpKindLabels,
  type Feedback,
  type Goal,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import type { FeedbackView } from '../../../../../shared/features/evaluation/feedback/views.ts';
import { dayOfMs, formatDay } from '../../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../../ui/record/status-tag.tsx';
import type { Opened } from '../opened.ts';
import { Filed, Pair } from './filed.tsx';
import { PaperLinks } from './paper-links.tsx';

/** The improvement plan: goals, what was done, the check at its end. */
export const ImproveTab = ({
  view,
  onOpen,
}: {
  view: FeedbackView;
  onOpen: (opened: Opened) => void;
}): ReactNode => {
  const { acts, feedback } = view;
  const plan = feedback?.plan ?? null;
  return (
    <>
      {plan === null ? (
        <p className="mz-muted">
          还没有改进计划。
          {acts.includes('plan') ? '可以从得分偏低的指标开始制定。' : '告知结果以后可以制定。'}
        </p>
      ) : (
        view.sheet !== null && <PaperLinks view={view} papers={['plan']} onOpen={onOpen} />
      )}
      {feedback && (
        <PlanRecord
          feedback={feedback}
          {...(acts.includes('goalDone') ? { onDone: (id) => onOpen({ what: 'goalDone', target: id }) } : {})}
        />
      )}
      <div className="mz-record-acts">
        {acts.includes('plan') && (
          <Button type={plan === null ? 'primary' : 'default'} onClick={() => onOpen({ what: 'plan' })}>
            {plan === null ? '制定改进计划' : '修改改进计划'}
          </Button>
        )}
        {acts.includes('followUp') && <Button onClick={() => onOpen({ what: 'followUp' })}>登记跟进</Button>}
        {acts.includes('closePlan') && (
          <Button onClick={() => onOpen({ what: 'closePlan' })}>检查改进计划</Button>
        )}
      </div>
    </>
  );
};

const GoalTag = ({ done, dueOn }: Goal): ReactNode => {
  if (done) return <StatusTag tone="done">{`${formatDay(done.on)}完成`}</StatusTag>;
  return dueOn < dayOfMs(Date.now()) ? (
    <StatusTag tone="bad">{`${formatDay(dueOn)}逾期`}</StatusTag>
  ) : (
    <StatusTag tone="active">{`${formatDay(dueOn)}前`}</StatusTag>
  );
};

export const PlanRecord = ({
  feedback,
  onDone,
}: {
  feedback: Feedback;
  onDone?: (goalId: string) => void;
}): ReactNode => {
  const { plan } = feedback;
  if (!plan) return null;
  const goalName = (id: string | null): string => plan.goals.find((goal) => goal.id === id)?.goal ?? '';
  return (
    <>
      <p>
        {formatDay(plan.startsOn)}至{formatDay(plan.endsOn)}，责任人{plan.responsible}。
      </p>
      <h2 className="mz-record-heading">目标和措施</h2>
      <ul className="mz-record-items">
        {plan.goals.map((goal) => (
          <li key={goal.id}>
            <div>
              <strong>{goal.goal}</strong>
              <p className="mz-record-text">{goal.measure}</p>
              {goal.helper !== '' && <p className="mz-muted">帮扶人：{goal.helper}</p>}
              {goal.done && <p className="mz-record-text">完成情况：{goal.done.note}</p>}
            </div>
            <GoalTag {...goal} />
            {onDone && goal.done === null && (
              <Button size="small" onClick={() => onDone(goal.id)} aria-label={`登记完成：${goal.goal}`}>
                登记完成
              </Button>
            )}
          </li>
        ))}
      </ul>
      <h2 className="mz-record-heading">跟进和培训</h2>
      {plan.followUps.length === 0 ? (
        <p className="mz-muted">还没有跟进记录。</p>
      ) : (
        <ul className="mz-record-items">
          {plan.followUps.map((one) => (
            <li key={one.id}>
              <div>
                <strong>
                  {formatDay(one.on)} {followUpKindLabels[one.kind]}
                  {one.title === '' ? '' : `：${one.title}`}
                  {one.hours === null ? '' : `（${String(one.hours)} 学时）`}
                </strong>
                <p className="mz-record-text">{one.text}</p>
                {one.goalId !== null && <p className="mz-muted">针对：{goalName(one.goalId)}</p>}
                <Filed place={feedback} files={one.files} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {plan.closing && (
        <>
          <h2 className="mz-record-heading">检查结论</h2>
          <dl className="mz-record-pairs">
            <Pair label="结论">{closingLabels[plan.closing.result]}</Pair>
            <Pair label="检查日期">{formatDay(plan.closing.on)}</Pair>
            <Pair label="检查人">{plan.closing.checker}</Pair>
            <Pair label="检查情况">{plan.closing.note}</Pair>
          </dl>
          <Filed place={feedback} files={plan.closing.files} />
        </>
      )}
    </>
  );
};
