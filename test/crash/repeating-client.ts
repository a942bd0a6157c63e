import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { type HttpAnswer, HttpConnection } from '../support/http-connection.ts';

/** Every so many requests of a client one creates a case, one is given up, and one repeats what was answered. */
const CREATE_EVERY = 3;
const GIVE_UP_EVERY = 5;
const REPEAT_EVERY = 7;
/** How long clients wait at the most for an answer that they give up, in milliseconds: longer than most writes take. */
const MOST_PATIENCE_MS = 60;
/** Steps through all kinds of patience. */
const PATIENCE_STEP_MS = 7;

/** What is sent again with the same key until it is answered. */
interface Wish {
  /** A text that no other request has: what it writes is known by it. */
  readonly mark: string;
  readonly idempotencyKey: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly success: number;
}

/** What the first answer and its repeats have in common. */
interface Told {
  readonly status: number;
  readonly etag: unknown;
  readonly location: unknown;
  readonly body: string;
}

const told = ({ status, headers, body }: HttpAnswer): Told => ({
  ...{ status, etag: headers['etag'], location: headers['location'], body },
});

/** The server answered what it never should. */
class WrongAnswerError extends Error {}

interface RepeatingClientOptions {
  /** A case that other clients write too. */
  readonly sharedId: number;
  readonly project: { readonly spaceId: number; readonly projectId: number };
}

/** A client that sends every write with an idempotency key, and again until it is answered. */
export class RepeatingClient {
  readonly #name: string;
  readonly #options: RepeatingClientOptions;
  readonly #tally = { answered: 0, repeats: 0, rescued: 0 };
  #count = 0;
  #unanswered: Wish | undefined;
  #answered: { readonly wish: Wish; readonly answer: Told } | undefined;
  /** The marks of answered requests that nobody has looked for yet. */
  readonly answeredMarks: { readonly mark: string; readonly isUpdate: boolean }[] = [];

  constructor(index: number, options: RepeatingClientOptions) {
    this.#name = `c${String(index).padStart(2, '0')}`;
    this.#options = options;
  }

  /** Requests with an answer; repeats of those; and those that were done although their answer was never heard. */
  get tally(): Readonly<Record<'answered' | 'repeats' | 'rescued', number>> {
    return this.#tally;
  }

  get isWaiting(): boolean {
    return this.#unanswered !== undefined;
  }

  /** Sends requests one after the other until the server is gone. Fails when it answers what it should not. */
  async run(url: string): Promise<void> {
    const connection = new HttpConnection(url);
    try {
      for (;;) await this.#next(url, connection);
    } catch (error) {
      if (error instanceof WrongAnswerError) throw error;
    } finally {
      connection.close();
    }
  }

  /** Sends what was not answered until it is, and what was answered last once more. */
  async settle(url: string): Promise<void> {
    const connection = new HttpConnection(url);
    try {
      if (this.#unanswered !== undefined) await this.#send(connection, this.#unanswered);
      await this.#repeatAnswered(connection);
    } finally {
      connection.close();
    }
  }

  async #next(url: string, connection: HttpConnection): Promise<void> {
    this.#count += 1;
    if (this.#unanswered === undefined && this.#count % REPEAT_EVERY === 0) return this.#repeatAnswered(connection);
    this.#unanswered ??= this.#newWish();
    if (this.#count % GIVE_UP_EVERY === 0) return this.#giveUp(url, this.#unanswered);
    return this.#send(connection, this.#unanswered);
  }

  #newWish(): Wish {
    const mark = `${this.#name}n${String(this.#count).padStart(6, '0')}`;
    const common = { mark, idempotencyKey: randomUUID() };
    if (this.#count % CREATE_EVERY === 0) {
      const body = { ...this.#options.project, title: mark };
      return { ...common, method: 'POST', path: '/api/v1/cases', body, success: 201 };
    }
    // Twice the same title might be no change, but twice the same comment is always one too many.
    const body = { title: mark, comment: { text: mark } };
    return { ...common, method: 'PATCH', path: `/api/v1/cases/${this.#options.sharedId}`, body, success: 200 };
  }

  /** Sends a request and breaks the connection before or after it is answered: nobody knows what became of it. */
  async #giveUp(url: string, wish: Wish): Promise<void> {
    const connection = new HttpConnection(url);
    const sent = this.#send(connection, wish);
    await Promise.race([sent.catch(() => undefined), sleep((this.#count * PATIENCE_STEP_MS) % MOST_PATIENCE_MS)]);
    connection.close();
    await sent.catch((error: unknown) => {
      if (error instanceof WrongAnswerError) throw error;
    });
  }

  async #send(connection: HttpConnection, wish: Wish): Promise<void> {
    const answer = await this.#ask(connection, wish);
    if (answer.headers['idempotency-replayed'] === 'true') this.#tally.rescued += 1;
    this.#tally.answered += 1;
    this.#answered = { wish, answer: told(answer) };
    this.answeredMarks.push({ mark: wish.mark, isUpdate: wish.method === 'PATCH' });
    this.#unanswered = undefined;
  }

  /** The repeat of an answered request must answer the same, and say that it is a repeat. */
  async #repeatAnswered(connection: HttpConnection): Promise<void> {
    if (this.#answered === undefined) return;
    const { wish, answer } = this.#answered;
    const repeat = await this.#ask(connection, wish);
    this.#tally.repeats += 1;
    const first = JSON.stringify(answer);
    const second = JSON.stringify(told(repeat));
    if (first !== second) throw new WrongAnswerError(`${wish.mark} was answered ${first}, then ${second}`);
    if (repeat.headers['idempotency-replayed'] !== 'true') throw new WrongAnswerError(`${wish.mark} was done again`);
  }

  async #ask(connection: HttpConnection, { method, path, body, mark, ...wish }: Wish): Promise<HttpAnswer> {
    const headers = { 'idempotency-key': wish.idempotencyKey };
    const answer = await connection.send({ method, path, body, key: SANDBOX_KEY, headers });
    if (answer.status !== wish.success) throw new WrongAnswerError(`${mark}: ${answer.status} ${answer.body}`);
    return answer;
  }
}
