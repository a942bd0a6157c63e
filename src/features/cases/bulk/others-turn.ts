/** Requests that only read need not wait for the whole transaction. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
