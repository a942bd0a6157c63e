import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../languages/languages.ts';
import { queryClient } from '../server/query-client.ts';
import { Direction } from './direction.tsx';
import { LaterToasts } from './later-toasts.tsx';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

/** Everything, with what all parts of it use. */
export const App = () => (
  <I18nextProvider i18n={i18n}>
    <QueryClientProvider client={queryClient}>
      <DirectionProvider>
        <Direction />
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <LaterToasts />
          <RouterProvider router={router} />
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  </I18nextProvider>
);
