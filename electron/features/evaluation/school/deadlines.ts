import { actionKindLabels } from '../../../../shared/features/evaluation/school/schema.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import type { Reader } from '../../../store/types.ts';
import type { Deadline } from '../../deadline-source.ts';
import { cycleCollection } from '../collections.ts';
import { selfEvaluationCollection } from './collections.ts';

/** Until when what was put on the list of actions has to be done. */
export const actionDeadlines = (reader: Reader): Deadline[] =>
  reader.all(selfEvaluationCollection).flatMap(({ cycleId, subjectId, actions }) => {
    const cycle = reader.get(cycleCollection, cycleId);
    if (!cycle) return [];
    return actions
      .filter(({ closed }) => closed === null)
      .map((action): Deadline => ({
        key: action.id,
        kind: 'school-action',
        label: '整改和改进',
        title: `${actionKindLabels[action.kind]}：${action.item}（${action.responsible}）`,
        ground: '整改和改进清单规定的期限',
        startedOn: dayOfInstant(action.made.at),
        dueOn: action.dueOn,
        rolledFrom: null,
        estimated: false,
        recordPath: `/evaluation/cycles/${cycleId}?tab=school&subject=${subjectId}`,
        recordNumber: '',
        recordTitle: cycle.name,
        people: [],
        permission: 'evaluation.read',
        responsible: { permission: 'evaluation.manage' },
        othersTerm: false,
      }));
  });
