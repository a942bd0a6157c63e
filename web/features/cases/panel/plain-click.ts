import type { MouseEvent } from 'react';

/** Whether a link was pressed with the pointer and nothing else: no other tab is meant, and no key pressed it. */
export const isPlainClick = ({ detail, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  detail > 0 && ![metaKey, ctrlKey, shiftKey, altKey].includes(true);
