import { createHashRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { screens } from './routes.tsx';
import { RouteFailure } from './shell/route-failure.tsx';
import { ScreenFrame } from './shell/screen-frame.tsx';
import { Shell } from './shell/shell.tsx';

const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteFailure />,
    children: [
      ...screens.map((screen): RouteObject => ({
        path: screen.path,
        element: <ScreenFrame screen={screen} />,
        errorElement: <RouteFailure />,
      })),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

export const createRouter = (): ReturnType<typeof createHashRouter> => createHashRouter(routes);
