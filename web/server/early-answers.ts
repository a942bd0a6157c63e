import { NEWS, type News, SESSION_CHANGED } from './browser-news.ts';

/** What was asked for before the program was there, by its address. */
const answers = new Map<string, Promise<Response>>();

/** What the other pages of this browser have told since. */
const heard: News[] = [];
let channel: BroadcastChannel | undefined;

/**
 * Asks and keeps the answer for the program, which asks the same. Whoever asks early gets a copy, or nothing if it is a
 * refusal.
 */
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

/**
 * Hears what the program would hear if it was there; is told when somebody else signs in. To be called before anything is
 * asked that it may be about.
 */
export const hearEarly = (onSomebodyElse: () => void): void => {
  channel = new BroadcastChannel(NEWS);
  channel.onmessage = ({ data }: MessageEvent<News>) => {
    heard.push(data);
    // The answers are those of somebody who is not here any more.
    if (data !== SESSION_CHANGED) return;
    forgetEarly();
    onSomebodyElse();
  };
};

/** What was heard early, once; whoever takes it hears for itself by now. */
export const takeHeard = (): readonly News[] => {
  channel?.close();
  return heard.splice(0);
};

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
