import { matchPath } from 'react-router';
import { mayEnter, type SignedInUser } from './session.ts';
import { navGroups, type NavGroup, type Screen } from './screen.ts';

export interface NavEntry {
  readonly group: NavGroup;
  readonly label: string;
  readonly screens: readonly Screen[];
}

const isGroup = (key: string): key is NavGroup => Object.hasOwn(navGroups, key);

/** The groups that have a screen this person may see, in the order of the work. */
export const navigationFor = (screens: readonly Screen[], user: SignedInUser): NavEntry[] =>
  Object.keys(navGroups)
    .filter(isGroup)
    .map((group) => ({
      group,
      label: navGroups[group],
      screens: screens.filter(
        (screen) => screen.group === group && screen.inNav && mayEnter(user, screen.access),
      ),
    }))
    .filter((entry) => entry.screens.length > 0);

/** The screen that a location shows; exact patterns win over those with parameters. */
export const screenAt = (screens: readonly Screen[], pathname: string): Screen | undefined =>
  screens.find((screen) => screen.path === pathname) ??
  screens.find((screen) => matchPath(screen.path, pathname) !== null);

/** From the topmost screen down to the given one. A parent that is not in the table is a defect of the table. */
export const trailOf = (screens: readonly Screen[], screen: Screen): Screen[] => {
  const trail: Screen[] = [screen];
  let parent = screen.parent;
  while (parent !== undefined) {
    const above = screens.find((candidate) => candidate.path === parent);
    if (!above || trail.includes(above)) break;
    trail.unshift(above);
    parent = above.parent;
  }
  return trail;
};
