/**
 * A language as it is written where somebody lives, for dates and numbers: that of the browser's languages which is the
 * same one. Of a language that the browser does not name, no region is known.
 */
export const localeOf = (language: string): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
