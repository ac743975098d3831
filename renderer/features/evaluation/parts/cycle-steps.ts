import { subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { StepBarItem } from '../../../ui/record/step-bar.tsx';
import { unitOf } from './cycle-state.tsx';

/** Where a cycle stands between being put together and being confirmed. */
export const stepsOf = ({ cycle, progress }: CycleView): StepBarItem[] => {
  const place = { draft: 0, scoring: 1, closed: 2, confirmed: 3 }[cycle.state];
  const state = (at: number): StepBarItem['state'] =>
    cycle.state === 'confirmed' || at < place ? 'done' : at === place ? 'current' : 'ahead';
  return [
    {
      key: 'draft',
      label: '筹备',
      state: state(0),
      note: `${String(cycle.subjects.length)} ${unitOf(cycle.kind)}参加`,
    },
    {
      key: 'scoring',
      label: '评分',
      state: state(1),
      note:
        cycle.state === 'draft'
          ? `截止 ${formatDay(cycle.endsOn)}`
          : progress.total === 0
            ? '全由数据计算'
            : `${String(progress.done)} / ${String(progress.total)} 份评完`,
    },
    {
      key: 'closed',
      label: '核对校准',
      state: state(2),
      note: cycle.sealed === null ? '核对结果，开会校准' : '匿名评分已封存',
    },
    {
      key: 'confirmed',
      label: '确认',
      state: state(3),
      note: `${cycle.state === 'confirmed' ? '结果已固定' : '固定结果'}${subjectSourceOf(cycle.kind) === 'staff' ? '，进入个人档案' : ''}`,
    },
  ];
};
