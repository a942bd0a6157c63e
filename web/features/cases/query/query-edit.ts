/** The query without what stands from `start` to `end`, with `text` instead. */
export const replaced = (
  query: string,
  { start, end }: { readonly start: number; readonly end: number },
  text = '',
): string => {
  const before = query.slice(0, start);
  const after = query.slice(end);
  if (text !== '') return `${before}${text}${after}`;
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
};
