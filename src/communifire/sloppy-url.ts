/**
 * Repairs the URLs that clients of the old product build: the first `&` of a path without `?` starts the query, and a
 * further `?` separates parameters. Source: communifire-api.md section 1, sloppy URLs.
 */
export const repairUrl = (url: string): string => {
  const start = url.search(/[?&]/u);
  if (start === -1) return url;
  const query = url.slice(start + 1);
  return `${url.slice(0, start)}?${query.includes('?') ? query.replace(/\?(?=[\w-]+=)/gu, '&') : query}`;
};
