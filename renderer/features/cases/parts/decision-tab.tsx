import './periods.css';
import { Button, Collapse } from 'antd';
import type { ReactNode } from 'react';
import {
  replyOutcomeLabels,
  type Decision,
  type DecisionItem,
} from '../../../../shared/features/cases/decision.ts';
import { groundTexts } from '../../../../shared/features/cases/grounds.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { dayOfMs, daysBetween, formatDay } from '../../../../shared/kernel/dates.ts';
import { decidingBodyLabels, measureKindLabels } from '../../../../shared/law/vocabulary.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';
import { MeetingVotes } from './meeting-votes.tsx';
import { lengthText, spanText } from './period-lines.ts';

const PeriodBar = ({ from, endsOn }: { from: string; endsOn: string }): ReactNode => {
  const whole = Math.max(1, daysBetween(from, endsOn) + 1);
  const gone = Math.min(whole, Math.max(0, daysBetween(from, dayOfMs(Date.now()))));
  return (
    <div className="mz-period-bar" aria-hidden>
      <span style={{ width: `${String(Math.round((100 * gone) / whole))}%` }} />
    </div>
  );
};

const ItemLine = ({ item, name }: { item: DecisionItem; name: string }): ReactNode => (
  <li>
    <div>
      <strong>
        {name}：{item.measure.name}
        {item.days !== null && `（${String(item.days)} 天）`}
      </strong>{' '}
      <span className="mz-case-kind">{measureKindLabels[item.measure.kind]}</span>{' '}
      {item.proposal && <StatusTag tone="due">报请主管部门决定</StatusTag>}
      {item.proposal ? (
        <p className="mz-muted">
          {item.endsOn !== null && `建议期间 ${lengthText(item.effectiveOn, item.endsOn)}；`}
          批复以前不发生效力，期间从主管部门的决定起算。
        </p>
      ) : item.endsOn === null ? (
        <p className="mz-muted">{formatDay(item.effectiveOn)}生效</p>
      ) : (
        <>
          <PeriodBar from={item.effectiveOn} endsOn={item.endsOn} />
          <p className="mz-muted">
            {spanText(item.effectiveOn, item.endsOn)}（{lengthText(item.effectiveOn, item.endsOn)}）
          </p>
        </>
      )}
      {item.measure.effects !== '' && <p className="mz-muted">影响：{item.measure.effects}</p>}
    </div>
  </li>
);

const Overrides = ({ decision }: { decision: Decision }): ReactNode =>
  decision.overrides.length > 0 && (
    <>
      <h2 className="mz-record-heading">说明了理由的提醒</h2>
      <ul className="mz-record-items">
        {decision.overrides.map((one) => (
          <li key={one.ruleId}>
            <div>
              <p>{one.message}</p>
              <p className="mz-muted">依据：{one.article}</p>
              <p>理由：{one.reason}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );

const Whole = ({ decision, record }: { decision: Decision; record: CaseRecord }): ReactNode => {
  const nameOf = (personId: string): string =>
    record.subjects.find((subject) => subject.personId === personId)?.name ?? '已分出的当事人';
  return (
    <>
      <ul className="mz-record-items">
        {decision.items.map((item) => (
          <ItemLine key={item.id} item={item} name={nameOf(item.personId)} />
        ))}
      </ul>
      <dl className="mz-record-pairs" style={{ marginTop: 14 }}>
        <dt>决定</dt>
        <dd>
          {decidingBodyLabels[decision.body]}
          {decision.decider && `（${decision.decider.name}）`}，{formatDay(decision.decidedOn)}
        </dd>
        <dt>依据</dt>
        <dd>
          {groundTexts(decision.grounds).map((text) => (
            <div key={text}>{text}</div>
          ))}
        </dd>
        <dt>认定与处理理由</dt>
        <dd className="mz-record-text">{decision.reason}</dd>
        {decision.addressee !== '' && (
          <>
            <dt>主送</dt>
            <dd>{decision.addressee}</dd>
          </>
        )}
      </dl>
      {decision.meeting && <MeetingVotes meeting={decision.meeting} nameOf={nameOf} />}
      <Overrides decision={decision} />
    </>
  );
};

const SubmissionPart = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => {
  const { submission } = record;
  if (!submission) return null;
  const { reply } = submission;
  const referral = submission.kind === 'referral';
  return (
    <>
      <h2 className="mz-record-heading">
        {referral ? '移送' : '报请'}{' '}
        <StatusTag tone={reply ? (reply.outcome === 'returned' ? 'due' : 'done') : 'due'}>
          {reply ? (referral ? '已反馈' : replyOutcomeLabels.proposal[reply.outcome]) : '等待答复'}
        </StatusTag>
      </h2>
      <dl className="mz-record-pairs">
        <dt>{referral ? '移送机关' : '报送机关'}</dt>
        <dd>
          {submission.organ}，{formatDay(submission.sentOn)}
        </dd>
        <dt>理由</dt>
        <dd className="mz-record-text">{submission.reason}</dd>
        {reply && (
          <>
            <dt>{referral ? '反馈' : '批复'}</dt>
            <dd className="mz-record-text">
              {formatDay(reply.repliedOn)}
              {reply.number !== '' && `，${reply.number}`}：{reply.text}
            </dd>
          </>
        )}
      </dl>
      {acts.includes('recordReply') && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'recordReply' })}>
          登记批复或反馈
        </Button>
      )}
    </>
  );
};

/** 决定: what was decided for each person, by whom, with which votes and grounds, and what went before. */
export const DecisionTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { record, acts } = view;
  const former = record.formerDecisions.toReversed();
  return (
    <>
      {record.decision ? (
        <Whole decision={record.decision} record={record} />
      ) : (
        !record.submission && (
          <EmptyState
            title={former.length > 0 ? '现在没有有效的决定' : '还没有决定'}
            about="事实确认、告知和听取陈述之后作出决定；程序会边填边查是否合规。"
            actions={
              acts.includes('decide') && <Button onClick={() => onOpen({ what: 'decide' })}>作出决定</Button>
            }
          />
        )
      )}
      <SubmissionPart view={view} onOpen={onOpen} />
      {former.length > 0 && (
        <>
          <h2 className="mz-record-heading">以前的决定（{former.length}）</h2>
          <Collapse
            items={former.map((decision) => ({
              key: decision.decided.at,
              label: `${formatDay(decision.decidedOn)} ${decision.items.map(({ measure }) => measure.name).join('、')}（不再有效）`,
              children: <Whole decision={decision} record={record} />,
            }))}
          />
        </>
      )}
    </>
  );
};
