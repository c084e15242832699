import { createBrowserRouter, type RouteObject, redirect } from 'react-router';
import { CamerasPage } from './cameras/CamerasPage';
import { withRest } from './i18n/text';
import { pages, signInPages } from './pages';
import { ErrorPage, NotFound } from './shell/ErrorPage';
import { RequireSignIn } from './shell/RequireSignIn';
import { Root } from './shell/Root';
import { SignInPage } from './signin/SignInPage';
import { WorklistPage } from './worklist/WorklistPage';

/** Pages that are loaded when they are opened, with what they say. */
function routesOf(table: typeof pages): RouteObject[] {
  return Object.entries(table).map(([path, load]) => ({ path, lazy: async () => ({ Component: await withRest(load()) }) }));
}

/** Every screen is a URL. What few people need at once is loaded when it is opened. */
export const router = createBrowserRouter([
  {
    path: '/',
    Component: Root,
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => null,
    children: [
      { path: 'sign-in', Component: SignInPage },
      ...routesOf(signInPages),
      {
        Component: RequireSignIn,
        ErrorBoundary: ErrorPage,
        children: [
          { index: true, Component: WorklistPage },
          { path: 'cameras', Component: CamerasPage },
          ...routesOf(pages),
          { path: 'wall', loader: () => redirect('/wall/4') },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
