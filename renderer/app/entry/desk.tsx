import { useState, type ReactNode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createRouter } from '../router.tsx';

/** The screens behind the login. Each login gets a router of its own, so that nobody lands in another's history. */
export const Desk = (): ReactNode => {
  const [router] = useState(createRouter);
  return <RouterProvider router={router} />;
};
