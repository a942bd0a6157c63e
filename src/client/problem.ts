/** What is wrong with one field. */
export interface FieldProblem {
  /** Which one; deeper ones with dots and indexes. */
  readonly field: string;
  /** Completes a sentence that begins with the field. */
  readonly problem: string;
}

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly FieldProblem[];
  readonly [extension: string]: unknown;
}

/** A refusal of the server: its problem document as an error. Source: RFC 9457. */
export class CasekeepProblem extends Error {
  override readonly name = 'CasekeepProblem';
  readonly status: number;
  /** The kind of problem, stable: for example CASE_NOT_FOUND; UNKNOWN when whoever answered was not the server. */
  readonly code: string;
  /** Under which name the server's log knows the request; "" when it is not known. */
  readonly requestId: string;
  /** One entry for each wrong field. */
  readonly errors: readonly FieldProblem[];
  /** The whole document: some kinds of problems have more to tell. */
  readonly document: ProblemDocument;
  readonly headers: Headers;

  constructor(document: ProblemDocument, headers: Headers) {
    super(document.detail);
    this.status = document.status;
    this.code = document.code;
    this.requestId = document.requestId;
    this.errors = document.errors ?? [];
    this.document = document;
    this.headers = headers;
  }
}

/** The refusal that a response tells, whoever has sent it: proxies answer in HTML. */
export const problemOf = async (response: Response): Promise<CasekeepProblem> => {
  const text = await response.text();
  if (response.status === 304) return new CasekeepProblem(unchanged, response.headers);
  const told = response.headers.get('content-type')?.includes('json') ? parsed(text) : undefined;
  return new CasekeepProblem(isProblem(told) ? told : unknownProblem(response), response.headers);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isProblem = (value: unknown): value is ProblemDocument =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'detail' in value;

/** No refusal, but there is nothing to return either. */
const unchanged: ProblemDocument = {
  type: 'about:blank',
  title: 'Not modified',
  status: 304,
  detail: 'It is still what you have already: the entity tag of ifNoneMatch.',
  code: 'NOT_MODIFIED',
  requestId: '',
};

const unknownProblem = ({ status, statusText }: Response): ProblemDocument => ({
  type: 'about:blank',
  title: statusText,
  status,
  detail: `The answer was ${status} ${statusText}, and no problem document.`,
  code: 'UNKNOWN',
  requestId: '',
});
