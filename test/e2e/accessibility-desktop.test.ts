import { walkScreens } from './walk-screens.ts';

walkScreens(['desktop-light', 'desktop-dark', 'desktop-arabic']);
