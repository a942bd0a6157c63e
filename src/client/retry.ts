/** What may be different the next time. Source: RFC 9110 section 15.6, RFC 6585 section 4. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** How long the first pause is at the most, in milliseconds; each further one twice as long. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** How long the server may tell us to wait, in milliseconds: longer, and the caller should know. */
const LONGEST_WAIT_MS = 60_000;

/** Its repeat has the answer of the first one, which is under way still; it says after how long. Source: RFC 9110 section 10.2.3. */
const CONFLICT = 409;

/** Whether what was answered may be different the next time. */
export const isPassing = (status: number, headers?: Headers): boolean =>
  PASSING.has(status) || (status === CONFLICT && headers?.has('retry-after') === true);

/** How long to wait before this attempt, in milliseconds; undefined for not at all, the server wants to be left alone longer. */
export const pauseBefore = (attempt: number, headers?: Headers): number | undefined => {
  const asked = retryAfter(headers?.get('retry-after') ?? null);
  if (asked !== undefined) return asked > LONGEST_WAIT_MS ? undefined : asked;
  // By chance, so that clients that failed together do not come back together.
  return Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
};

/** Source: RFC 9110 section 10.2.3: seconds or a date. */
const retryAfter = (value: string | null): number | undefined => {
  if (value === null) return undefined;
  const milliseconds = /^\d+$/u.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
};

/** Waits; rejects as soon as the signal says so. */
export const pause = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
