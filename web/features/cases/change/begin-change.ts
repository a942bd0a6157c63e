/** The button or the field that changes a property, which is told by its name there or around it. */
const fieldOf = (name: string): string =>
  `[data-property="${name}"]:is(button), [data-property="${name}"] :is(button, input)`;

interface Begun {
  /** Hears that the list of options has closed again. */
  readonly onEnded?: () => void;
}

/**
 * Opens what changes a property, ready to type. When its list closes, whatever had the focus has it again; a focus that
 * was among the properties, or nowhere, stays where it was changed.
 */
export const beginChange = (within: Element | null, name: string, { onEnded }: Begun = {}): void => {
  const field = within?.querySelector<HTMLElement>(fieldOf(name));
  if (field == null) {
    onEnded?.();
    return;
  }
  const before = document.activeElement;
  field.focus();
  field.click();
  // The list has the focus as long as it is open, and gives it to what opened it.
  const end = (): void => {
    if (before instanceof HTMLElement && before !== document.body && !within?.contains(before)) before.focus();
    onEnded?.();
  };
  // Not at once: after Escape it does so twice.
  if (field.tagName === 'BUTTON') field.addEventListener('focus', () => setTimeout(end), { once: true });
};
