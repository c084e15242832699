import { createBrowserRouter, redirect } from 'react-router';
import { CamerasPage } from './cameras/CamerasPage';
import { Root } from './shell/Root';
import { Behind, Home } from './shell/Behind';
import { Broken, NotFound } from './shell/Broken';
import { SignInPage } from './signin/SignInPage';

/** Every screen is a URL. What few people need at once is loaded when it is opened. */
export const router = createBrowserRouter([
  {
    path: '/',
    Component: Root,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      { path: 'sign-in', Component: SignInPage },
      {
        Component: Behind,
        ErrorBoundary: Broken,
        children: [
          { index: true, Component: Home },
          { path: 'cameras', Component: CamerasPage },
          { path: 'cameras/new', lazy: async () => ({ Component: (await import('./cameras/CameraForm')).NewCameraPage }) },
          { path: 'cameras/:id', lazy: async () => ({ Component: (await import('./cameras/CameraPage')).CameraPage }) },
          { path: 'cameras/:id/edit', lazy: async () => ({ Component: (await import('./cameras/CameraForm')).EditCameraPage }) },
          { path: 'wall', loader: () => redirect('/wall/4') },
          { path: 'wall/:layout', lazy: async () => ({ Component: (await import('./cameras/WallPage')).WallPage }) },
          { path: 'requests/new', loader: ({ request }) => redirect(`/requests/new/what${new URL(request.url).search}`) },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
