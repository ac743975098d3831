import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { Deadline } from '../../../ui/format/parts.tsx';
import type { TabProps } from './tab-props.ts';

/** 调查方案: what is to be found out, how far it has come. */
export const Plan = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => {
  if (record.route !== 'ordinary' || record.filing === null) return null;
  const { plan } = record.investigation;
  const done = plan.filter(({ doneOn }) => doneOn !== null).length;
  const may = acts.includes('planInvestigation');
  return (
    <>
      <h2 className="mz-record-heading">调查方案</h2>
      {plan.length === 0 ? (
        <p className="mz-muted">还没有列出要查清的事项。</p>
      ) : (
        <>
          <div className="mz-case-progress">
            <Progress
              size="small"
              showInfo={false}
              percent={Math.round((100 * done) / plan.length)}
              aria-label="调查方案完成情况"
            />
            <span>
              完成 {done} / {plan.length} 项
            </span>
          </div>
          <ul className="mz-record-items">
            {plan.map((step) => (
              <li key={step.id}>
                <div>
                  <span className={step.doneOn === null ? 'mz-muted' : 'mz-case-done'} aria-hidden>
                    {step.doneOn === null ? <ClockCircleOutlined /> : <CheckCircleOutlined />}
                  </span>{' '}
                  {step.text}
                  <p className="mz-muted">
                    {[
                      step.person ? `由${step.person.name}办理` : '',
                      step.dueOn === null ? '' : `${formatDay(step.dueOn)}前`,
                      step.doneOn === null ? '' : `${formatDay(step.doneOn)}完成`,
                    ]
                      .filter((text) => text !== '')
                      .join('，')}
                  </p>
                </div>
                {step.doneOn === null && step.dueOn !== null && <Deadline day={step.dueOn} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {may && (
        <Button style={{ marginTop: 10 }} onClick={() => onOpen({ what: 'planInvestigation' })}>
          {plan.length === 0 ? '制定调查方案' : '更新方案和进度'}
        </Button>
      )}
    </>
  );
};
