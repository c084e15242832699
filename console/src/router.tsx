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
      { path: 'sign-in/return', lazy: async () => ({ Component: (await import('./signin/ReturnPage')).ReturnPage }) },
      { path: 'sign-in/confirm', lazy: async () => ({ Component: (await import('./signin/ConfirmPage')).ConfirmPage }) },
      {
        Component: Behind,
        ErrorBoundary: Broken,
        children: [
          { index: true, Component: Home },
          { path: 'cameras', Component: CamerasPage },
          { path: 'cameras/new', lazy: async () => ({ Component: (await import('./cameras/CameraForm')).NewCameraPage }) },
          { path: 'cameras/:id', lazy: async () => ({ Component: (await import('./cameras/CameraPage')).CameraPage }) },
          { path: 'cameras/:id/edit', lazy: async () => ({ Component: (await import('./cameras/CameraForm')).EditCameraPage }) },
          { path: 'register', lazy: async () => ({ Component: (await import('./register/RegisterPage')).RegisterPage }) },
          { path: 'register/new', lazy: async () => ({ Component: (await import('./register/CommunityForm')).NewCommunityCamera }) },
          { path: 'register/import', lazy: async () => ({ Component: (await import('./register/ImportPage')).ImportPage }) },
          { path: 'register/:id', lazy: async () => ({ Component: (await import('./register/CardPage')).CardPage }) },
          { path: 'register/:id/edit', lazy: async () => ({ Component: (await import('./register/CommunityForm')).EditCommunityCamera }) },
          { path: 'areas', lazy: async () => ({ Component: (await import('./areas/AreasPage')).AreasPage }) },
          { path: 'areas/new', lazy: async () => ({ Component: (await import('./areas/NewAreaPage')).NewAreaPage }) },
          { path: 'areas/import', lazy: async () => ({ Component: (await import('./areas/AreaImportPage')).AreaImportPage }) },
          { path: 'areas/:id', lazy: async () => ({ Component: (await import('./areas/AreaPage')).AreaPage }) },
          { path: 'find', lazy: async () => ({ Component: (await import('./find/FindPage')).FindPage }) },
          { path: 'wall', loader: () => redirect('/wall/4') },
          { path: 'wall/:layout', lazy: async () => ({ Component: (await import('./cameras/WallPage')).WallPage }) },
          { path: 'play', lazy: async () => ({ Component: (await import('./player/PlayPage')).PlayPage }) },
          { path: 'cases', lazy: async () => ({ Component: (await import('./cases/CasesPage')).CasesPage }) },
          { path: 'cases/new', lazy: async () => ({ Component: (await import('./cases/NewCasePage')).NewCasePage }) },
          { path: 'cases/:id', lazy: async () => ({ Component: (await import('./cases/CasePage')).CasePage }) },
          { path: 'case-types', lazy: async () => ({ Component: (await import('./cases/CaseTypesPage')).CaseTypesPage }) },
          { path: 'figures', lazy: async () => ({ Component: (await import('./cases/FiguresPage')).FiguresPage }) },
          { path: 'requests', lazy: async () => ({ Component: (await import('./requests/RequestsPage')).RequestsPage }) },
          { path: 'requests/new', loader: ({ request }) => redirect(`/requests/new/case${new URL(request.url).search}`) },
          { path: 'requests/new/:step', lazy: async () => ({ Component: (await import('./requests/NewRequestPage')).NewRequestPage }) },
          { path: 'requests/:id', lazy: async () => ({ Component: (await import('./requests/RequestPage')).RequestPage }) },
          { path: 'requests/:id/package', lazy: async () => ({ Component: (await import('./requests/PackagePage')).PackagePage }) },
          { path: 'requests/:id/copies/new', lazy: async () => ({ Component: (await import('./copies/EditorPage')).EditorPage }) },
          { path: 'requests/:id/copies/:copyId', lazy: async () => ({ Component: (await import('./copies/CopyPage')).CopyPage }) },
          { path: 'reviews', lazy: async () => ({ Component: (await import('./emergency/ReviewsPage')).ReviewsPage }) },
          { path: 'reviews/:id', lazy: async () => ({ Component: (await import('./emergency/ReviewPage')).ReviewPage }) },
          { path: 'received', lazy: async () => ({ Component: (await import('./requests/ReceivedPage')).ReceivedPage }) },
          { path: 'urgent', lazy: async () => ({ Component: (await import('./requests/UrgentPage')).UrgentPage }) },
          { path: 'findings', lazy: async () => ({ Component: (await import('./oversight/FindingsPage')).FindingsPage }) },
          { path: 'findings/:id', lazy: async () => ({ Component: (await import('./oversight/FindingPage')).FindingPage }) },
          { path: 'sampled-looks', lazy: async () => ({ Component: (await import('./oversight/SampledLooksPage')).SampledLooksPage }) },
          { path: 'data-requests', lazy: async () => ({ Component: (await import('./subject/DataRequestsPage')).DataRequestsPage }) },
          { path: 'data-requests/new', lazy: async () => ({ Component: (await import('./subject/NewDataRequestPage')).NewDataRequestPage }) },
          { path: 'data-requests/working-days', lazy: async () => ({ Component: (await import('./subject/WorkingDaysPage')).WorkingDaysPage }) },
          { path: 'data-requests/:id', lazy: async () => ({ Component: (await import('./subject/DataRequestPage')).DataRequestPage }) },
          { path: 'audit', lazy: async () => ({ Component: (await import('./log/LogPage')).LogPage }) },
          { path: 'audit/:index', lazy: async () => ({ Component: (await import('./log/LogPage')).LogPage }) },
          { path: 'people', lazy: async () => ({ Component: (await import('./people/PeoplePage')).PeoplePage }) },
          { path: 'account', lazy: async () => ({ Component: (await import('./account/AccountPage')).AccountPage }) },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
