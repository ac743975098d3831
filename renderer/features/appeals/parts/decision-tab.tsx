import { ArrowRightOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { flawLabels } from '../../../../shared/features/appeals/kinds.ts';
import type { Sitting } from '../../../../shared/features/appeals/panel.ts';
import {
  attendanceLabels,
  tallyOf,
  tallyText,
  voteLabels,
} from '../../../../shared/features/cases/meeting.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { OutcomeTag } from './appeal-state.tsx';
import type { TabProps } from './opened.ts';

const Votes = ({ sitting }: { sitting: Sitting }): ReactNode => {
  const tally = tallyOf(sitting.members, sitting.votes);
  return (
    <>
      <h2 className="mz-record-heading">集体研究</h2>
      <div className="mz-appeal-tally" aria-hidden>
        {(['for', 'against', 'abstain'] as const)
          .filter((vote) => tally[vote] > 0)
          .map((vote) => (
            <span key={vote} className={`mz-appeal-${vote}`} style={{ flexGrow: tally[vote] }}>
              {voteLabels[vote]} {tally[vote]}
            </span>
          ))}
      </div>
      <p>
        {formatDay(sitting.heldOn)}，{sitting.place}，主持人{sitting.chair.name}，记录人
        {sitting.recorder.name}。{tallyText(tally)}。
      </p>
      <p className="mz-muted">
        {sitting.members
          .map(({ person, attendance }) => `${person.name}（${attendanceLabels[attendance]}）`)
          .join('、')}
      </p>
      {sitting.opinions !== '' && <p className="mz-record-text">{sitting.opinions}</p>}
    </>
  );
};

/** 决定: what stood before beside what stands now, why, how it was voted on, and what has to be put right. */
export const DecisionTab = ({ view: { appeal, acts }, onOpen }: TabProps): ReactNode => {
  const { decision } = appeal;
  if (!decision)
    return (
      <EmptyState
        title="还没有决定"
        about="作出决定后，这里列出原处理和现在的处理、理由、表决和要恢复的事项。"
      />
    );
  const now = (itemId: string): string | null =>
    decision.itemIds.includes(itemId)
      ? (decision.replacements.find((each) => each.itemId === itemId)?.after ?? null)
      : (appeal.items.find((each) => each.itemId === itemId)?.measureName ?? null);
  return (
    <>
      <h2 className="mz-record-heading">
        结果 <OutcomeTag outcome={decision.outcome} />
      </h2>
      {appeal.items.map(({ itemId, measureName }) => {
        const after = now(itemId);
        return (
          <div key={itemId} className="mz-appeal-compare">
            <div>
              <span className="mz-muted">原处理</span>{' '}
              <strong className={after === measureName ? '' : 'mz-appeal-gone'}>{measureName}</strong>
            </div>
            <span aria-label="变为" role="img">
              <ArrowRightOutlined />
            </span>
            <div>
              <span className="mz-muted">现在</span> <strong>{after ?? '没有处理'}</strong>
            </div>
          </div>
        );
      })}
      <dl className="mz-record-pairs">
        <dt>决定机构</dt>
        <dd>
          {appeal.organ}，{formatDay(decision.decidedOn)}
          {decision.number === '' ? '' : `，${decision.number}`}
        </dd>
        {decision.flaws.length > 0 && (
          <>
            <dt>原决定的问题</dt>
            <dd>{decision.flaws.map((flaw) => flawLabels[flaw]).join('；')}</dd>
          </>
        )}
        <dt>查明的事实</dt>
        <dd className="mz-record-text">{decision.facts}</dd>
        <dt>理由</dt>
        <dd className="mz-record-text">{decision.reason}</dd>
      </dl>
      {decision.file && (
        <div className="mz-record-acts">
          <Button icon={<PaperClipOutlined />} onClick={() => onOpen({ what: 'seeFile', target: 'result' })}>
            查看收到的决定
          </Button>
        </div>
      )}
      {decision.sitting && <Votes sitting={decision.sitting} />}
      <h2 className="mz-record-heading">已经同时发生的事</h2>
      <ul className="mz-appeal-effects">
        {decision.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {appeal.restorations.length > 0 && (
        <>
          <h2 className="mz-record-heading">恢复事项</h2>
          <ul className="mz-record-items">
            {appeal.restorations.map((one) => (
              <li key={one.id}>
                <div>
                  <strong>{one.text}</strong>{' '}
                  <StatusTag tone={one.done ? 'done' : 'due'}>{one.done ? '已办结' : '待办'}</StatusTag>
                  {one.done && (
                    <p className="mz-muted">
                      {formatDay(one.done.on)}：{one.done.note}
                    </p>
                  )}
                </div>
                {!one.done && acts.includes('restore') && (
                  <Button size="small" onClick={() => onOpen({ what: 'restore', target: one.id })}>
                    办结
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
