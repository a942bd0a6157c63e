const BLOCK_ENDS = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre)>/giu;

/** The words of rich text, a line for each paragraph. */
export const plainText = (html: string): string => {
  const text = new DOMParser().parseFromString(html.replace(BLOCK_ENDS, '$&\n'), 'text/html').body.textContent;
  return text.replace(/\n{3,}/gu, '\n\n').trim();
};
