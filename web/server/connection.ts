import { takeEarly } from './early-answers.ts';

/** How long to wait until the server is asked again whether it is there, in milliseconds. */
const ASKED_MS = 2_000;
/** Answers of whoever stands in front of a server that is not there. */
const GATEWAY_FAILURES: readonly number[] = [502, 503, 504];

const listeners = new Set<() => void>();
let isReachable = true;
let isAsking = false;

/** Whether the server answers, as far as this page knows; for `useSyncExternalStore`. */
export const isServerReachable = (): boolean => isReachable;

/** Is told when that changes; answers what ends it. */
export const onReachableChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const answers = async (): Promise<boolean> => {
  try {
    // Whatever it answers: it may be kept from the public.
    const { status } = await fetch('/healthz', { cache: 'no-store' });
    return !GATEWAY_FAILURES.includes(status);
  } catch {
    return false;
  }
};

/** Asks until the server answers. One request that failed says little: its page may just have been left. */
const askUntilReachable = async (): Promise<void> => {
  if (isAsking) return;
  isAsking = true;
  while (!(await answers())) {
    tell(false);
    await new Promise((resolve) => setTimeout(resolve, ASKED_MS));
  }
  isAsking = false;
  tell(true);
};

const tell = (reachable: boolean): void => {
  if (reachable === isReachable) return;
  isReachable = reachable;
  for (const listener of listeners) listener();
};

/** What `fetch` does; notices when the server is not there. */
export const attentiveFetch: typeof fetch = async (...request) => {
  try {
    const response = await (takeEarly(...request) ?? fetch(...request));
    if (GATEWAY_FAILURES.includes(response.status)) void askUntilReachable();
    return response;
  } catch (error) {
    if (error instanceof TypeError) void askUntilReachable();
    throw error;
  }
};
