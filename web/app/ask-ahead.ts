import { caseListPageQuery, caseQuery } from '../features/cases/cases.queries.ts';
import { askedCases } from '../features/cases/list/asked-cases.ts';
import { listAddress } from '../features/cases/list/list-address.ts';
import { meQuery } from '../features/people/me.queries.ts';
import { readWorkspace } from '../features/workspace/workspace.queries.ts';
import { queryClient } from '../server/query-client.ts';
import { HOME, router } from './router.tsx';

/**
 * Asks for who is signed in, for the code of the page and for what it shows first, all at once and before anything needs
 * them: on a slow network each way to the server and back that waits for another one is felt.
 */
export const askAhead = (): void => {
  const { latestLocation: there } = router;
  const { pathname, search } = there.pathname === '/' ? { pathname: '/cases', search: HOME } : there;
  const [routes] = router.getMatchedRoutes(pathname);
  for (const route of routes) void router.loadRouteChunk(route);
  if (pathname === '/sign-in') return;
  void queryClient.prefetchQuery(meQuery);
  void readWorkspace(queryClient);
  askForCases(pathname, search);
};

/** What the pages of cases show first; others ask when they are there. */
const askForCases = (pathname: string, search: Record<string, unknown>): void => {
  const [, place, id] = /^\/(cases|spaces)(?:\/(\d+))?\/?$/u.exec(pathname) ?? [];
  if (place === undefined || (place === 'spaces' && id === undefined)) return;
  if (place === 'cases' && id !== undefined) {
    void queryClient.prefetchQuery(caseQuery(Number(id)));
    return;
  }
  const asked = askedCases(listAddress(search), id === undefined ? undefined : Number(id));
  void queryClient.prefetchQuery(caseListPageQuery(asked, undefined));
};
