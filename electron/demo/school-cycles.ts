import type { ChannelOutput } from '../../shared/channels.ts';
import type { Caller } from './caller.ts';
import type { ToldRaters } from './self-evaluation-content.ts';
import { logIn, type World } from './world.ts';

export interface CyclePlan {
  readonly name: string;
  readonly about: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly startYear: number;
  /** How much of full marks is lost on average, in percent. */
  readonly loss: number;
  /** How many of the raters from outside have handed in; the panel always has. */
  readonly outside: number;
}

const groupsOf = ({ panel, outside }: ToldRaters) => [
  {
    id: 'panel',
    kind: 'panel' as const,
    name: '评估工作组',
    weight: 6000,
    dimensionIds: null,
    raters: panel.map((name, at) => ({ id: `panel-${String(at + 1)}`, name, userId: null })),
  },
  {
    id: 'outside',
    kind: 'thirdParty' as const,
    name: '服务对象评议',
    weight: 4000,
    dimensionIds: null,
    raters: outside.map((name, at) => ({ id: `outside-${String(at + 1)}`, name, userId: null })),
  },
];

type Sheet = ChannelOutput<'evaluation.scoreSheet'>;

/** Raters differ a little, indicators more; the same each time. */
const entriesOf = ({ columns }: Sheet, loss: number, rater: number, subject: number) =>
  columns.map(({ indicatorId, method, fullMarks, levels }, column) => {
    const off = loss + ((column * 7 + rater * 3 + subject * 5) % 9) - 4;
    if (method === 'levels')
      return { indicatorId, text: levels[levels.length > 2 && off > 11 ? 1 : 0] ?? '' };
    if (method === 'points')
      return { indicatorId, text: String(Math.round((fullMarks * (100 - off)) / 10_000)) };
    return { indicatorId, text: off > 13 ? '-2' : off > 8 ? '-1' : '0' };
  });

export const score = async (
  world: World,
  cycleId: string,
  raters: ToldRaters,
  { loss, outside }: CyclePlan,
): Promise<void> => {
  const evaluator = await logIn(world, 'kaohe');
  const sheets = [
    ...raters.panel.map((_, at) => ({ groupId: 'panel', raterId: `panel-${String(at + 1)}` })),
    ...raters.outside.slice(0, outside).map((_, at) => ({
      groupId: 'outside',
      raterId: `outside-${String(at + 1)}`,
    })),
  ];
  for (const [rater, { groupId, raterId }] of sheets.entries()) {
    const sheet = await evaluator.call('evaluation.scoreSheet', { cycleId, groupId, raterId });
    const rows = sheet.rows.map((row, subject) => ({
      raterId: row.raterId,
      subjectId: row.subject.id,
      rev: row.rev,
      cells: entriesOf(sheet, loss, rater, subject),
    }));
    const { problems } = await evaluator.call('evaluation.saveScores', { cycleId, groupId, rows });
    if (problems.length > 0) throw new Error(`score refused: ${JSON.stringify(problems[0])}`);
  }
};

export type Chosen = { by: 'kind'; departmentIds: null } | { by: 'ids'; ids: string[] };

export const begin = async (
  office: Caller,
  versionId: string,
  plan: CyclePlan,
  raters: ToldRaters,
  subjects: Chosen,
): Promise<string> => {
  const { years } = await office.call('organisation.schoolYears', {});
  const draft = await office.call('evaluation.createCycle', {
    plan: {
      name: plan.name,
      versionId,
      schoolYearId: years.find(({ startYear }) => startYear === plan.startYear)?.id ?? null,
      term: null,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      about: plan.about,
      whenAbsent: 'reweight',
      groups: groupsOf(raters),
    },
  });
  const chosen = await office.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects,
  });
  const { cycle } = await office.call('evaluation.start', { id: chosen.cycle.id, rev: chosen.cycle.rev });
  return cycle.id;
};

export const settle = async (world: World, cycleId: string): Promise<void> => {
  const principal = await logIn(world, 'xiaozhang');
  const { cycle } = await principal.call('evaluation.readCycle', { id: cycleId });
  const closed = await principal.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
  await principal.call('evaluation.confirm', { id: cycle.id, rev: closed.cycle.rev });
};

export const adopt = async (office: Caller, key: string): Promise<string> => {
  const { versions } = await office.call('evaluation.adoptFromLibrary', { key });
  const [newest] = versions;
  if (!newest) throw new Error(`the library has no ${key}`);
  return newest.version.id;
};
