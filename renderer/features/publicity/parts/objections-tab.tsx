import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { objectionWayLabels } from '../../../../shared/features/publicity/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { PublicityTabProps } from './opened.ts';

/** 异议: each with what was found and answered. */
export const ObjectionsTab = ({ view, onOpen }: PublicityTabProps): ReactNode => {
  const { record, acts } = view;
  const add = acts.includes('recordObjection') && (
    <Button icon={<PlusOutlined />} onClick={() => onOpen({ what: 'recordObjection' })}>
      登记异议
    </Button>
  );
  if (record.objections.length === 0)
    return (
      <EmptyState
        title="没有收到异议"
        about={
          record.state === 'draft'
            ? '开始公示以后，有人提出异议就登记在这里，核实后答复。'
            : '有人提出异议就登记在这里，核实后答复。全部答复以后才能结束公示。'
        }
        actions={add}
      />
    );
  return (
    <>
      <ul className="mz-record-items">
        {record.objections.map(({ id, receivedOn, way, by, text, answer }) => (
          <li key={id}>
            <div>
              <p className="mz-muted">
                {formatDay(receivedOn)}收到，{objectionWayLabels[way]}，{by === '' ? '没有留名' : by}
              </p>
              <p className="mz-record-text">{text}</p>
              {answer && (
                <p className="mz-notice-answer mz-record-text">
                  <span className="mz-muted">
                    {formatDay(answer.answeredOn)}答复，{answer.answered.by.name}：
                  </span>
                  {answer.text}
                </p>
              )}
            </div>
            {answer ? (
              <StatusTag tone={answer.founded ? 'bad' : 'done'}>
                {answer.founded ? '属实，已答复' : '不属实，已答复'}
              </StatusTag>
            ) : (
              <>
                <StatusTag tone="due">未答复</StatusTag>
                {acts.includes('answerObjection') && (
                  <Button type="primary" onClick={() => onOpen({ what: 'answerObjection', objectionId: id })}>
                    答复
                  </Button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      <div className="mz-record-acts">{add}</div>
    </>
  );
};
