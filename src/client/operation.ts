/** How an operation is asked for, as the generated table says it. */
export interface OperationDescription {
  readonly method: string;
  /** With the names of its parameters in braces. */
  readonly path: string;
  /** The parameters of its query. */
  readonly query?: readonly string[];
  /** The headers of its own, by the names of the arguments that they come from. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The media type of its body; undefined without one. */
  readonly bodyType?: string;
  /** The media type of its answer; undefined without one. */
  readonly answerType?: string;
  /** Whether it changes something, and so takes an idempotency key. */
  readonly writes?: boolean;
  /** The parameter that takes `next` of a page; undefined when it answers no pages. */
  readonly cursor?: string;
}

interface OperationData {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** What there is; nothing to ask for when there is nothing. */
type Present<T> = [Exclude<T, undefined>] extends [never] ? unknown : Exclude<T, undefined>;

/** The arguments of an operation, all in one object: of its path, its query, the headers of its own, and the body. */
export type Arguments<Data extends OperationData, Header extends string = never> = Present<Data['path']> &
  Present<Data['query']> &
  ([Exclude<Data['body'], undefined>] extends [never] ? unknown : { readonly body: Data['body'] }) & {
    readonly [H in Header]?: string | undefined;
  };

/** Any arguments, as the code sees them that serves all operations. */
export type AnyArguments = Readonly<Record<string, unknown>>;

/** What one call does otherwise than the client. */
export interface CallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal | undefined;
  /** How long each attempt may take, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  /** How often it is tried again when it could not be done. */
  readonly maxRetries?: number | undefined;
  /** The name of this change; one is made for each write unless told. With one's own, also a new process can repeat it. */
  readonly idempotencyKey?: string | undefined;
  /** Sees the response of a success, for its status and headers, before the answer is read. */
  readonly onResponse?: ((response: Response) => void) | undefined;
}
