import type { z } from 'zod';
import type {
  saveClassInput,
  saveDepartmentInput,
  savePostInput,
  saveSchoolYearInput,
} from '../../../shared/features/organisation/channels.ts';
import type {
  Department,
  Post,
  SchoolClass,
  SchoolYear,
} from '../../../shared/features/organisation/schema.ts';
import type { School, SchoolProfile } from '../../../shared/features/organisation/school.ts';
import { termProblems } from '../../../shared/features/organisation/terms.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  schoolCollection,
  schoolYearCollection,
  staffCollection,
} from './collections.ts';
import { readSchool, requireStaff } from './readers.ts';
import { save } from './records.ts';
import { endTeachingsOf } from './teaching/service.ts';
import { commit } from '../record-acts.ts';

export const saveSchool = (context: CallContext, input: SchoolProfile & { rev: number }): Promise<School> =>
  commit(context, (tx) => tx.replace(schoolCollection, { ...readSchool(tx), ...input }));

export const saveSchoolYear = (
  context: CallContext,
  input: z.output<typeof saveSchoolYearInput>,
): Promise<SchoolYear> => {
  const fields = termProblems(input.startYear, input.terms);
  if (fields[0]) throw new AppError('invalid', fields[0].message, { fields });
  return commit(context, (tx) =>
    save(tx, context, schoolYearCollection, input, (identity) => ({
      ...identity,
      startYear: input.startYear,
      terms: input.terms,
    })),
  );
};

export const saveDepartment = (
  context: CallContext,
  input: z.output<typeof saveDepartmentInput>,
): Promise<Department> =>
  commit(context, (tx) => {
    const { closedOn } = input;
    if (closedOn !== null && input.id !== undefined) {
      const id = input.id;
      const staying = tx
        .by(staffCollection, 'department', id)
        .filter(({ holdings }) =>
          holdings.some(
            ({ departmentId, endsOn }) => departmentId === id && (endsOn === null || endsOn > closedOn),
          ),
        );
      if (staying.length > 0)
        throw invalidField(
          'closedOn',
          `还有 ${String(staying.length)} 人在这个部门任职（如 ${staying[0]?.name ?? ''}），请先结束他们的任职。`,
        );
    }
    return save(tx, context, departmentCollection, input, (identity) => ({
      ...identity,
      name: input.name,
      order: input.order,
      closedOn,
    }));
  });

export const savePost = (context: CallContext, input: z.output<typeof savePostInput>): Promise<Post> =>
  commit(context, (tx) =>
    save(tx, context, postCollection, input, (identity) => ({
      ...identity,
      name: input.name,
      kind: input.kind,
      managerial: input.managerial,
    })),
  );

export const saveClass = (
  context: CallContext,
  input: z.output<typeof saveClassInput>,
): Promise<SchoolClass> =>
  commit(context, (tx) => {
    if (input.graduatedOn !== null && input.graduatedOn <= `${String(input.entryYear)}-09-01`)
      throw invalidField('graduatedOn', '毕业日期须在入学之后');
    if (input.headTeacherId !== null) {
      const teacher = requireStaff(tx, input.headTeacherId);
      if (teacher.leftOn !== null && teacher.leftOn < context.today && input.graduatedOn === null)
        throw invalidField('headTeacherId', `${teacher.name}已离校，不能担任班主任。`);
    }
    if (input.id !== undefined && input.graduatedOn !== null)
      endTeachingsOf(tx, 'class', input.id, input.graduatedOn);
    return save(tx, context, classCollection, input, (identity) => ({
      ...identity,
      entryYear: input.entryYear,
      entryGrade: input.entryGrade,
      ordinal: input.ordinal,
      headTeacherId: input.headTeacherId,
      graduatedOn: input.graduatedOn,
    }));
  });
