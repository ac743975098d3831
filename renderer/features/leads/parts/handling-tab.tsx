import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { LeadView } from '../../../../shared/features/leads/channels.ts';
import {
  answerWayLabels,
  outcomeLabels,
  receiverKindLabels,
  triageWayLabels,
} from '../../../../shared/features/leads/schema.ts';
import { formatDay, formatInstant } from '../../../../shared/kernel/dates.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import type { LeadTabProps } from './opened.ts';

/** 处理: acknowledgement, triage, replies and the end, each with the paper that goes with it. */
export const HandlingTab = ({ view, onOpen }: LeadTabProps): ReactNode => {
  const { lead } = view;
  const prints = useCan()('leads.handle');
  const print = (paper: 'acknowledgement' | 'transfer' | 'reply', label: string): ReactNode =>
    prints && (
      <Button size="small" onClick={() => onOpen({ what: 'paper', paper })}>
        {label}
      </Button>
    );
  if (!lead.acknowledgement && !lead.triage && lead.replies.length === 0 && !lead.closing)
    return (
      <EmptyState
        title="还没有处理"
        about="先研判：能直接说清的答复来源；不归本校管的转办；需要追究责任的立为问责事项；暂时无法核实的留存备查。"
      />
    );
  return (
    <ul className="mz-record-items">
      {lead.acknowledgement && (
        <li>
          <div>
            <strong>告知受理</strong> {formatDay(lead.acknowledgement.on)}，
            {answerWayLabels[lead.acknowledgement.way]}
          </div>
          {print('acknowledgement', '受理告知书')}
        </li>
      )}
      {lead.triage && (
        <li>
          <div>
            <strong>研判：{triageWayLabels[lead.triage.way]}</strong>{' '}
            <span className="mz-muted">
              {lead.triage.made.by.name}，{formatInstant(lead.triage.made.at)}
            </span>
            <p className="mz-record-text">{lead.triage.reason}</p>
            {lead.triage.transfer && <Transfer transfer={lead.triage.transfer} />}
          </div>
          {lead.triage.transfer && print('transfer', '线索转办单')}
        </li>
      )}
      {lead.replies.map((reply, at) => (
        <li key={reply.id}>
          <div>
            <strong>答复：{outcomeLabels[reply.outcome]}</strong>{' '}
            <span className="mz-muted">
              {formatDay(reply.repliedOn)}，{answerWayLabels[reply.way]}，{reply.made.by.name}
            </span>
            <p className="mz-record-text">{reply.text}</p>
          </div>
          {at === lead.replies.length - 1 && print('reply', '答复函')}
        </li>
      ))}
      {lead.closing && (
        <li>
          <div>
            <strong>办结：{outcomeLabels[lead.closing.outcome]}</strong>{' '}
            <span className="mz-muted">
              {lead.closing.made.by.name}，{formatInstant(lead.closing.made.at)}
            </span>
            <p className="mz-record-text">{lead.closing.note}</p>
            {lead.closing.withoutReply !== '' && (
              <p className="mz-muted">没有答复，理由：{lead.closing.withoutReply}</p>
            )}
          </div>
        </li>
      )}
    </ul>
  );
};

type TransferOf = NonNullable<NonNullable<LeadView['lead']['triage']>['transfer']>;

const Transfer = ({ transfer }: { transfer: TransferOf }): ReactNode => (
  <dl className="mz-record-pairs">
    <dt>转往</dt>
    <dd>
      {transfer.receiver}（{receiverKindLabels[transfer.receiverKind]}）
    </dd>
    <dt>转办日期</dt>
    <dd>{formatDay(transfer.transferredOn)}</dd>
    <dt>反馈期限</dt>
    <dd>{transfer.answerBy === null ? '未限定' : formatDay(transfer.answerBy)}</dd>
    <dt>办理要求</dt>
    <dd>{transfer.request}</dd>
  </dl>
);
