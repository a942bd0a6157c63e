import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './main.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguages } from '../languages/languages.ts';
import { App } from './app.tsx';
import { askAhead } from './ask-ahead.ts';

askAhead();
await startLanguages();
const element = document.getElementById('app');
if (element === null) throw new Error('The page has no place for the program.');
createRoot(element).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
