import { NEWS, type News, SESSION_CHANGED } from './browser-news.ts';

/** What was asked for before the program was there, by its address. */
const answers = new Map<string, Promise<Response>>();

/** What the other pages of this browser have told since. */
const heard: News[] = [];
let channel: BroadcastChannel | undefined;

/** Asks and keeps the answer for the program, which asks the same; whoever asks early has no use for it. */
export const fetchEarly: typeof fetch = async (asked, init) => {
  const answer = fetch(asked, init);
  // A failure is told to whoever takes it.
  answer.catch(() => undefined);
  answers.set(addressOf(asked), answer);
  return new Response(null, { status: 204 });
};

/** Hears what the program would hear if it was there. To be called before anything is asked that it may be about. */
export const hearEarly = (): void => {
  channel = new BroadcastChannel(NEWS);
  channel.onmessage = ({ data }: MessageEvent<News>) => {
    heard.push(data);
    // The answers are those of somebody who is not here any more.
    if (data === SESSION_CHANGED) forgetEarly();
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
