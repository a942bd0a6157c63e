import type { MouseEvent } from 'react';

/** Whether a link that was pressed leads to where it stands: no other tab or window is meant, and no download. */
export const isMeantHere = ({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  ![metaKey, ctrlKey, shiftKey, altKey].includes(true);

/** Whether it was pressed with the pointer, and nothing else with it. */
export const isPlainClick = (event: MouseEvent): boolean => event.detail > 0 && isMeantHere(event);
