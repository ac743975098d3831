import { addDays, formatDay } from '../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import { classesInWords, classLabel, gradeOn } from '../../../shared/features/organisation/grades.ts';
import type { Teaching } from '../../../shared/features/organisation/teaching/schema.ts';
import type { Reader } from '../../store/types.ts';
import { classCollection, departmentCollection, postCollection } from './collections.ts';
import { requireStaff } from './readers.ts';
import { courseCollection, teachingCollection } from './teaching/collections.ts';

/** What somebody taught: one entry for each course and time, with all its classes as they were called then. */
const teachingEntries = (reader: Reader, staffId: string): TimelineEntry[] => {
  const groups = new Map<string, Teaching[]>();
  for (const teaching of reader.by(teachingCollection, 'staff', staffId)) {
    const key = `${teaching.courseId} ${teaching.startsOn} ${teaching.endsOn ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), teaching]);
  }
  return [...groups.values()].flatMap((teachings): TimelineEntry[] => {
    const [first] = teachings;
    if (!first) return [];
    const { courseId, startsOn, endsOn } = first;
    const classes = teachings
      .flatMap(({ classId }) => reader.get(classCollection, classId) ?? [])
      .sort((a, b) => gradeOn(a, startsOn) - gradeOn(b, startsOn) || a.ordinal - b.ordinal)
      .map((held) => classLabel(held, startsOn));
    const until = endsOn === null ? '至今' : `至${formatDay(endsOn)}`;
    return [
      {
        day: startsOn,
        kind: '任课',
        title: `任教${reader.get(courseCollection, courseId)?.name ?? ''}`,
        about: `${classesInWords(classes)}，自${formatDay(startsOn)}${until}。`,
        tone: 'neutral',
      },
    ];
  });
};

/** What the roster says of a person over the years: coming, posts taken up and laid down, classes led, teaching, leaving. */
export const staffTimeline = (reader: Reader, staffId: string): TimelineEntry[] => {
  const staff = requireStaff(reader, staffId);
  const entries: TimelineEntry[] = [];
  const add = (day: string, title: string, about: string): void =>
    void entries.push({ day, kind: '任职', title, about, tone: 'neutral' });
  if (staff.joinedOn !== null)
    add(staff.joinedOn, '到校任职', `${staff.name}（工号 ${staff.number}）到校工作。`);
  for (const { postId, departmentId, startsOn, endsOn } of staff.holdings) {
    const post = reader.get(postCollection, postId)?.name ?? '';
    const department = reader.get(departmentCollection, departmentId)?.name ?? '';
    const until = endsOn === null ? '至今' : `至${formatDay(endsOn)}`;
    add(startsOn, `任${post}`, `${department}，自${formatDay(startsOn)}${until}。`);
    if (endsOn !== null) add(endsOn, `不再担任${post}`, `${department}，任职到${formatDay(endsOn)}为止。`);
  }
  for (const led of reader.by(classCollection, 'headTeacher', staffId)) {
    const since = `${String(led.entryYear)}-09-01`;
    add(
      since < (staff.joinedOn ?? since) ? (staff.joinedOn ?? since) : since,
      '担任班主任',
      `${classLabel(led, addDays(since, 1))}（${String(led.entryYear)}年入学）。`,
    );
  }
  entries.push(...teachingEntries(reader, staffId));
  if (staff.leftOn !== null) add(staff.leftOn, '离校', `在校工作到${formatDay(staff.leftOn)}为止。`);
  return entries;
};
