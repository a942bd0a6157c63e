/** Copies a text to the clipboard. Throws when the browser does not let it. */
export const copyText = async (text: string): Promise<void> => {
  if (window.isSecureContext) return navigator.clipboard.writeText(text);
  // On plain HTTP browsers have no clipboard; what is selected can be copied all the same. Within what has the focus, a
  // dialog for example, which would not let it go elsewhere.
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  (before?.parentElement ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!isCopied) throw new Error('The browser did not copy the text.');
};
