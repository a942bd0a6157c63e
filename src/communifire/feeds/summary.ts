import { plainText } from '../../features/cases/plain-text.ts';
import { textOfHtml } from '../../features/cases/rich-text.ts';

/** The longest summary, in characters. */
const MAX_SUMMARY_LENGTH = 200;

/** A tag that is not closed, where the beginning of a text was cut off. */
const CUT_TAG = /<[^>]*$/u;
const SPACES = /\s+/gu;

/** The beginning of sanitised HTML as plain text on one line, cut between words. Clients show it as HTML, like titles. */
export const summaryOf = (html: string): string => {
  const text = plainText(textOfHtml(html.replace(CUT_TAG, '')).replace(SPACES, ' '));
  if (text.length <= MAX_SUMMARY_LENGTH) return text;
  const cut = text.slice(0, MAX_SUMMARY_LENGTH - 1);
  const lastSpace = cut.lastIndexOf(' ');
  const whole = lastSpace > MAX_SUMMARY_LENGTH / 2 ? cut.slice(0, lastSpace) : cut;
  // The cut may go through a surrogate pair.
  return `${whole.replace(/[\uD800-\uDBFF]$/u, '')}…`;
};
