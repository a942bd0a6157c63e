import { CasekeepProblem } from './problem.ts';
import { isPassing, pause, pauseBefore } from './retry.ts';

/** After so long without even a sign of life the connection is taken for dead, in milliseconds; the server gives one more often. */
const SILENCE_MS = 60_000;

/** An event of the log, and where it stands there. */
export interface StreamedEvent<E> {
  /** Where to go on later: as `after`, also of a new process. */
  readonly cursor: string;
  readonly event: E;
}

/**
 * What happens, for `for await`, without an end. When the connection breaks or the server is started anew it goes on where
 * it was, after pauses that grow: nothing is missed and nothing comes twice. Throws CasekeepProblem when the server refuses,
 * for example because the key was revoked, and the reason of the signal that gives it up.
 */
export class EventStream<E> implements AsyncIterable<StreamedEvent<E>> {
  readonly #open: (lastEventId: string | undefined) => Promise<Response>;
  readonly #signal: AbortSignal | undefined;

  constructor(open: (lastEventId: string | undefined) => Promise<Response>, signal: AbortSignal | undefined) {
    this.#open = open;
    this.#signal = signal;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<StreamedEvent<E>> {
    const progress: Progress = { place: undefined, failures: 0 };
    for (;;) {
      const broken = yield* this.#hear(progress);
      progress.failures += 1;
      const wait = pauseBefore(progress.failures, broken instanceof CasekeepProblem ? broken.headers : undefined);
      if (wait === undefined) throw broken;
      await pause(wait, this.#signal);
    }
  }

  /** What one connection tells; answers why it broke, if it did not end in order. */
  async *#hear(progress: Progress): AsyncGenerator<StreamedEvent<E>, unknown> {
    try {
      for await (const { id, text } of messagesOf(await this.#open(progress.place))) {
        progress.failures = 0;
        progress.place = id ?? progress.place;
        if (text !== undefined) yield { cursor: progress.place ?? '', event: JSON.parse(text) as E };
      }
      return undefined;
    } catch (error) {
      this.#signal?.throwIfAborted();
      if (!isWorthAnotherTry(error)) throw error;
      return error;
    }
  }
}

/** How far a stream has come, and how often it could not go on since. */
interface Progress {
  place: string | undefined;
  failures: number;
}

/** A fetch that fails, or breaks off, throws a TypeError. */
const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof CasekeepProblem
    ? isPassing(error.status)
    : error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');

interface Message {
  readonly id: string | undefined;
  readonly text: string | undefined;
}

/** The messages of a stream, as they come. Source: HTML standard, section 9.2.6. */
async function* messagesOf(response: Response): AsyncGenerator<Message> {
  const block: string[] = [];
  for await (const line of linesOf(response)) {
    if (line !== '') block.push(line);
    else yield messageOf(block.splice(0));
  }
}

const messageOf = (lines: readonly string[]): Message => {
  const valuesOf = (field: string) =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).replace(/^ /u, ''));
  const texts = valuesOf('data');
  return { id: valuesOf('id').at(-1), text: texts.length === 0 ? undefined : texts.join('\n') };
};

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await withinReason(reader.read());
      if (done) return;
      const lines = `${rest}${decoder.decode(value, { stream: true })}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Also when nobody wants to hear more: the connection is given back.
    await reader.cancel().catch(() => undefined);
  }
}

const withinReason = async <T>(read: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('The stream was silent for too long.', 'TimeoutError')),
      SILENCE_MS,
    );
  });
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
};
