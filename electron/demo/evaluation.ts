import type { ChannelOutput } from '../../shared/channels.ts';
import type { Caller } from './caller.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import type { Happening } from './cases.ts';
import { closeTheCircle, tellLate, tellResults } from './feedback.ts';
import { logIn, type World } from './world.ts';

type Sheet = ChannelOutput<'evaluation.scoreSheet'>;

interface CyclePlan {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly startYear: number;
  readonly term: number | null;
}

const groups = [
  {
    id: 'leaders',
    kind: 'leader' as const,
    name: '领导评价',
    weight: 5000,
    dimensionIds: null,
    raters: [
      { id: 'leader-1', name: '教学副校长', userId: null },
      { id: 'leader-2', name: '德育副校长', userId: null },
    ],
  },
  {
    id: 'panel',
    kind: 'panel' as const,
    name: '考核小组',
    weight: 3000,
    dimensionIds: null,
    raters: [{ id: 'panel-1', name: '考核小组', userId: null }],
  },
  { id: 'self', kind: 'self' as const, name: '自评', weight: 2000, dimensionIds: null, raters: [] },
];

/** A believable entry for every cell: most do well, few do badly, nobody does the impossible. */
const entries = ({ columns }: Sheet, world: World): { indicatorId: string; text: string }[] => {
  const talent = 1 + world.draw.below(18);
  return columns.map(({ indicatorId, method, fullMarks, levels, allowed }) => {
    const loss = talent + world.draw.below(12);
    if (method === 'levels') return { indicatorId, text: levels[loss > 14 ? 1 : 0] ?? '' };
    if (method === 'points')
      return { indicatorId, text: String(Math.round((fullMarks * (100 - loss)) / 10_000)) };
    const least = allowed.startsWith('最多扣') && world.draw.below(4) === 0 ? '-1' : '0';
    return { indicatorId, text: least };
  });
};

const fill = async (
  world: World,
  evaluator: Caller,
  cycleId: string,
  groupId: string,
  raterId: string | null,
  share: number,
): Promise<void> => {
  const sheet = await evaluator.call('evaluation.scoreSheet', { cycleId, groupId, raterId });
  const rows = sheet.rows.slice(0, Math.ceil(sheet.rows.length * share)).map((row) => ({
    raterId: row.raterId,
    subjectId: row.subject.id,
    rev: row.rev,
    cells: entries(sheet, world),
  }));
  const saved = await evaluator.call('evaluation.saveScores', { cycleId, groupId, rows });
  const [problem] = saved.problems;
  if (problem) throw new Error(`score refused: ${JSON.stringify(problem)}`);
};

const start = async (world: World, versionId: string, plan: CyclePlan): Promise<string> => {
  const office = await logIn(world, 'bangongshi');
  const { years } = await office.call('organisation.schoolYears', {});
  const draft = await office.call('evaluation.createCycle', {
    plan: {
      name: plan.name,
      versionId,
      schoolYearId: years.find(({ startYear }) => startYear === plan.startYear)?.id ?? null,
      term: plan.term,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      about: '考核对象为全体专任教师，结果作为评优评先和绩效分配的依据之一。',
      whenAbsent: 'block',
      groups,
    },
  });
  const chosen = await office.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  const { cycle } = await office.call('evaluation.start', { id: chosen.cycle.id, rev: chosen.cycle.rev });
  return cycle.id;
};

const score = async (world: World, cycleId: string, whole: boolean): Promise<void> => {
  const evaluator = await logIn(world, 'kaohe');
  for (const { id, raters } of groups) {
    const sheets = raters.length > 0 ? raters.map((rater) => rater.id) : [null];
    for (const [index, raterId] of sheets.entries()) {
      const share = whole ? 1 : id === 'leaders' && index === 0 ? 0.6 : id === 'self' ? 0.3 : 0;
      if (share > 0) await fill(world, evaluator, cycleId, id, raterId, share);
    }
  }
};

/** Last year's evaluation of all teachers, confirmed, and this year's while it is being scored. */
export const planEvaluations = (world: World): Happening[] => {
  const { today, year } = world;
  const lastYear: CyclePlan = {
    name: `${String(year - 1)}—${String(year)}学年教师考核`,
    startsOn: `${String(year)}-06-10`,
    endsOn: `${String(year)}-06-30`,
    startYear: year - 1,
    term: null,
  };
  const thisTerm: CyclePlan = {
    name: `${String(year)}—${String(year + 1)}学年教师阶段考核`,
    startsOn: addDays(today, -6),
    endsOn: addDays(today, 15),
    startYear: year,
    term: null,
  };
  let versionId = '';
  let cycleId = '';
  return [
    {
      day: lastYear.startsOn,
      async act() {
        const office = await logIn(world, 'bangongshi');
        const { versions } = await office.call('evaluation.adoptFromLibrary', { key: 'teacher' });
        versionId = versions[0]?.version.id ?? '';
        cycleId = await start(world, versionId, lastYear);
      },
    },
    { day: addDays(lastYear.startsOn, 9), act: () => score(world, cycleId, true) },
    {
      day: lastYear.endsOn,
      async act() {
        const principal = await logIn(world, 'xiaozhang');
        const { cycle } = await principal.call('evaluation.readCycle', { id: cycleId });
        const closed = await principal.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
        await principal.call('evaluation.confirm', {
          id: cycle.id,
          rev: closed.cycle.rev,
          notTwice: '已逐人核对：扣分为日常考勤和常规检查，与已处理的事项不是同一事项。',
        });
      },
    },
    { day: addDays(lastYear.endsOn, 2), act: () => tellResults(world, cycleId) },
    { day: addDays(lastYear.endsOn, 8), act: () => closeTheCircle(world, cycleId) },
    { day: addDays(today, -2), act: () => tellLate(world, cycleId) },
    {
      day: thisTerm.startsOn,
      async act() {
        const running = await start(world, versionId, thisTerm);
        await score(world, running, false);
      },
    },
  ];
};
