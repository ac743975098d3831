import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { capacityLabels, lookKindLabels } from '../../../../shared/features/appeals/kinds.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './opened.ts';

const conflictWords = { open: '待处理', dismissed: '不需要回避', withdrawn: '已回避' } as const;
const conflictTones = { open: 'due', dismissed: 'info', withdrawn: 'stopped' } as const;

/** 办理: who handles it, who may not, what they looked at. */
export const HandlingTab = ({ view, onOpen }: TabProps): ReactNode => {
  const { appeal, acts, involved } = view;
  if (!appeal.inside)
    return (
      <>
        <h2 className="mz-record-heading">报送材料</h2>
        {appeal.forwarding ? (
          <dl className="mz-record-pairs">
            <dt>报送日期</dt>
            <dd>{formatDay(appeal.forwarding.on)}</dd>
            <dt>材料和说明</dt>
            <dd className="mz-record-text">{appeal.forwarding.text}</dd>
          </dl>
        ) : (
          <EmptyState
            title="还没有报送材料"
            about={`由${appeal.organ}决定。学校按要求报送案卷和说明后在这里登记。`}
          />
        )}
      </>
    );
  return (
    <>
      <h2 className="mz-record-heading">办理人员</h2>
      {appeal.panel === null ? (
        <EmptyState
          title="还没有确定办理人员"
          about="受理以后，由没有参与原调查和决定、没有利害关系的人员办理。"
        />
      ) : (
        <>
          <ul className="mz-record-items" aria-label={appeal.panel.name}>
            {appeal.panel.members.map(({ person, capacity, about, outside }) => (
              <li key={person.id}>
                <div>
                  <strong>{person.name}</strong>
                  <p className="mz-muted">
                    {[capacityLabels[capacity], about, outside ? '校外' : '']
                      .filter((text) => text !== '')
                      .join('，')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {appeal.panel.gapReason !== '' && (
            <p className="mz-muted">组成人员不齐的原因：{appeal.panel.gapReason}</p>
          )}
        </>
      )}
      <div className="mz-record-acts">
        {acts.includes('assign') && (
          <Button onClick={() => onOpen({ what: 'assign' })}>
            {appeal.panel === null ? '确定办理人员' : '调整办理人员'}
          </Button>
        )}
        {acts.includes('declareConflict') && (
          <Button onClick={() => onOpen({ what: 'declareConflict' })}>申报回避</Button>
        )}
      </div>
      {appeal.conflicts.length > 0 && (
        <>
          <h2 className="mz-record-heading">回避</h2>
          <ul className="mz-record-items">
            {appeal.conflicts.map((one) => (
              <li key={one.id}>
                <div>
                  <strong>{one.person.name}</strong>{' '}
                  <StatusTag tone={conflictTones[one.outcome]}>{conflictWords[one.outcome]}</StatusTag>
                  <p className="mz-muted">
                    {one.relation}
                    {one.note === '' ? '' : `。${one.note}`}
                  </p>
                </div>
                {one.outcome === 'open' && acts.includes('settleConflict') && (
                  <Button size="small" onClick={() => onOpen({ what: 'settleConflict', target: one.id })}>
                    处理
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mz-record-heading">查核</h2>
      {appeal.looks.length === 0 ? (
        <EmptyState
          title="还没有查核记录"
          about="审阅案卷、听取申请人意见，都在这里记录，然后才能作出决定。"
        />
      ) : (
        <ul className="mz-record-items">
          {appeal.looks.map((one) => (
            <li key={one.id}>
              <div>
                <strong>
                  {formatDay(one.on)}，{lookKindLabels[one.kind]}
                </strong>
                <p className="mz-muted">{one.people}</p>
                <p className="mz-record-text">{one.text}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {acts.includes('look') && (
        <div className="mz-record-acts">
          <Button onClick={() => onOpen({ what: 'look' })}>记录查核</Button>
        </div>
      )}
      {involved.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 18 }}
          title="参与过原调查、决定或者有利害关系，不能办理的人员"
          description={involved.map(({ name, why }) => `${name}（${why}）`).join('；')}
        />
      )}
    </>
  );
};
