import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../languages/languages.ts';
import { queryClient } from '../server/query-client.ts';
import { useAfterPaint } from '../ui/use-after-paint.ts';
import { Direction } from './direction.tsx';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

const Told = lazy(async () => ({ default: (await import('./told.tsx')).Told }));

/** Everything, with what all parts of it use. */
export const App = () => (
  <I18nextProvider i18n={i18n}>
    <QueryClientProvider client={queryClient}>
      <DirectionProvider>
        <Direction />
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <ToldLater />
          <RouterProvider router={router} />
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  </I18nextProvider>
);

/** There is nothing to tell before there is something to press; what is told in the meantime waits. */
const ToldLater = () => {
  const isPainted = useAfterPaint();
  return <Suspense>{isPainted && <Told />}</Suspense>;
};
