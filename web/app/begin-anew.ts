import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../features/people/me.queries.ts';
import { isSignedOut } from '../server/refusal.ts';

/** How long to wait until it is asked again who is signed in, in milliseconds. */
const AGAIN_MS = 2_000;

interface BeginAnew {
  readonly queryClient: QueryClient;
  /** The ID of whoever was signed in when the page was read. */
  readonly readBy: number | undefined;
  /** Says that the page is left. */
  readonly signal: AbortSignal;
}

/**
 * What is on the screen was read by whoever was signed in: for somebody else the page begins anew. It is asked until there
 * is an answer: what one presses meanwhile would be done by somebody else than the page says.
 */
export const beginAnewForOther = async ({ queryClient, readBy, signal }: BeginAnew): Promise<void> => {
  // What is on its way already was asked with the session that was there before.
  await queryClient.cancelQueries({ queryKey: meQuery.queryKey, exact: true });
  while (!signal.aborted) {
    try {
      const { id } = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      if (id !== readBy && !signal.aborted) window.location.reload();
      return;
    } catch (error) {
      // Who is signed out now is led to where one signs in, as with every other question.
      if (isSignedOut(error)) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
};
