/** Fields without letters: where a checkbox has the focus, shortcuts mean what they mean beside it. */
const LETTERLESS = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file'];

/** What keys belong to as long as it is open: what is behind it is not to be reached. */
const DIALOG = '[role="dialog"][aria-modal="true"]';
const MENU = '[role="menu"], [role="listbox"]';

/** What a field has a meaning of its own for. */
const OF_FIELDS = ['mod+Z'];

/** Whether somebody who presses these keys means the command that has them. */
export const isMeant = (keys: string, event: KeyboardEvent): boolean => {
  if (event.isComposing || !isPressed(keys, event)) return false;
  const target = event.target as HTMLElement;
  // While somebody types, keys are letters; only those with Ctrl or Command go on meaning something.
  if (keys.startsWith('mod+') && !OF_FIELDS.includes(keys)) return true;
  return !isWriting(target) && target.closest(MENU) === null && document.querySelector(DIALOG) === null;
};

const isWriting = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement
    ? !LETTERLESS.includes(target.type)
    : target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);

/** Whether these are the keys; Shift is told of letters alone, because signs need it on some keyboards and not on others. */
const isPressed = (keys: string, event: KeyboardEvent): boolean => {
  const parts = keys.toLowerCase().split('+');
  const key = signOf(event).toLowerCase();
  return (
    key === parts.at(-1) &&
    !event.altKey &&
    (event.ctrlKey || event.metaKey) === parts.includes('mod') &&
    (!isLetter(key) || event.shiftKey === parts.includes('shift'))
  );
};

const isLetter = (sign: string): boolean => /^[a-z]$/u.test(sign);

/** What was typed; where letters are not Latin ones, what is on that key where they are. */
const signOf = ({ key, code, shiftKey }: KeyboardEvent): string => {
  if (key.charCodeAt(0) < 128) return key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return /^Key[A-Z]$/u.test(code) ? code.slice('Key'.length) : key;
};
