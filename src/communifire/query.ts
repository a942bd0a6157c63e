import { parse } from 'node:querystring';

/** Parameters of a URL by their lower-case names. */
export type Query = Readonly<Record<string, string>>;

const noParameters: Query = Object.freeze(Object.create(null));

/** The names of the parameters in a URL, as they are spelled there. */
export const namesInUrl = (url: string): string[] => Object.keys(parse(url.slice(url.indexOf('?') + 1)));

/** Reads a query string; names match in any case, and of a repeated parameter the first counts. */
export const parseQuery = (text: string): Query => {
  if (text === '') return noParameters;
  const query: Record<string, string> = Object.create(null);
  for (const [name, value = ''] of Object.entries(parse(text))) {
    query[name.toLowerCase()] ??= typeof value === 'string' ? value : (value[0] ?? '');
  }
  return query;
};
