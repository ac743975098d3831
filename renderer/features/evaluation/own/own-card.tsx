import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';

/** 今日: one's own results that wait for an opinion, or may still be objected to; nothing when there are none. */
export const OwnCard = (): ReactNode => {
  const { data } = useCall('evaluation.ownResults', {});
  const waiting = (data?.rows ?? []).filter(({ toSign, objectBy }) => toSign || objectBy !== null);
  if (waiting.length === 0) return null;
  return (
    <Card size="small" title={`我的考核结果（${String(waiting.length)}）`}>
      <ul className="mz-today-sheets">
        {waiting.map(({ cycleId, cycleName, grade, toSign, objectBy }) => (
          <li key={cycleId}>
            <Link to={`/evaluation/own?cycle=${cycleId}`}>{`${cycleName}：${grade}`}</Link>
            <span className="mz-muted">
              {[
                ...(toSign ? ['请签署意见'] : []),
                ...(objectBy === null ? [] : [`到${formatDay(objectBy)}止可以提出异议`]),
              ].join('，')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
