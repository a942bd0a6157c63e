const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;
const STEP = 1_024;

/** A size for people: "900 bytes", "1.4 KB", "25 MB". */
export const fileSizeText = (bytes: number): string => {
  if (bytes < STEP) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let size = bytes / STEP;
  let unit = 0;
  while (size >= STEP - 0.5 && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${UNITS[unit]}`;
};
