/** Files that were chosen before there was a case to send them to, by its number. */
const waiting = new Map<number, readonly File[]>();

/** Lets a case that is about to be shown send these files. */
export const leaveFiles = (caseId: number, files: readonly File[]): void => {
  if (files.length > 0) waiting.set(caseId, files);
};

/** The files that were left for a case: told once. */
export const takeFiles = (caseId: number): readonly File[] => {
  const files = waiting.get(caseId) ?? [];
  waiting.delete(caseId);
  return files;
};
