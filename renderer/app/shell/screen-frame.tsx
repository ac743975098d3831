import { Suspense, type ReactNode } from 'react';
import { PageSkeleton } from '../../ui/feedback/page-skeleton.tsx';
import { NoPermissionPage } from '../pages/no-permission-page.tsx';
import type { Screen } from '../screen.ts';
import { mayEnter, useUser } from '../session.ts';

/** One screen inside the shell: permission first, then the page as soon as its code is there. */
export const ScreenFrame = ({ screen }: { screen: Screen }): ReactNode => {
  const user = useUser();
  if (!mayEnter(user, screen.access)) return <NoPermissionPage title={screen.title} access={screen.access} />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <screen.page />
    </Suspense>
  );
};
