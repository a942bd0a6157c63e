import { invalidField } from '../../kernel/errors.ts';
import { wordsOf } from '../../platform/database/folded-text.ts';

/** The longest keyword, in characters, and the most different words in it. */
const MAX_KEYWORD_LENGTH = 500;
const MAX_KEYWORD_WORDS = 20;

/** The words that a keyword asks for. Throws FIELDS_INVALID when it is too long. */
export const searchedWords = (keyword: string): string[] => {
  const words = keyword.length > MAX_KEYWORD_LENGTH ? undefined : wordsOf(keyword);
  if (words !== undefined && words.length <= MAX_KEYWORD_WORDS && words.join(' ').length <= MAX_KEYWORD_LENGTH) {
    return words;
  }
  const limits = `${MAX_KEYWORD_LENGTH} characters and ${MAX_KEYWORD_WORDS} words`;
  throw invalidField('keyword', `must have at most ${limits}`);
};
