import type { Case } from '../cases/case.ts';
import { textOfHtml } from '../cases/rich-text.ts';
import { excerptOf } from './excerpt.ts';

/** A part of the description, as plain text on one line, around the first of the folded texts. */
export const excerptOfCase = ({ description }: Case, texts: readonly string[]): string =>
  excerptOf(textOfHtml(description), texts);
