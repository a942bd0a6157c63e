import { caseListPageQuery, caseQuery } from '../features/cases/cases.queries.ts';
import { meQuery } from '../features/people/me.queries.ts';
import { readWorkspace } from '../features/workspace/workspace.queries.ts';
import { forgetEarly } from '../server/early-answers.ts';
import { queryClient } from '../server/query-client.ts';
import { firstShown, isForStrangers } from './first-shown.ts';
import { router } from './router.tsx';

/**
 * Asks for who is signed in, for the code of the page and for what it shows first, all at once and before anything needs
 * them: on a slow network each way to the server and back that waits for another one is felt.
 */
export const askAhead = (): void => {
  const { pathname, search } = router.latestLocation;
  const [routes] = router.getMatchedRoutes(pathname === '/' ? '/cases' : pathname);
  for (const route of routes) void router.loadRouteChunk(route);
  void readWorkspace(queryClient);
  if (!isForStrangers(pathname)) {
    // First: it says from where on the event stream has to tell what has changed since.
    void queryClient.prefetchQuery(meQuery);
    askForCases(pathname, search);
  }
  // Lists ask a moment after they were told to.
  setTimeout(forgetEarly);
};

/** What the pages of cases show first; others ask when they are there. */
const askForCases = (pathname: string, search: Record<string, unknown>): void => {
  const shown = firstShown(pathname, search);
  if (shown === undefined) return;
  if ('caseId' in shown) void queryClient.prefetchQuery(caseQuery(shown.caseId));
  else void queryClient.prefetchQuery(caseListPageQuery(shown.listed, undefined));
};
