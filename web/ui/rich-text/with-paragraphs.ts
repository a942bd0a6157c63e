/** HTML with a paragraph more for each line of a text; the same HTML when that is nothing but blanks. */
export const withParagraphs = (html: string, text: string): string =>
  text.trim() === '' ? html : `${html}${text.split('\n').map(paragraph).join('')}`;

const paragraph = (line: string): string => {
  const element = document.createElement('p');
  element.textContent = line;
  return element.outerHTML;
};
