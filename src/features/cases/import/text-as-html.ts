const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as HTML that shows the same: paragraphs where there are empty lines, line breaks elsewhere. */
export const htmlOfText = (text: string): string => {
  const escaped = text.trim().replaceAll(/[&<>]/gu, (character) => special[character] ?? character);
  if (escaped === '') return '';
  const paragraphs = escaped.split(/\r?\n(?:[ \t]*\r?\n)+/u);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll(/\r?\n/gu, '<br />')}</p>`).join('');
};
