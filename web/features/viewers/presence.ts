import { createCasekeep, randomKey } from '../../../src/client/index.ts';

/** Without keys that the server would keep for a day: saying it twice is saying it once. Also from a page that is closed. */
const send: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers);
  headers.delete('idempotency-key');
  return fetch(url, { ...init, headers, keepalive: true });
};

/** The API as presence is told to it: what fails is said again before long. */
const quietly = createCasekeep({ baseUrl: '', fetch: send, maxRetries: 0 });

/** This page among all that are open. */
const pageId = randomKey();

/** Says that this page shows a case; answers who looks at it, or undefined when that could not be said. */
export const sayLooking = (caseId: number) =>
  quietly.lookAtCase({ caseId, pageId }).then(
    ({ items }) => items,
    () => undefined,
  );

/** Says that this page does not show the case any more. */
export const sayLeft = (caseId: number): Promise<void> =>
  quietly.lookAwayFromCase({ caseId, pageId }).then(
    () => undefined,
    () => undefined,
  );
