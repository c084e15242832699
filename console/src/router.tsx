import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject, redirect } from 'react-router';
import { useUser } from './api/queries';
import { may, type Right } from './api/rights';
import { withRest } from './i18n/text';
import { type Load, pages, signInPages } from './pages';
import { ErrorPage, NotFound } from './shell/ErrorPage';
import { RequireSignIn } from './shell/RequireSignIn';
import { Root } from './shell/Root';
import { SignInPage } from './signin/SignInPage';
import { Forbidden } from './ui/State';
import { WorklistPage } from './worklist/WorklistPage';

/** A page for those of a right; who lacks it is told so, and nothing of the page is asked for. */
const forRight = (Page: ComponentType, right: Right | null): ComponentType => (right === null ? Page : () => (may(useUser(), right) ? <Page /> : <Forbidden />));

/** A page that is loaded when it is opened, with what it says. */
function pageAt(path: string, load: Load, right: Right | null = null): RouteObject {
  return { path, lazy: async () => ({ Component: forRight(await withRest(load()), right) }) };
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
      ...Object.entries(signInPages).map(([path, load]) => pageAt(path, load)),
      {
        Component: RequireSignIn,
        ErrorBoundary: ErrorPage,
        children: [
          { index: true, Component: WorklistPage },
          ...Object.entries(pages).map(([path, [right, load]]) => pageAt(path, load, right)),
          { path: 'wall', loader: () => redirect('/wall/4') },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
