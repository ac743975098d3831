import { addDays, formatDay } from '../../../kernel/dates.ts';
import type { FieldIssue } from '../../../kernel/result.ts';
import type { SchoolClass, Staff } from '../schema.ts';
import type { Course, Teaching } from './schema.ts';
import { coversDay, spansMeet, spansOn, type Span } from '../../../kernel/span.ts';

/** The later of two last days; null is without end. */
const later = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a > b ? a : b;

const isAfter = (day: string, last: string | null): boolean => last !== null && day > last;

/** Until when a change made on `day` holds: as long as what it replaces would have lasted, or until the next one begins. */
const untilOf = (held: readonly Teaching[], now: readonly Teaching[], day: string): string | null => {
  const [first, ...others] = now;
  if (first) return others.reduce((last, { endsOn }) => later(last, endsOn), first.endsOn);
  const next = held.map(({ startsOn }) => startsOn).filter((startsOn) => startsOn > day);
  return next.length === 0
    ? null
    : addDays(
        next.reduce((a, b) => (a < b ? a : b)),
        -1,
      );
};

export interface HandOver {
  readonly day: string;
  /** Everybody who teaches from that day on; nobody: the course is not taught for the time being. */
  readonly staffIds: readonly string[];
  /** Makes what is new, under an id of its own. */
  readonly make: (staffId: string, span: Span) => Teaching;
}

/**
 * What is taught in one class and course, `held`, after others take over on a day. Who taught before did so until the day
 * before; what begins on that very day and is not wanted was never in force and falls away. What was laid down already for
 * a later time stays: whoever takes over does so for as long as the one before would have taught. Nothing is said twice:
 * times of one person that touch become one.
 */
export const handOver = (held: readonly Teaching[], { day, staffIds, make }: HandOver): Teaching[] => {
  const now = spansOn(held, day);
  const until = untilOf(held, now, day);
  let after = held.flatMap((teaching): Teaching[] => {
    if (!coversDay(teaching, day) || staffIds.includes(teaching.staffId)) return [teaching];
    return teaching.startsOn < day ? [{ ...teaching, endsOn: addDays(day, -1) }] : [];
  });
  for (const staffId of new Set(staffIds)) {
    if (now.some((teaching) => teaching.staffId === staffId)) continue;
    const touching = after
      .filter(
        (one) =>
          one.staffId === staffId &&
          !isAfter(addDays(day, -1), one.endsOn) &&
          (until === null || one.startsOn <= addDays(until, 1)),
      )
      .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    const [first] = touching;
    if (!first) {
      after.push(make(staffId, { startsOn: day, endsOn: until }));
      continue;
    }
    const joined: Teaching = {
      ...first,
      startsOn: first.startsOn < day ? first.startsOn : day,
      endsOn: touching.reduce((last, { endsOn }) => later(last, endsOn), until),
    };
    after = after.flatMap((one) => (one === first ? [joined] : touching.includes(one) ? [] : [one]));
  }
  return after;
};

/** The same, ended on `day` where they last longer; what had not begun by then falls away. */
export const endTeachings = (teachings: readonly Teaching[], day: string): Teaching[] =>
  teachings
    .filter(({ startsOn }) => startsOn <= day)
    .map((teaching) =>
      teaching.endsOn === null || teaching.endsOn > day ? { ...teaching, endsOn: day } : teaching,
    );

export interface TeachingChanges {
  readonly added: readonly Teaching[];
  readonly replaced: readonly Teaching[];
  readonly removed: readonly Teaching[];
}

/** What has to be written so that `before` becomes `after`. */
export const changesBetween = (before: readonly Teaching[], after: readonly Teaching[]): TeachingChanges => {
  const was = new Map(before.map((teaching) => [teaching.id, teaching]));
  const stays = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !was.has(id)),
    replaced: after.filter((now) => {
      const then = was.get(now.id);
      return (
        then !== undefined &&
        (then.staffId !== now.staffId ||
          then.classId !== now.classId ||
          then.courseId !== now.courseId ||
          then.startsOn !== now.startsOn ||
          then.endsOn !== now.endsOn)
      );
    }),
    removed: before.filter(({ id }) => !stays.has(id)),
  };
};

export interface TeachingGround {
  readonly staff: Pick<Staff, 'name' | 'joinedOn' | 'leftOn'>;
  readonly class: Pick<SchoolClass, 'graduatedOn' | 'entryYear'>;
  readonly course: Pick<Course, 'name' | 'closedOn'>;
  /** Everything else that is laid down for the same person, class and course. */
  readonly others: readonly Span[];
}

/**
 * What is wrong with one assignment: an end before the start, teaching before coming or after leaving, in a class before it
 * entered or after it graduated, a course that was closed, the same twice at once. Paths are fields of the assignment.
 */
export const teachingProblems = (
  { startsOn, endsOn }: Span,
  { staff, class: held, course, others }: TeachingGround,
): FieldIssue[] => {
  const beyond = (last: string | null): boolean =>
    last !== null && (endsOn === null || endsOn > last || startsOn > last);
  if (endsOn !== null && endsOn < startsOn)
    return [{ path: 'endsOn', message: '任课结束日期不能早于开始日期' }];
  if (staff.joinedOn !== null && startsOn < staff.joinedOn)
    return [
      {
        path: 'startsOn',
        message: `${staff.name}${formatDay(staff.joinedOn)}入职，任课不能早于这一天；请改生效日期，或更正名册里的入职日期`,
      },
    ];
  if (staff.leftOn !== null && beyond(staff.leftOn))
    return [{ path: 'endsOn', message: `${staff.name}在校到${formatDay(staff.leftOn)}为止，任课不能更晚` }];
  if (startsOn < `${String(held.entryYear)}-06-01`)
    return [{ path: 'startsOn', message: `这个班${String(held.entryYear)}年才入学，任课不能更早` }];
  if (held.graduatedOn !== null && beyond(held.graduatedOn))
    return [{ path: 'endsOn', message: `这个班${formatDay(held.graduatedOn)}已毕业，任课不能更晚` }];
  if (course.closedOn !== null && beyond(course.closedOn))
    return [
      { path: 'courseId', message: `“${course.name}”已于${formatDay(course.closedOn)}停开，任课不能更晚` },
    ];
  return others.some((other) => spansMeet(other, { startsOn, endsOn }))
    ? [{ path: 'startsOn', message: `${staff.name}在这段时间已经任这个班的${course.name}` }]
    : [];
};
