/** A successful answer in the form in which it is kept for repeats. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; null for none. */
  readonly body: string | null;
}

/** The answer of an operation as it is kept and sent. */
export const keptAnswer = (status: number, headers: Readonly<Record<string, string>>, answer: unknown): KeptAnswer => ({
  status,
  headers,
  body: answer === undefined ? null : JSON.stringify(answer),
});
