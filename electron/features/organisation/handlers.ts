import type { organisationChannels } from '../../../shared/features/organisation/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  schoolYearCollection,
  staffCollection,
} from './collections.ts';
import {
  endPost,
  leavePupil,
  leaveSchool,
  returnToSchool,
  savePupil,
  saveStaff,
  takeUpPost,
} from './people.ts';
import { readSchool, requireStaff } from './readers.ts';
import { exportPupils, exportStaff, rosterTemplate } from './roster-files.ts';
import { applyImport, importPreview, startImport } from './roster-import.ts';
import { saveClass, saveDepartment, savePost, saveSchool, saveSchoolYear } from './structure.ts';
import {
  classView,
  departmentView,
  postView,
  pupilRow,
  pupilView,
  schoolYearView,
  staffRow,
  staffView,
} from './views.ts';

export const organisationHandlers = {
  'organisation.school': (_input, { store }) => readSchool(store),
  'organisation.saveSchool': (input, context) => saveSchool(context, input),
  'organisation.schoolYears': (_input, { store, today }) => ({
    years: [...store.all(schoolYearCollection)]
      .sort((a, b) => b.startYear - a.startYear)
      .map((year) => schoolYearView(year, today)),
  }),
  'organisation.saveSchoolYear': async (input, context) =>
    schoolYearView(await saveSchoolYear(context, input), context.today),
  'organisation.departments': (_input, { store, today }) => ({
    departments: [...store.all(departmentCollection)]
      .sort((a, b) => a.order - b.order)
      .map((department) => departmentView(store, department, today)),
  }),
  'organisation.saveDepartment': async (input, context) =>
    departmentView(context.store, await saveDepartment(context, input), context.today),
  'organisation.posts': (_input, { store, today }) => ({
    posts: store.all(postCollection).map((post) => postView(store, post, today)),
  }),
  'organisation.savePost': async (input, context) =>
    postView(context.store, await savePost(context, input), context.today),
  'organisation.staff': (_input, { store, today }) => ({
    staff: [...store.all(staffCollection)]
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map((staff) => staffRow(store, staff, today)),
  }),
  'organisation.readStaff': ({ id }, { store, today }) => staffView(store, requireStaff(store, id), today),
  'organisation.saveStaff': async (input, context) =>
    staffView(context.store, await saveStaff(context, input), context.today),
  'organisation.takeUpPost': async ({ holding, ...target }, context) =>
    staffView(context.store, await takeUpPost(context, target, holding), context.today),
  'organisation.endPost': async ({ place, endsOn, ...target }, context) =>
    staffView(context.store, await endPost(context, target, { place, endsOn }), context.today),
  'organisation.leaveSchool': async ({ leftOn, ...target }, context) =>
    staffView(context.store, await leaveSchool(context, target, leftOn), context.today),
  'organisation.returnToSchool': async (target, context) =>
    staffView(context.store, await returnToSchool(context, target), context.today),
  'organisation.classes': (_input, { store, today }) => ({
    classes: store
      .all(classCollection)
      .map((held) => classView(store, held, today))
      .sort((a, b) => a.grade - b.grade || a.ordinal - b.ordinal),
  }),
  'organisation.saveClass': async (input, context) =>
    classView(context.store, await saveClass(context, input), context.today),
  'organisation.pupils': (_input, { store, today }) => ({
    pupils: store.all(pupilCollection).map((pupil) => pupilRow(store, pupil, today)),
  }),
  'organisation.readPupil': ({ id }, { store, today }) =>
    pupilView(store, store.require(pupilCollection, id, '学生'), today),
  'organisation.savePupil': async (input, context) =>
    pupilView(context.store, await savePupil(context, input), context.today),
  'organisation.leavePupil': async ({ leftOn, ...target }, context) =>
    pupilView(context.store, await leavePupil(context, target, leftOn), context.today),
  'organisation.rosterTemplate': ({ kind }, context) => rosterTemplate(context, kind),
  'organisation.startImport': (input, context) => ({ jobId: startImport(context, input), preview: null }),
  'organisation.importPreview': ({ jobId }, context) => ({ jobId, preview: importPreview(context, jobId) }),
  'organisation.applyImport': ({ token }, context) => applyImport(context, token),
  'organisation.exportStaff': ({ ids }, context) => exportStaff(context, ids),
  'organisation.exportPupils': ({ ids }, context) => exportPupils(context, ids),
} satisfies Handlers<typeof organisationChannels, CallContext>;
