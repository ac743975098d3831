import './today-page.css';
import { useIsFetching } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { roles } from '../../shared/features/accounts/permissions.ts';
import { dayOfMs, formatDay, formatShortDay } from '../../shared/kernel/dates.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { mayEnter, useUser } from './session.ts';
import { quickActs, todayCards } from './today.tsx';

/** The hour in China, whatever the PC's zone. */
const hourOf = (epochMs: number): number => new Date(epochMs + 8 * 3_600_000).getUTCHours();

const greeting = (hour: number): string =>
  hour < 6 ? '夜深了' : hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好';

/** Where the day begins: what waits for this person, and what people come to do. */
export const TodayPage = (): ReactNode => {
  const user = useUser();
  const now = Date.now();
  const today = dayOfMs(now);
  const acts = quickActs.filter((act) => mayEnter(user, act.access));
  const weekday = formatShortDay(today).split(' ')[1] ?? '';
  return (
    <div className="mz-today">
      <header className="mz-today-head">
        <h1 tabIndex={-1}>
          {greeting(hourOf(now))}，{user.name}
        </h1>
        <p className="mz-muted">
          今天是 {formatDay(today)} {weekday} · {user.roles.map((role) => roles[role].label).join('、')}
        </p>
      </header>
      <div className="mz-today-cards">
        {todayCards
          .filter((one) => mayEnter(user, one.access))
          .map(({ key, card: Card }) => (
            <Card key={key} />
          ))}
      </div>
      <NothingWaits />
      {acts.length > 0 && (
        <section>
          <h2>常用操作</h2>
          <ul className="mz-quick">
            {acts.map((act) => (
              <li key={act.label}>
                <Link to={act.path}>
                  <strong>{act.label}</strong>
                  <span>{act.about}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

/** Said where no card drew itself; a card does so only when it has something to say, so the sheet decides. */
const NothingWaits = (): ReactNode =>
  useIsFetching() === 0 && (
    <div className="mz-today-free">
      <EmptyState
        title="现在没有等您办理的事"
        about="轮到您的事和快到的期限会出现在这里。您可以查看的内容在左边；按 Ctrl 和 K 可以随时查找。"
      />
    </div>
  );
