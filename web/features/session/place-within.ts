/** The address to go to after signing in: never one outside of these pages, whoever wrote the link. */
export const placeWithin = (address: string | undefined): string => {
  if (address === undefined || !address.startsWith('/')) return '/';
  if (!URL.canParse(address, location.origin)) return '/';
  const { origin, pathname, search, hash } = new URL(address, location.origin);
  return origin === location.origin && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
};
