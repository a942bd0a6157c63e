const STORED = 'casekeep-signed-in';

/** Notes that somebody is signed in with this browser: only a session that was there can have ended. */
export const noteSignedIn = (): void => localStorage.setItem(STORED, 'yes');

/** Forgets that, when somebody signs out. */
export const forgetSignedIn = (): void => localStorage.removeItem(STORED);

/** Whether somebody was signed in with this browser and has not signed out. */
export const wasSignedIn = (): boolean => localStorage.getItem(STORED) !== null;
