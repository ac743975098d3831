import type { teachingChannels } from '../../../../shared/features/organisation/teaching/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { teachingCollection } from './collections.ts';
import { exportTeachers, exportTeachings, teachingTemplate } from './files.ts';
import { addUsualCourses, handOverTeaching, saveCourse, saveTeaching } from './service.ts';
import { courseList, courseView, teachingTable, teachingView } from './views.ts';

export const teachingHandlers = {
  'organisation.courses': (_input, { store, today }) => courseList(store, today),
  'organisation.saveCourse': async (input, context) =>
    courseView(context.store, await saveCourse(context, input), context.today),
  'organisation.addUsualCourses': async (_input, context) => {
    const added = await addUsualCourses(context);
    return { ...courseList(context.store, context.today), added };
  },
  'organisation.teachingTable': ({ day }, { store, today }) => teachingTable(store, day ?? today),
  'organisation.teachings': ({ staffId, classId, courseId }, { store, today }) => ({
    teachings: store
      .all(teachingCollection)
      .filter(
        (one) =>
          (staffId === null || one.staffId === staffId) &&
          (classId === null || one.classId === classId) &&
          (courseId === null || one.courseId === courseId),
      )
      .sort((a, b) => (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : 0))
      .map((teaching) => teachingView(store, teaching, today)),
  }),
  'organisation.handOverTeaching': async (input, context) => {
    const changed = await handOverTeaching(context, input);
    return { table: teachingTable(context.store, input.day), changed };
  },
  'organisation.saveTeaching': async (input, context) =>
    teachingView(context.store, await saveTeaching(context, input), context.today),
  'organisation.teachingTemplate': ({ layout }, context) => teachingTemplate(context, layout),
  'organisation.exportTeachings': ({ layout, day }, context) => exportTeachings(context, layout, day),
  'organisation.exportTeachers': ({ ids }, context) => exportTeachers(context, ids),
} satisfies Handlers<typeof teachingChannels, CallContext>;
