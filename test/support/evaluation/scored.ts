import type { ChannelInput } from '../../../shared/channels.ts';
import type { IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import type { CycleView } from '../../../shared/features/evaluation/views.ts';
import type { Caller } from '../harness.ts';
import type { Plan, PlannedGroup } from './teachers.ts';

/** Two indicators whose marks make the total plain: work out of 100, and conduct, a tenth of it, with a veto line. */
const contentOf = (bands: IndicatorContent['bands']): IndicatorContent => ({
  name: '教师工作考核',
  about: '',
  dimensions: [
    {
      id: 'whole',
      name: '工作表现',
      weight: 10_000,
      indicators: [
        {
          id: 'work',
          name: '工作实绩',
          standard: '',
          evidence: '',
          weight: 9000,
          fullMarks: 10_000,
          method: { kind: 'points' },
          vetoBelow: null,
        },
        {
          id: 'conduct',
          name: '师德师风',
          standard: '',
          evidence: '',
          weight: 1000,
          fullMarks: 1000,
          method: { kind: 'points' },
          vetoBelow: 300,
        },
      ],
    },
  ],
  bands: [...bands],
});

/** The lines of a usual evaluation of the school's own. */
export const plainBands: IndicatorContent['bands'] = [
  { label: '优秀', from: 9000 },
  { label: '良好', from: 8000 },
  { label: '合格', from: 6000 },
  { label: '不合格', from: 0 },
];

/** A system for teachers, ready for use. */
export const plainSystem = async (one: Caller, bands = plainBands): Promise<string> => {
  const { versions } = await one.call('evaluation.createSystem', { name: '教师工作考核', kind: 'teacher' });
  const draft = versions[0]?.version;
  if (!draft) throw new Error('no version');
  await one.call('evaluation.saveVersion', { id: draft.id, rev: draft.rev, content: contentOf(bands) });
  return draft.id;
};

/** Three raters by name, who agree in everything. */
export const panel: PlannedGroup = {
  id: 'panel',
  kind: 'panel',
  name: '考核小组',
  weight: 10_000,
  dimensionIds: null,
  raters: [1, 2, 3].map((at) => ({ id: `r${String(at)}`, name: `评委${String(at)}`, userId: null })),
};

export interface Marks {
  readonly work: number;
  readonly conduct: number;
}

/** Marks by which a total comes out as it is given. */
export const evenly = (total: number): Marks => ({ work: total, conduct: Math.round(total * 10) / 100 });

const marksOf = (totals: Readonly<Record<string, number>>): Record<string, Marks> =>
  Object.fromEntries(Object.entries(totals).map(([id, total]) => [id, evenly(total)]));

/** Puts the marks into every sheet of every rater; nobody rates whom it leaves out. */
export const giveMarks = async (
  one: Caller,
  { cycle }: CycleView,
  marks: Readonly<Record<string, Marks>>,
): Promise<void> => {
  for (const group of cycle.groups)
    for (const rater of group.raters) {
      const sheet = { cycleId: cycle.id, groupId: group.id, raterId: rater.id };
      const { rows } = await one.call('evaluation.scoreSheet', sheet);
      const filled = rows.flatMap(({ raterId, subject, rev }) => {
        const given = marks[subject.id];
        if (!given) return [];
        const cells = [
          { indicatorId: 'work', text: String(given.work) },
          { indicatorId: 'conduct', text: String(given.conduct) },
        ];
        return [{ raterId, subjectId: subject.id, rev, cells }];
      });
      const { problems, conflicts } = await one.call('evaluation.saveScores', {
        cycleId: cycle.id,
        groupId: group.id,
        rows: filled,
      });
      if (problems.length + conflicts.length > 0)
        throw new Error(`not saved: ${JSON.stringify([problems, conflicts])}`);
    }
};

/** Starts a draft, gives the marks and takes the sheets in. */
export const runThrough = async (
  one: Caller,
  draft: CycleView,
  marks: Readonly<Record<string, Marks>>,
): Promise<CycleView> => {
  const running = await one.call('evaluation.start', { id: draft.cycle.id, rev: draft.cycle.rev });
  await giveMarks(one, running, marks);
  const { cycle } = await one.call('evaluation.readCycle', { id: draft.cycle.id });
  return one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
};

/** A closed evaluation of all teachers in which the panel gave these totals. */
export const closedCycle = async (
  one: Caller,
  totals: Readonly<Record<string, number>>,
  change: Partial<Plan> = {},
): Promise<CycleView> => {
  const versionId = await plainSystem(one);
  const made = await one.call('evaluation.createCycle', {
    plan: {
      name: '2026年教师考核',
      versionId,
      schoolYearId: null,
      term: null,
      startsOn: '2026-11-01',
      endsOn: '2026-12-31',
      about: '',
      whenAbsent: 'block',
      groups: [panel],
      ...change,
    },
  });
  const draft = await one.call('evaluation.setSubjects', {
    id: made.cycle.id,
    rev: made.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  return runThrough(one, draft, marksOf(totals));
};

export type AnnualPlan = Omit<ChannelInput<'evaluation.createAnnual'>['annual'], 'versionId'>;
export const usualYear: AnnualPlan = {
  year: 2026,
  startsOn: '2026-11-10',
  endsOn: '2026-12-20',
  condition: 'usual',
};

/** The same as a yearly assessment, with the panel in place of the groups that are laid out: so totals are plain. */
export const closedAnnual = async (
  one: Caller,
  totals: Readonly<Record<string, number>>,
  change: Partial<AnnualPlan> = {},
): Promise<CycleView> => {
  const versionId = await plainSystem(one);
  const { cycle } = await one.call('evaluation.createAnnual', {
    annual: { versionId, ...usualYear, ...change },
  });
  const planned = await one.call('evaluation.savePlan', {
    id: cycle.id,
    rev: cycle.rev,
    plan: {
      name: cycle.name,
      versionId: cycle.versionId,
      schoolYearId: null,
      term: null,
      startsOn: cycle.startsOn,
      endsOn: cycle.endsOn,
      about: cycle.about,
      whenAbsent: cycle.whenAbsent,
      quota: cycle.quota,
      annual: cycle.annual,
      assessedYear: cycle.assessedYear,
      groups: [panel],
    },
  });
  const draft = await one.call('evaluation.setSubjects', {
    id: cycle.id,
    rev: planned.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  return runThrough(one, draft, marksOf(totals));
};
