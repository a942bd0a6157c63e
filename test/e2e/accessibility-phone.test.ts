import { walkScreens } from './walk-screens.ts';

walkScreens(['phone-light', 'phone-dark', 'phone-arabic']);
