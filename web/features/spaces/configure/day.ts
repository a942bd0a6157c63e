/** The day of a moment in the time zone of the browser, as 2026-11-30. */
export const dayOf = (at: string | null): string | null => {
  if (at === null) return null;
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The last minute of a day: what is due on a day can still be done on it. */
export const endOfDay = (day: string | null): string | null =>
  day === null ? null : new Date(`${day}T23:59:00`).toISOString();
