import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../languages/languages.ts';
import { queryClient } from '../server/query-client.ts';
import { Direction } from './direction.tsx';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

/** Everything, with what all parts of it use. */
export const App = () => (
  <I18nextProvider i18n={i18n}>
    <QueryClientProvider client={queryClient}>
      <DirectionProvider>
        <Direction />
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <Told />
          <RouterProvider router={router} />
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  </I18nextProvider>
);

/** What is told lies over the navigation: what can be done with selected cases stays free. */
const Told = () => {
  const { dir } = useDirection();
  return <Notifications position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} />;
};
