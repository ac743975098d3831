import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema, revSchema, targetSchema } from '../../kernel/entity.ts';
import { importResultSchema, importStateSchema, peopleKindSchema, startImportInput } from './import.ts';
import {
  classSchema,
  departmentSchema,
  postHoldingSchema,
  postSchema,
  pupilSchema,
  schoolYearSchema,
  staffSchema,
} from './schema.ts';
import { schoolProfileSchema, schoolSchema } from './school.ts';
import {
  classViewSchema,
  departmentViewSchema,
  postViewSchema,
  pupilRowSchema,
  pupilViewSchema,
  schoolYearViewSchema,
  staffRowSchema,
  staffViewSchema,
} from './views.ts';

const nothing = z.object({});
/** A record as a form sends it: without id and rev it is new. */
const saved = { id: idSchema.optional(), rev: revSchema.optional() } as const;

export const saveSchoolYearInput = schoolYearSchema.omit({ id: true, rev: true }).extend(saved);
export const saveDepartmentInput = departmentSchema.omit({ id: true, rev: true }).extend(saved);
export const savePostInput = postSchema.omit({ id: true, rev: true }).extend(saved);
/** Posts are given when the person is new; later they are taken up and laid down one by one. */
export const saveStaffInput = staffSchema.omit({ id: true, rev: true, leftOn: true }).extend(saved);
export const saveClassInput = classSchema.omit({ id: true, rev: true }).extend(saved);
export const savePupilInput = pupilSchema.omit({ id: true, rev: true, leftOn: true }).extend(saved);

const exported = z.array(idSchema).min(1, '没有可导出的内容').max(20_000);

export const organisationChannels = {
  'organisation.school': query({ access: 'signed-in', input: nothing, output: schoolSchema }),
  'organisation.saveSchool': command({
    access: 'school.write',
    input: schoolProfileSchema.extend({ rev: revSchema }),
    output: schoolSchema,
  }),
  'organisation.schoolYears': query({
    access: 'signed-in',
    input: nothing,
    output: z.object({ years: z.array(schoolYearViewSchema) }),
  }),
  'organisation.saveSchoolYear': command({
    access: 'school.write',
    input: saveSchoolYearInput,
    output: schoolYearViewSchema,
  }),
  'organisation.departments': query({
    access: 'organisation.read',
    input: nothing,
    output: z.object({ departments: z.array(departmentViewSchema) }),
  }),
  'organisation.saveDepartment': command({
    access: 'organisation.write',
    input: saveDepartmentInput,
    output: departmentViewSchema,
  }),
  'organisation.posts': query({
    access: 'organisation.read',
    input: nothing,
    output: z.object({ posts: z.array(postViewSchema) }),
  }),
  'organisation.savePost': command({
    access: 'organisation.write',
    input: savePostInput,
    output: postViewSchema,
  }),
  'organisation.staff': query({
    access: 'organisation.read',
    input: nothing,
    output: z.object({ staff: z.array(staffRowSchema) }),
  }),
  'organisation.readStaff': query({
    access: 'organisation.read',
    input: z.object({ id: idSchema }),
    output: staffViewSchema,
  }),
  'organisation.saveStaff': command({
    access: 'organisation.write',
    input: saveStaffInput,
    output: staffViewSchema,
  }),
  'organisation.takeUpPost': command({
    access: 'organisation.write',
    input: targetSchema.extend({ holding: postHoldingSchema }),
    output: staffViewSchema,
  }),
  /** Ends the holding at this place in the list on its last day. */
  'organisation.endPost': command({
    access: 'organisation.write',
    input: targetSchema.extend({ place: z.number().int().min(0), endsOn: daySchema }),
    output: staffViewSchema,
  }),
  /** The last day at the school: posts end with it, the person and the history stay. */
  'organisation.leaveSchool': command({
    access: 'organisation.write',
    input: targetSchema.extend({ leftOn: daySchema }),
    output: staffViewSchema,
  }),
  'organisation.returnToSchool': command({
    access: 'organisation.write',
    input: targetSchema,
    output: staffViewSchema,
  }),
  'organisation.classes': query({
    access: 'organisation.read',
    input: nothing,
    output: z.object({ classes: z.array(classViewSchema) }),
  }),
  'organisation.saveClass': command({
    access: 'organisation.write',
    input: saveClassInput,
    output: classViewSchema,
  }),
  'organisation.pupils': query({
    access: 'pupils.read',
    input: nothing,
    output: z.object({ pupils: z.array(pupilRowSchema) }),
  }),
  'organisation.readPupil': query({
    access: 'pupils.read',
    input: z.object({ id: idSchema }),
    output: pupilViewSchema,
  }),
  'organisation.savePupil': command({
    access: 'organisation.write',
    input: savePupilInput,
    output: pupilViewSchema,
  }),
  'organisation.leavePupil': command({
    access: 'organisation.write',
    input: targetSchema.extend({ leftOn: daySchema.nullable() }),
    output: pupilViewSchema,
  }),
  /** An empty workbook to fill in, with drop-downs and notes. */
  'organisation.rosterTemplate': command({
    access: 'organisation.write',
    input: z.object({ kind: peopleKindSchema }),
    output: fileContentSchema,
  }),
  /** Reads a file in the background; nothing is changed. */
  'organisation.startImport': command({
    access: 'organisation.write',
    input: startImportInput,
    output: importStateSchema,
  }),
  'organisation.importPreview': query({
    access: 'organisation.write',
    input: z.object({ jobId: z.string() }),
    output: importStateSchema,
  }),
  /** All rows of a preview at once, or none. */
  'organisation.applyImport': command({
    access: 'organisation.write',
    input: z.object({ token: z.string() }),
    output: importResultSchema,
  }),
  /** The people as they are seen: those named, in that order. */
  'organisation.exportStaff': command({
    access: 'organisation.export',
    input: z.object({ ids: exported }),
    output: fileContentSchema,
  }),
  'organisation.exportPupils': command({
    access: 'organisation.export',
    input: z.object({ ids: exported }),
    output: fileContentSchema,
  }),
};
