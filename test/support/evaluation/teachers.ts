import {
  departmentCollection,
  postCollection,
  staffCollection,
} from '../../../electron/features/organisation/index.ts';
import type { ChannelInput } from '../../../shared/channels.ts';
import type { CycleView } from '../../../shared/features/evaluation/views.ts';
import type { Caller, TestDesk } from '../harness.ts';

export type Plan = ChannelInput<'evaluation.createCycle'>['plan'];
export type PlannedGroup = Plan['groups'][number];

/** A teacher `s1`, `s2` … and the department `d1`, `d2` … that he belongs to. */
export interface Teacher {
  readonly name: string;
  readonly department: number;
}

/** Departments 语文组, 数学组 and their teachers, as a school that was just set up has them. */
export const withTeachers = (desk: TestDesk, teachers: readonly Teacher[]): Promise<void> =>
  desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    for (const [at, name] of ['语文组', '数学组'].entries())
      tx.insert(departmentCollection, { id: `d${String(at + 1)}`, name, order: at, closedOn: null });
    tx.insert(postCollection, { id: 'p1', name: '教师', kind: 'teacher', managerial: false });
    for (const [at, { name, department }] of teachers.entries())
      tx.insert(staffCollection, {
        id: `s${String(at + 1)}`,
        number: `J${String(at + 1).padStart(3, '0')}`,
        name,
        gender: 'female',
        employment: 'established',
        postGrade: '',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: null,
        leftOn: null,
        holdings: [
          { postId: 'p1', departmentId: `d${String(department)}`, startsOn: '2020-09-01', endsOn: null },
        ],
      });
  });

/** A draft with all teachers, by the shipped indicators for teachers. */
export const draftOf = async (
  one: Pick<Caller, 'call'>,
  groups: Plan['groups'],
  change: Partial<Plan> = {},
): Promise<CycleView> => {
  const { systems } = await one.call('evaluation.systems', {});
  const versionId =
    systems[0]?.versionId ??
    (await one.call('evaluation.adoptFromLibrary', { key: 'teacher' })).versions[0]?.version.id ??
    '';
  const draft = await one.call('evaluation.createCycle', {
    plan: {
      name: '2026年秋季教师考核',
      versionId,
      schoolYearId: null,
      term: null,
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      about: '',
      whenAbsent: 'block',
      groups,
      ...change,
    },
  });
  return one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
};

/** Gives the best that every cell allows, in all rows of a rater's sheet. */
export const scoreWhole = async (
  one: Caller,
  sheet: { readonly cycleId: string; readonly groupId: string; readonly raterId: string | null },
): Promise<void> => {
  const { columns, rows } = await one.call('evaluation.scoreSheet', sheet);
  const cells = columns.map(({ indicatorId, method, fullMarks, levels }) => ({
    indicatorId,
    text: method === 'levels' ? (levels[0] ?? '') : method === 'points' ? String(fullMarks / 100) : '0',
  }));
  const { problems, conflicts } = await one.call('evaluation.saveScores', {
    cycleId: sheet.cycleId,
    groupId: sheet.groupId,
    rows: rows.map(({ raterId, subject, rev }) => ({ raterId, subjectId: subject.id, rev, cells })),
  });
  if (problems.length + conflicts.length > 0)
    throw new Error(`not saved: ${JSON.stringify([problems, conflicts])}`);
};
