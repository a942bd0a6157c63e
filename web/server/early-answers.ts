/** What was asked for before the program was there, by its address. */
const answers = new Map<string, Promise<Response>>();

/** Asks and keeps the answer for the program, which asks the same; whoever asks early gets a copy, or nothing if it is a refusal. */
export const fetchEarly: typeof fetch = async (asked, init) => {
  const answer = fetch(asked, init);
  // Before whoever takes the answer reads it.
  const copy = answer.then(
    (response) => (response.ok ? response.clone() : nothing()),
    // A failure is told to whoever takes it.
    nothing,
  );
  answers.set(addressOf(asked), answer);
  return copy;
};

const nothing = (): Response => new Response(null, { status: 204 });

/** The answer that was asked for early, once. */
export const takeEarly: (...request: Parameters<typeof fetch>) => Promise<Response> | undefined = (asked, init) => {
  if (init?.method !== 'GET') return;
  const answer = answers.get(addressOf(asked));
  answers.delete(addressOf(asked));
  return answer;
};

/** What the program did not ask for when it began will be out of date when it does. */
export const forgetEarly = (): void => answers.clear();

const addressOf = (asked: Parameters<typeof fetch>[0]): string =>
  asked instanceof Request ? asked.url : asked.toString();
