const SECOND_MS = 1_000;
const MINUTE_S = 60;

/** Up to here a wait is told to the second: beyond, nobody counts them. */
const EXACT_S = 2 * MINUTE_S;

/** How long to wait, for people, and never too short: "1 second", "40 seconds", "59 minutes". */
export const waitInWords = (waitMs: number): string => {
  const seconds = Math.max(1, Math.ceil(waitMs / SECOND_MS));
  return seconds <= EXACT_S ? counted(seconds, 'second') : counted(Math.ceil(seconds / MINUTE_S), 'minute');
};

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
