import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/queries';
import { chosenLanguage } from './i18n/language';
import { locales, startText } from './i18n/text';
import { router } from './router';
import { preferences } from './shell/preferences';

preferences.start();
const language = chosenLanguage();
await startText(language);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <I18nProvider locale={locales[language]}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
