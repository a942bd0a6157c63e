import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './ask-early.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguages } from '../languages/languages.ts';
import { App } from './app.tsx';
import { askAhead } from './ask-ahead.ts';
import { router } from './router.tsx';
import './main.css';

/** Draws everything, in the language that is there by now. */
const draw = (): void => {
  const element = document.getElementById('app');
  if (element === null) throw new Error('The page has no place for the program.');
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
};

/** What the page itself shows gives way to what the program does. */
const takeOver = (): void => {
  const stop = router.subscribe('onRendered', () => {
    document.getElementById('first')?.remove();
    stop();
  });
};

askAhead();
takeOver();
// Not waited for by the module itself: the texts of a language may share files with this one, and would wait for it.
void startLanguages().then(draw);
