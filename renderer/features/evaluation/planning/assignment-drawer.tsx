import './planning.css';
import { Alert, Button, Drawer, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { coverageOf } from '../../../../shared/features/evaluation/planning/coverage.ts';
import type { RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { AssignmentMatrix, listsOf, type Lists } from './assignment-matrix.tsx';
import { AssignmentRule } from './assignment-rule.tsx';

interface AssignmentDrawerProps {
  readonly view: CycleView;
  readonly group: RaterGroup;
  readonly onClose: () => void;
}

const same = (a: Lists, b: Lists): boolean =>
  [...a].every(([id, list]) => {
    const other = b.get(id);
    return other?.size === list.size && [...list].every((one) => other.has(one));
  });

const changed = (before: Lists, after: Lists): { raterId: string; subjectIds: string[] }[] =>
  [...after]
    .filter(([id, list]) => !same(new Map([[id, list]]), before))
    .map(([raterId, list]) => ({ raterId, subjectIds: [...list] }));

/** 谁评谁: by a rule, then by hand. */
export const AssignmentDrawer = ({ view, group, onClose }: AssignmentDrawerProps): ReactNode => {
  const { cycle } = view;
  const { subjects } = cycle;
  const toast = useToast();
  const held = listsOf(group, subjects);
  const [lists, setLists] = useState(held);
  const locked = cycle.state === 'scoring' && group.anonymous;
  const target = { id: cycle.id, rev: cycle.rev, groupId: group.id };
  const after = (next: CycleView): void => {
    const now = next.cycle.groups.find(({ id }) => id === group.id);
    if (now) setLists(listsOf(now, subjects));
    toast.done('已保存谁评谁');
  };
  const assign = useCommand('evaluation.assign', { onError: toast.failed, onSuccess: after });
  const save = useCommand('evaluation.setAssignments', { onError: toast.failed, onSuccess: after });
  const { perSubject, idle } = coverageOf(group, subjects);
  const short = perSubject.filter(({ raters }) => raters < group.minRaters);
  const dirty = !same(lists, held);
  return (
    <Drawer
      open
      size={880}
      title={`${group.name}：谁评谁`}
      onClose={onClose}
      closable={{ 'aria-label': '关闭' }}
      mask={{ closable: !dirty }}
      extra={
        <Space>
          <Button disabled={!dirty} onClick={() => setLists(held)}>
            还原
          </Button>
          <Button
            type="primary"
            disabled={!dirty}
            loading={save.isPending}
            onClick={() => save.mutate({ ...target, raters: changed(held, lists) })}
          >
            保存
          </Button>
        </Space>
      }
    >
      {locked && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title="匿名组在评分开始以后不能再改谁评谁，以免看出是谁评的。"
        />
      )}
      <AssignmentRule
        key={cycle.rev}
        group={group}
        pending={assign.isPending}
        disabled={locked || dirty}
        onApply={(assignment) => assign.mutate({ ...target, assignment })}
      />
      {(short.length > 0 || idle.length > 0) && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={[
            ...(short.length > 0
              ? [
                  `${String(short.length)} 个对象的评分人不足 ${String(group.minRaters)} 人：${short
                    .slice(0, 5)
                    .map(({ subject }) => subject.name)
                    .join('、')}${short.length > 5 ? '等' : ''}`,
                ]
              : []),
            ...(idle.length > 0 ? [`${String(idle.length)} 名评分人没有要评的对象`] : []),
          ].join('；')}
        />
      )}
      <AssignmentMatrix
        group={group}
        subjects={subjects}
        lists={lists}
        disabled={locked}
        onChange={setLists}
      />
    </Drawer>
  );
};
