import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import type { RectificationItem } from '../../../../shared/features/cases/carrying-out.ts';
import { isItemDone } from '../../../../shared/features/cases/conditions.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Deadline } from '../../../ui/format/parts.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { TabProps } from './tab-props.ts';

const Done = ({ label, done, all }: { label: string; done: number; all: number }): ReactNode => (
  <div className="mz-case-progress">
    <Progress size="small" showInfo={false} percent={Math.round((100 * done) / all)} aria-label={label} />
    <span>
      {label} {done} / {all} 项
    </span>
  </div>
);

const stateOf = (item: RectificationItem): ReactNode => {
  if (isItemDone(item)) return <StatusTag tone="done">已销号</StatusTag>;
  const checked = item.checks.at(-1);
  if (checked && item.reports.length <= item.checks.length)
    return <StatusTag tone="bad">复查不合格</StatusTag>;
  return item.reports.length > item.checks.length ? (
    <StatusTag tone="due">等待复查</StatusTag>
  ) : (
    <StatusTag tone="active">整改中</StatusTag>
  );
};

const Items = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => (
  <ul className="mz-record-items">
    {record.rectification.map((item, at) => {
      const done = isItemDone(item);
      const number = `第 ${String(at + 1)} 项`;
      return (
        <li key={item.id}>
          <div>
            <strong className="mz-record-text">
              {at + 1}. {item.text}
            </strong>{' '}
            {stateOf(item)} {!done && <Deadline day={item.dueOn} />}
            <p className="mz-muted">
              {formatDay(item.dueOn)}前，责任人 {item.responsible.name}，复查人 {item.checker.name}
            </p>
            {item.reports.map((report, index) => (
              <p key={`report ${String(index)}`} className="mz-record-text">
                {formatDay(report.reportedOn)}整改情况：{report.text}
                {report.evidence.length > 0 && `（附件 ${String(report.evidence.length)} 个，见“证据”）`}
              </p>
            ))}
            {item.checks.map((check, index) => (
              <p key={`check ${String(index)}`} className={check.passed ? 'mz-case-done' : 'mz-case-missing'}>
                {formatDay(check.checkedOn)}复查{check.passed ? '合格' : '不合格'}：{check.note}
              </p>
            ))}
          </div>
          {!done && acts.includes('reportRectification') && (
            <Button
              size="small"
              aria-label={`登记整改情况：${number}`}
              onClick={() => onOpen({ what: 'reportRectification', target: item.id })}
            >
              登记整改情况
            </Button>
          )}
          {!done && acts.includes('checkRectification') && (
            <Button
              size="small"
              aria-label={`复查：${number}`}
              onClick={() => onOpen({ what: 'checkRectification', target: item.id })}
            >
              复查
            </Button>
          )}
        </li>
      );
    })}
  </ul>
);

const Tasks = ({ view: { record, acts }, onOpen }: TabProps): ReactNode => (
  <ul className="mz-record-items">
    {record.tasks.map((task) => (
      <li key={task.id}>
        <div>
          <strong>{task.text}</strong>{' '}
          {task.done ? (
            <StatusTag tone="done">已办结</StatusTag>
          ) : (
            task.dueOn !== null && <Deadline day={task.dueOn} />
          )}
          <p className="mz-muted">
            {[
              task.dueOn === null || task.done ? '' : `${formatDay(task.dueOn)}前`,
              task.responsible ? `由${task.responsible.name}办理` : '',
              task.done ? `${formatDay(task.done.on)}办结，${task.done.by.name}：${task.done.note}` : '',
            ]
              .filter((text) => text !== '')
              .join('，')}
          </p>
        </div>
        {!task.done && acts.includes('completeTask') && (
          <Button
            size="small"
            aria-label={`办结：${task.text}`}
            onClick={() => onOpen({ what: 'completeTask', target: task.id })}
          >
            办结
          </Button>
        )}
      </li>
    ))}
  </ul>
);

/** 整改与执行: what the people have to put right, and what the school has to do so that the decision is carried out. */
export const ExecutionTab = (tab: TabProps): ReactNode => {
  const { rectification, tasks } = tab.view.record;
  if (rectification.length === 0 && tasks.length === 0)
    return (
      <EmptyState
        title="没有整改和执行事项"
        about="作出决定时可以写明整改要求、期限、责任人和复查人；备案、入档、宣布这些执行事项由程序按决定列出。"
      />
    );
  return (
    <>
      {rectification.length > 0 && (
        <>
          <h2 className="mz-record-heading">整改事项</h2>
          <Done label="已销号" done={rectification.filter(isItemDone).length} all={rectification.length} />
          <Items {...tab} />
        </>
      )}
      {tasks.length > 0 && (
        <>
          <h2 className="mz-record-heading">执行事项</h2>
          <Done label="已办结" done={tasks.filter(({ done }) => done !== null).length} all={tasks.length} />
          <Tasks {...tab} />
        </>
      )}
    </>
  );
};
