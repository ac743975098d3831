import { taskClock } from '../../../shared/features/cases/clocks.ts';
import type { ExecutionTask } from '../../../shared/features/cases/carrying-out.ts';
import type { Clock } from '../../../shared/features/cases/clock.ts';
import type { Decision } from '../../../shared/features/cases/decision.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { addDays } from '../../../shared/kernel/dates.ts';
import type { NewId } from '../context.ts';

/** Days after the effective day within which a decision is to be carried out: the school's own term. */
const DAYS = 30;

type NewTask = Pick<ExecutionTask, 'kind' | 'text' | 'itemId' | 'personId'>;

/** 备案 is for what the school decided itself: an authority need not be told of its own decision. */
const isDecidedByAuthority = ({ submission }: CaseRecord): boolean =>
  submission?.kind === 'proposal' && submission.reply !== null && submission.reply.outcome !== 'returned';

const tasksOf = (record: CaseRecord, decision: Decision): NewTask[] =>
  decision.items.flatMap(({ id, personId, measure }): NewTask[] => {
    const name = record.subjects.find((subject) => subject.personId === personId)?.name ?? '';
    const about = { itemId: id, personId };
    const { effect } = measure;
    return [
      ...(measure.filing && !isDecidedByAuthority(record)
        ? [{ kind: 'filing' as const, text: `${name}${measure.name}：报主管教育部门备案`, ...about }]
        : []),
      ...(measure.kind === 'sanction'
        ? [
            { kind: 'archive' as const, text: `${name}处分决定存入人事档案`, ...about },
            { kind: 'announce' as const, text: `${name}处分决定在规定范围内宣布`, ...about },
          ]
        : []),
      ...(effect.barsExcellent ||
      effect.ungradedYears > 0 ||
      effect.touchesPerformancePay ||
      effect.barsTitles
        ? [{ kind: 'effect' as const, text: `落实${name}${measure.name}对考核、待遇的影响`, ...about }]
        : []),
      ...(measure.pupilLevel === 'grave' || measure.pupilLevel === 'sanction'
        ? [{ kind: 'help' as const, text: `安排对${name}的帮扶和心理辅导`, ...about }]
        : []),
    ];
  });

/** What has to be done so that a decision is carried out, each with its term. */
export const executionTasks = (
  newId: NewId,
  record: CaseRecord,
  decision: Decision,
): { tasks: ExecutionTask[]; clocks: Clock[] } => {
  const effectiveOn = decision.items[0]?.effectiveOn ?? decision.decidedOn;
  const dueOn = addDays(effectiveOn, DAYS);
  const tasks = tasksOf(record, decision).map((task) => ({
    id: newId(),
    ...task,
    dueOn,
    responsible: null,
    done: null,
  }));
  return {
    tasks,
    clocks: tasks.map(({ id, personId }) => ({
      id: newId(),
      ...taskClock(effectiveOn, dueOn, { itemId: id, personId }),
    })),
  };
};
