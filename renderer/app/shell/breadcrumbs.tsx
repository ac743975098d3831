import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { trailOf } from '../navigation.ts';
import { screens } from '../routes.tsx';
import { navGroups, type Screen } from '../screen.ts';

/** Where one is: the group, the screens above, and this one by its own name. Top pages have none. */
export const Breadcrumbs = ({ screen, title }: { screen: Screen | undefined; title: string }): ReactNode => {
  if (!screen || screen.path === '/') return null;
  const trail = trailOf(screens, screen);
  return (
    <nav className="mz-crumbs" aria-label="所在位置">
      <ol>
        {trail[0]?.title !== navGroups[screen.group] && <li>{navGroups[screen.group]}</li>}
        {trail.map((step) => (
          <li key={step.path}>
            {step === screen ? (
              <span aria-current="page">{title}</span>
            ) : (
              <Link to={step.path}>{step.title}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};
