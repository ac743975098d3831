import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';

const words = { open: '待处理', dismissed: '不需要回避', withdrawn: '已回避' } as const;
const tones = { open: 'due', dismissed: 'stopped', withdrawn: 'done' } as const;

/** 回避: interests that were declared, and what was decided about each. */
export const Conflicts = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => {
  const may = acts.includes('declareConflict');
  return (
    <>
      <h2 className="mz-record-heading">回避</h2>
      {record.conflicts.length === 0 ? (
        <p className="mz-muted">没有人申报回避。</p>
      ) : (
        <ul className="mz-record-items">
          {record.conflicts.map((conflict) => (
            <li key={conflict.id}>
              <div>
                <strong>{conflict.person.name}</strong>{' '}
                <StatusTag tone={tones[conflict.outcome]}>{words[conflict.outcome]}</StatusTag>
                <p className="mz-muted">
                  {formatDay(conflict.declaredOn)}申报：{conflict.relation}
                  {conflict.note !== '' && `。处理意见：${conflict.note}`}
                </p>
              </div>
              {conflict.outcome === 'open' && may && (
                <Button size="small" onClick={() => onOpen({ what: 'settleConflict', target: conflict.id })}>
                  处理
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'declareConflict' })}>
          申报回避
        </Button>
      )}
    </>
  );
};
