import { DomainError, type ErrorCode } from '../../src/kernel/errors.ts';
import { statusOf } from '../../src/platform/http/status.ts';
import type { JsonObject } from './json.ts';

/** How one of the APIs tells refusals. */
export interface RefusalManner {
  /** What the names of its responses begin with. */
  readonly prefix: string;
  readonly mediaType: string;
  readonly schema: JsonObject;
  /** What a refusal looks like; undefined for no examples. */
  readonly example: ((error: DomainError) => unknown) | undefined;
}

/** The responses of the document that refuse: each combination of codes is there once. */
export class Refusals {
  readonly #responses = new Map<string, JsonObject>();
  readonly #examples = new Map<string, JsonObject>();

  /** The responses to refusals with these codes, by their status. */
  use(codes: readonly ErrorCode[], manner: RefusalManner): JsonObject {
    const byStatus = Map.groupBy([...new Set(codes)].sort(), (code) => statusOf[new DomainError(code).kind]);
    return Object.fromEntries([...byStatus].map(([status, each]) => [status, this.#response(each, manner)]));
  }

  get responses(): JsonObject {
    return sorted(this.#responses);
  }

  get examples(): JsonObject {
    return sorted(this.#examples);
  }

  #response(codes: readonly ErrorCode[], manner: RefusalManner): JsonObject {
    const name = manner.prefix + codes.map(pascalCase).join('Or');
    this.#responses.set(name, {
      description: codes.map((code) => `${new DomainError(code).message} (\`${code}\`)`).join(' '),
      content: {
        [manner.mediaType]: {
          schema: manner.schema,
          ...this.#examplesOf(codes, manner),
        },
      },
    });
    return { $ref: `#/components/responses/${name}` };
  }

  #examplesOf(codes: readonly ErrorCode[], { prefix, example }: RefusalManner): JsonObject {
    if (example === undefined) return {};
    return { examples: Object.fromEntries(codes.map((code) => [code, this.#example(code, prefix, example)])) };
  }

  #example(code: ErrorCode, prefix: string, example: (error: DomainError) => unknown): JsonObject {
    const name = prefix + pascalCase(code);
    const error = new DomainError(code, code === 'FIELDS_INVALID' ? { fields: [wrongField] } : {});
    this.#examples.set(name, { summary: error.title, value: example(error) });
    return { $ref: `#/components/examples/${name}` };
  }
}

const wrongField = { field: 'title', problem: 'must not be empty' };

/** `CASE_NOT_FOUND` as `CaseNotFound`. */
const pascalCase = (code: string): string =>
  code.toLowerCase().replace(/(?:^|_)(\w)/gu, (_, letter: string) => letter.toUpperCase());

const sorted = (map: ReadonlyMap<string, JsonObject>): JsonObject =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
