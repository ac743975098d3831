import type { ReactNode } from 'react';
import type { BodyView } from '../../../../shared/features/organisation/bodies/channels.ts';
import { personKey } from '../../../../shared/features/organisation/bodies/rules.ts';
import { daysBetween, formatDay, yearOf } from '../../../../shared/kernel/dates.ts';
import './bodies.css';

/** Of the whole width, in percent: a time of one day is still seen. */
const LEAST = 0.6;

type Member = BodyView['members'][number];

const byPerson = (members: readonly Member[]): Member[][] => {
  const people = new Map<string, Member[]>();
  for (const member of members.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)))
    people.set(personKey(member), [...(people.get(personKey(member)) ?? []), member]);
  return [...people.values()];
};

/** Who sat when: a line for each person, a bar for each time, the head's darker; the day looked at as a rule. */
export const SeatChart = ({
  members,
  from,
  until,
  day,
}: {
  readonly members: readonly Member[];
  /** First and last day of the picture. */
  readonly from: string;
  readonly until: string;
  readonly day: string;
}): ReactNode => {
  const whole = Math.max(1, daysBetween(from, until));
  const at = (when: string): number => Math.min(100, Math.max(0, (daysBetween(from, when) / whole) * 100));
  const first = yearOf(from) + 1;
  const years = Array.from(
    { length: Math.max(0, yearOf(until) - first + 1) },
    (_none, place) => first + place,
  );
  const step = Math.ceil(years.length / 12);
  return (
    <div className="mz-seat-chart" role="img" aria-label="成员任期图">
      <div className="mz-seat-chart-years" aria-hidden>
        {years
          .filter((_year, place) => place % step === 0)
          .map((year) => (
            <span key={year} style={{ left: `${String(at(`${String(year)}-01-01`))}%` }}>
              {year}
            </span>
          ))}
      </div>
      {byPerson(members).map((spells) => (
        <div key={spells[0]?.id} className="mz-seat-chart-line">
          <span className="mz-seat-chart-name">{spells[0]?.name}</span>
          <span className="mz-seat-chart-bars">
            {spells.map((spell) => {
              const left = Math.min(100 - LEAST, at(spell.startsOn));
              const words = `${spell.roleName} ${formatDay(spell.startsOn)}至${spell.endsOn === null ? '今' : formatDay(spell.endsOn)}`;
              return (
                <span
                  key={spell.id}
                  title={words}
                  className={spell.role === 'chair' ? 'mz-seat-bar mz-seat-bar-chair' : 'mz-seat-bar'}
                  style={{
                    left: `${String(left)}%`,
                    width: `${String(Math.max(LEAST, at(spell.endsOn ?? until) - left))}%`,
                  }}
                />
              );
            })}
            <span className="mz-seat-chart-day" style={{ left: `${String(at(day))}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
};
