import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sayLeft, sayLooking } from './presence.ts';
import { viewersQuery } from './viewers.queries.ts';

/** How long somebody stays until it is said, in milliseconds: who goes through a list looks at none of its cases. */
const STAYS_MS = 250;
/** How often it is said again, in milliseconds: as the reference has it. */
const AGAIN_MS = 20_000;

/** What is said arrives in this order. */
let said: Promise<unknown> = Promise.resolve();

/** Others see that one looks at the case, as long as the page is in sight. */
export const useLooking = (caseId: number): void => {
  const queryClient = useQueryClient();
  useEffect(() => {
    let isSaid = false;
    const look = (): void => {
      if (document.hidden) return;
      isSaid = true;
      said = said
        .then(() => sayLooking(caseId))
        .then((viewers) => isSaid && viewers && queryClient.setQueryData(viewersQuery(caseId).queryKey, viewers));
    };
    const leave = (): void => {
      if (!isSaid) return;
      isSaid = false;
      // A page that is being closed does not live to see anything through.
      said = document.hidden ? sayLeft(caseId) : said.then(() => sayLeft(caseId));
    };
    const follow = (): void => (document.hidden ? leave() : look());
    const first = setTimeout(look, STAYS_MS);
    const again = setInterval(look, AGAIN_MS);
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [caseId, queryClient]);
};
