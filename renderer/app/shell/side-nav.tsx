import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { BrandMark } from '../../ui/brand/brand-mark.tsx';
import { navigationFor } from '../navigation.ts';
import { screens } from '../routes.tsx';
import type { Screen } from '../screen.ts';
import { useUser } from '../session.ts';
import { navIcons } from './nav-icons.tsx';

interface SideNavProps {
  /** The screen in view, if the address leads to one. */
  readonly current: Screen | undefined;
  readonly schoolName: string | null;
}

/** A group with one screen is a plain link; one with several unfolds while it is in use. */
export const SideNav = ({ current, schoolName }: SideNavProps): ReactNode => {
  const user = useUser();
  const shown = current?.inNav ? current.path : current?.parent;
  return (
    <aside className="mz-side">
      <Link to="/" className="mz-brand" aria-label="明责，回到今日">
        <BrandMark size={30} />
        <strong>明责</strong>
      </Link>
      <nav className="mz-nav" aria-label="主导航">
        <ul>
          {navigationFor(screens, user).map(({ group, label, screens: own }) => {
            const [first] = own;
            if (!first) return null;
            const open = current?.group === group;
            const single = own.length === 1;
            return (
              <li key={group} className={`mz-nav-group${open ? ' mz-nav-open' : ''}`}>
                <Link
                  to={first.path}
                  title={label}
                  {...(single && shown === first.path ? { 'aria-current': 'page' as const } : {})}
                >
                  {navIcons[group]}
                  <span>{label}</span>
                </Link>
                {open && !single && (
                  <ul className="mz-nav-sub">
                    {own.map((screen) => (
                      <li key={screen.path}>
                        <Link
                          to={screen.path}
                          {...(shown === screen.path ? { 'aria-current': 'page' as const } : {})}
                        >
                          {screen.title}
                        </Link>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            );
          })}
        </ul>
      </nav>
      {schoolName !== null && <p className="mz-side-foot">{schoolName}</p>}
    </aside>
  );
};
