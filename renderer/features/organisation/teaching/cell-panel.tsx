import { useState, type ReactNode } from 'react';
import { readTeachers } from '../../../../shared/features/organisation/teaching/teachers.ts';
import { useCall } from '../../../app/calls.ts';
import { DayText } from '../../../ui/format/parts.tsx';
import { PeoplePicker } from '../../../ui/form/person-picker.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';
import { wordsOf, type TeachingBook } from './teaching-book.ts';

const OFFERED = 30;

interface CellPanelProps {
  readonly book: TeachingBook;
  readonly classId: string;
  readonly courseId: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly writes: boolean;
  readonly onChange: (text: string) => void;
}

/** The cell in focus: who teaches there, chosen from the roster, and who did over the years. */
export const CellPanel = ({
  book,
  classId,
  courseId,
  text,
  error,
  writes,
  onChange,
}: CellPanelProps): ReactNode => {
  const { table, lookup } = book;
  /** What was chosen here last, and under which key: choosing must not take the keyboard out of the field. */
  const [own, setOwn] = useState<{ key: string; means: string } | null>(null);
  const history = useCall('organisation.teachings', { classId, courseId });
  const of = table.classes.find(({ id }) => id === classId);
  const course = table.courses.find(({ id }) => id === courseId);
  if (!of || !course) return null;
  const read = readTeachers(text, lookup);
  const chosen = read.ok ? read.value.map(({ id }) => id) : [];
  const option = ({ id, name, about }: (typeof table.staff)[number]) => ({ id, name, about });
  const means = (ids: readonly string[]): string => [classId, courseId, ...ids].join(' ');
  const key = own?.means === means(chosen) ? own.key : means(chosen);
  const past = history.data?.teachings ?? [];
  return (
    <section className="mz-card mz-teaching-panel" aria-label="选中的班级和学科">
      <h2 className="mz-section-title">
        {of.label} · {course.name}
      </h2>
      {writes && (
        <div>
          <PeoplePicker
            key={key}
            aria-label="任课教师"
            value={chosen}
            known={table.staff.filter(({ id }) => chosen.includes(id)).map(option)}
            search={(typed) =>
              Promise.resolve(
                table.staff
                  .filter(({ name, about }) => fitsSearch([name, about], typed))
                  .slice(0, OFFERED)
                  .map(option),
              )
            }
            onChange={(ids) => {
              setOwn({ key, means: means(ids) });
              onChange(wordsOf(book, ids));
            }}
          />
          {error !== undefined && (
            <p className="mz-teaching-error" role="alert">
              {error}
            </p>
          )}
        </div>
      )}
      <ul className="mz-teaching-history" aria-label="历任任课教师">
        {past.map(({ id, teacher, number, startsOn, endsOn }) => (
          <li key={id}>
            <strong>{teacher}</strong> <span className="mz-muted">{number}</span> <DayText day={startsOn} />
            {endsOn === null ? (
              ' 至今'
            ) : (
              <>
                {' '}
                至 <DayText day={endsOn} />
              </>
            )}
          </li>
        ))}
        {past.length === 0 && <li className="mz-muted">还没有任课记录</li>}
      </ul>
    </section>
  );
};
