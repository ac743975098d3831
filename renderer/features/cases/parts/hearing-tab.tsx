import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  currentHearings,
  currentNotifications,
  currentStatements,
} from '../../../../shared/features/cases/conditions.ts';
import {
  adoptionLabels,
  guardianWayLabels,
  statementOutcomeLabels,
  type Hearing,
  type Notification,
  type Statement,
} from '../../../../shared/features/cases/hearing.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';

const Told = ({ told }: { told: Notification }): ReactNode => (
  <>
    <p className="mz-muted">
      {formatDay(told.notifiedOn)}
      {told.way === 'written' ? '书面告知' : '口头告知'}，可以在{formatDay(told.deadlineOn)}前陈述
      {told.hearingOffered && '，已告知可以申请听证'}
    </p>
    {told.intended !== '' && <p>拟作出的处理：{told.intended}</p>}
    {told.guardian && (
      <p className="mz-muted">
        {formatDay(told.guardian.toldOn)}
        {guardianWayLabels[told.guardian.way]}告知监护人{told.guardian.name}
      </p>
    )}
  </>
);

const Said = ({ said }: { said: Statement }): ReactNode => (
  <>
    <p className="mz-record-text">
      {formatDay(said.heardOn)}
      {said.text === '' ? statementOutcomeLabels[said.outcome] : `陈述：${said.text}`}
    </p>
    {said.outcome === 'stated' && (
      <p className="mz-muted">
        {said.adoption === null
          ? '尚未写明是否采纳。'
          : `${adoptionLabels[said.adoption]}：${said.adoptionReason}`}
      </p>
    )}
  </>
);

const Held = ({ hearing }: { hearing: Hearing }): ReactNode => (
  <p className="mz-record-text">
    {formatDay(hearing.heldOn)}在{hearing.place}听证，主持人 {hearing.chair.name}，记录人{' '}
    {hearing.recorder.name}
    {hearing.attendees !== '' && `，参加人员 ${hearing.attendees}`}。听证意见：{hearing.opinion}
  </p>
);

/** 告知与申辩: for each person what was told, what was said, and the hearing where one was asked for. */
export const HearingTab = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => {
  const told = currentNotifications(record);
  const said = currentStatements(record);
  const held = currentHearings(record);
  return (
    <>
      <ul className="mz-record-items">
        {record.subjects.map(({ personId, name }) => {
          const notice = told.find((one) => one.personId === personId);
          const statement = said.find((one) => one.personId === personId);
          const hearing = held.find((one) => one.personId === personId);
          const asked = statement?.hearingAsked === true;
          return (
            <li key={personId}>
              <div>
                <strong>{name}</strong>{' '}
                <StatusTag tone={notice ? 'done' : 'draft'}>{notice ? '已告知' : '未告知'}</StatusTag>{' '}
                {notice && (
                  <StatusTag tone={statement ? 'done' : 'due'}>
                    {statement ? statementOutcomeLabels[statement.outcome] : '等待陈述'}
                  </StatusTag>
                )}{' '}
                {asked && (
                  <StatusTag tone={hearing ? 'done' : 'due'}>{hearing ? '已听证' : '已申请听证'}</StatusTag>
                )}
                {notice && <Told told={notice} />}
                {statement && <Said said={statement} />}
                {hearing && <Held hearing={hearing} />}
              </div>
              {notice && acts.includes('hearStatement') && (
                <Button
                  size="small"
                  aria-label={`${statement ? '重新记录陈述' : '记录陈述'}：${name}`}
                  onClick={() => onOpen({ what: 'hearStatement', target: personId })}
                >
                  {statement ? '重新记录陈述' : '记录陈述'}
                </Button>
              )}
              {asked && acts.includes('holdHearing') && (
                <Button
                  size="small"
                  aria-label={`${hearing ? '重新记录听证' : '记录听证'}：${name}`}
                  onClick={() => onOpen({ what: 'holdHearing', target: personId })}
                >
                  {hearing ? '重新记录听证' : '记录听证'}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {record.round > 1 && (
        <p className="mz-muted" style={{ marginTop: 10 }}>
          事实经过重新确认，这里是第 {record.round} 次告知与陈述；以前各次见办理记录。
        </p>
      )}
      {acts.includes('notify') && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'notify' })}>
          {told.length > 0 ? '重新告知' : '告知本人'}
        </Button>
      )}
    </>
  );
};
