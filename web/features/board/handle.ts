/** The ID on the page of the handle by which the keyboard lifts a case. */
export const handleOf = (caseId: number): string => `move-case-${caseId}`;
