import type { Cycle } from '../../../shared/features/evaluation/schema.ts';
import { dayOfInstant } from '../../../shared/kernel/dates.ts';
import type { Reader } from '../../store/types.ts';
import type { Deadline, DeadlineContext, DeadlineSource } from '../deadline-source.ts';
import { cycleCollection } from './collections.ts';
import { waitingSheets } from './cycles.ts';
import { owedData } from './data/owed.ts';
import { actionDeadlines } from './school/deadlines.ts';
import { requireVersion } from './systems.ts';
import { feedbackDeadlines, feedbackRecompute } from './feedback/deadlines.ts';

const GROUND = '考核方案规定的评分起止日期';

const ofCycle = (cycle: Cycle) => ({
  ground: GROUND,
  startedOn: cycle.startsOn,
  rolledFrom: null,
  estimated: false,
  recordPath: `/evaluation/cycles/${cycle.id}`,
  recordNumber: '',
  recordTitle: cycle.name,
  people: [],
  permission: 'evaluation.read' as const,
  othersTerm: false,
});

const runningTerms = (cycle: Cycle): Deadline[] => {
  switch (cycle.state) {
    case 'draft':
      return [
        {
          ...ofCycle(cycle),
          key: `${cycle.id}-start`,
          kind: 'start',
          label: '开始评分',
          title: '完成筹备，开始评分',
          startedOn: dayOfInstant(cycle.history[0]?.at ?? `${cycle.startsOn}T00:00:00.000Z`),
          dueOn: cycle.startsOn,
          responsible: { permission: 'evaluation.manage' },
        },
      ];
    case 'scoring':
    case 'closed':
      return [
        {
          ...ofCycle(cycle),
          key: `${cycle.id}-end`,
          kind: 'end',
          label: '评分截止',
          title: cycle.state === 'scoring' ? '收齐评分，收卷' : '核对、校准并确认结果',
          dueOn: cycle.endsOn,
          responsible: { permission: 'evaluation.manage' },
        },
      ];
    case 'confirmed':
      return [];
  }
};

/** Figures that the formulas of a running cycle still wait for: without them its results stay open. */
const owedFigures = (reader: Reader, cycle: Cycle): Deadline[] => {
  if (cycle.state !== 'scoring' && cycle.state !== 'closed') return [];
  const owed = owedData(reader, cycle, requireVersion(reader, cycle.versionId).content);
  if (owed.length === 0) return [];
  return [
    {
      ...ofCycle(cycle),
      key: `${cycle.id}-data`,
      kind: 'data',
      label: '补齐数据',
      title: `公式指标还缺 ${String(owed.length)} 项数据`,
      dueOn: cycle.endsOn,
      recordPath: `/evaluation/cycles/${cycle.id}?tab=data`,
      responsible: { permission: 'evaluation.manage' },
    },
  ];
};

/** What the caller himself still has to enter, one term per evaluation. */
const ownSheets = (reader: Reader, today: string, context: DeadlineContext): Deadline[] => {
  const { session, can, userId, store } = context;
  const open = waitingSheets(reader, { session, can, store, today }, Number.MAX_SAFE_INTEGER).sheets;
  return reader.all(cycleCollection).flatMap((cycle): Deadline[] => {
    const sheets = open.filter(({ cycleId }) => cycleId === cycle.id);
    if (sheets.length === 0) return [];
    return [
      {
        ...ofCycle(cycle),
        key: `${cycle.id}-sheets`,
        kind: 'sheets',
        label: '录入评分',
        title: `还有 ${String(sheets.length)} 张评分表没有评完`,
        dueOn: cycle.endsOn,
        permission: 'evaluation.score',
        responsible: { userId },
      },
    ];
  });
};

/** When evaluations have to begin and to end, the sheets that wait for the caller, and what is owed after results. */
export const cycleDeadlineSource: DeadlineSource = {
  name: 'evaluation',
  label: '考核',
  access: 'evaluation.read',
  exportAccess: 'evaluation.export',
  deadlines: (reader, today, context) => [
    ...reader
      .all(cycleCollection)
      .flatMap((cycle) => [...runningTerms(cycle), ...owedFigures(reader, cycle)]),
    ...(context.can('evaluation.score') ? ownSheets(reader, today, context) : []),
    ...feedbackDeadlines(reader, today, context),
    ...actionDeadlines(reader),
  ],
  recompute: feedbackRecompute,
};
