import {
  departmentCollection,
  postCollection,
  staffCollection,
} from '../../../electron/features/organisation/index.ts';
import type { ChannelInput } from '../../../shared/channels.ts';
import type { SheetView } from '../../../shared/features/evaluation/views.ts';
import type { Caller, TestDesk } from '../harness.ts';

export type Plan = ChannelInput<'evaluation.createCycle'>['plan'];

/** Seven of one department, four of another, and two of a third: fewer than the minimum sample. */
const departments = [
  ...Array.from({ length: 7 }, () => 'd1'),
  ...Array.from({ length: 4 }, () => 'd2'),
  'd3',
  'd3',
];
export const departmentNames: Readonly<Record<string, string>> = { d1: '语文组', d2: '数学组', d3: '心理室' };

/** Thirteen teachers in three departments. */
export const addTeachers = (desk: TestDesk): Promise<void> =>
  desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    for (const [order, [id, name]] of Object.entries(departmentNames).entries())
      tx.insert(departmentCollection, { id, name, order, closedOn: null });
    tx.insert(postCollection, { id: 'p1', name: '教师', kind: 'teacher', managerial: false });
    for (const [at, departmentId] of departments.entries())
      tx.insert(staffCollection, {
        id: `s${String(at + 10)}`,
        number: `T${String(at + 10)}`,
        name: `教师${String(at + 10)}`,
        gender: 'female',
        employment: 'established',
        postGrade: '',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: null,
        leftOn: null,
        holdings: [{ postId: 'p1', departmentId, startsOn: '2020-09-01', endsOn: null }],
      });
  });

const rater = (id: string, name: string) => ({ id, name, userId: null });
/** One rater mild, one strict, one in between; pupils without names; everybody of himself. */
export const groups: Plan['groups'] = [
  {
    id: 'lead',
    kind: 'leader',
    name: '领导评价',
    weight: 5000,
    dimensionIds: null,
    raters: [rater('mild', '宽老师'), rater('strict', '严老师'), rater('usual', '常老师')],
  },
  {
    id: 'pupil',
    kind: 'pupil',
    name: '学生评教',
    weight: 3000,
    dimensionIds: null,
    anonymous: true,
    raters: Array.from({ length: 4 }, (_, at) => rater(`p${String(at)}`, `学生${String(at)}`)),
  },
  { id: 'self', kind: 'self', name: '自评', weight: 2000, dimensionIds: null, raters: [] },
];
const off: Readonly<Record<string, number>> = { mild: 0, usual: 8, strict: 16 };

export const started = async (one: Caller, over: Partial<Plan> = {}): Promise<string> => {
  const { systems } = await one.call('evaluation.systems', {});
  const versionId =
    systems[0]?.versionId ??
    (await one.call('evaluation.adoptFromLibrary', { key: 'teacher' })).versions[0]?.version.id ??
    '';
  const plan: Plan = {
    name: '2026年秋季教师考核',
    versionId,
    schoolYearId: null,
    term: null,
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    about: '',
    whenAbsent: 'block',
    groups,
    ...over,
  };
  const draft = await one.call('evaluation.createCycle', { plan });
  const { cycle } = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  await one.call('evaluation.start', { id: cycle.id, rev: cycle.rev });
  return cycle.id;
};

/** The better the later a teacher stands; `less` is what the rater takes off all of them, in percent. */
const cellsOf = ({ columns }: SheetView, place: number, less: number) =>
  columns.map(({ indicatorId, method, fullMarks, levels, allowed }, at) => {
    if (method === 'levels') return { indicatorId, text: levels[place > 6 ? 0 : 1] ?? '' };
    if (method === 'points') {
      const percent = 70 + place * 2 - less + (at % 3);
      return { indicatorId, text: String(Math.round((fullMarks * Math.min(percent, 100)) / 100) / 100) };
    }
    return { indicatorId, text: allowed.startsWith('最多扣') ? '-1' : '0' };
  });

export const scoreAll = async (
  one: Caller,
  cycleId: string,
  given: Plan['groups'] = groups,
): Promise<void> => {
  for (const group of given)
    for (const raterId of group.kind === 'self' ? [null] : group.raters.map(({ id }) => id)) {
      const sheet = await one.call('evaluation.scoreSheet', { cycleId, groupId: group.id, raterId });
      const saved = await one.call('evaluation.saveScores', {
        cycleId,
        groupId: group.id,
        rows: sheet.rows.map((row, place) => ({
          raterId: row.raterId,
          subjectId: row.subject.id,
          rev: row.rev,
          cells: cellsOf(sheet, place, off[raterId ?? ''] ?? 4),
        })),
      });
      const [problem] = saved.problems;
      if (problem) throw new Error(`score refused: ${problem.message}`);
    }
};

export const confirmed = async (one: Caller, cycleId: string): Promise<void> => {
  const { cycle } = await one.call('evaluation.readCycle', { id: cycleId });
  const closed = await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
  await one.call('evaluation.confirm', { id: cycle.id, rev: closed.cycle.rev });
};
