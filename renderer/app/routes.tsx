import { archiveScreens } from './screens/archive.ts';
import { casesScreens } from './screens/cases.ts';
import { dutiesScreens } from './screens/duties.ts';
import { evaluationScreens } from './screens/evaluation.ts';
import { organisationScreens } from './screens/organisation.ts';
import { standardsScreens } from './screens/standards.ts';
import { systemScreens } from './screens/system.ts';
import { todayScreens } from './screens/today.ts';
import type { Screen } from './screen.ts';

/**
 * Every screen behind the login; navigation, breadcrumbs, search, help and permission checks follow from it.
 * To add a screen, write its page as a named export of a file in `renderer/features/<name>/` and put an entry into
 * `screens/<group>.ts`, the group of the side navigation where it belongs; the first entry of a group with `inNav`
 * is where the group's name leads. A group's first screen brings its file, and a line here.
 * Pages call `usePageTitle` (page-title.ts) when the record's name says more than the title there.
 */
export const screens: readonly Screen[] = [
  ...todayScreens,
  ...casesScreens,
  ...evaluationScreens,
  ...archiveScreens,
  ...dutiesScreens,
  ...organisationScreens,
  ...standardsScreens,
  ...systemScreens,
];
