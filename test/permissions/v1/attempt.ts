import type { ApiAnswer } from '../../support/api.ts';
import type { TestApp } from '../../support/test-app.ts';
import { BOUNDARY, bodyOf } from '../../support/uploads.ts';
import type { Target } from './target.ts';
import type { Outcome, Trial } from './trial.ts';

/** Where an operation is, as the OpenAPI document has it. */
export interface Address {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly hasDryRun: boolean;
}

const ROOT = '/api/v1';

/** All operations of the new API, by their IDs, as the server tells of them. */
export const operationsOf = async ({ app }: TestApp): Promise<ReadonlyMap<string, Address>> => {
  const { paths } = (await app.inject('/openapi.json')).json();
  const operations = new Map<string, Address>();
  for (const [path, methods] of Object.entries<Record<string, Operation>>(paths)) {
    if (!path.startsWith(ROOT)) continue;
    for (const [method, { operationId, parameters = [] }] of Object.entries(methods)) {
      if (operationId === undefined) continue;
      const hasDryRun = JSON.stringify(parameters).includes('dryRun');
      operations.set(operationId, { method: method.toUpperCase(), path, hasDryRun });
    }
  }
  return operations;
};

interface Operation {
  readonly operationId?: string;
  readonly parameters?: unknown;
}

interface Attempt {
  readonly trial: Trial;
  readonly address: Address;
  readonly key: string;
  readonly target: Target;
  /** Whether it is to be allowed: then it is only rehearsed, so that everything is there for the next one. */
  readonly isAllowed: boolean;
}

/** Tries it through HTTP: what is to be allowed in a dry run, what is to be refused for real. */
export const attempt = async (
  { app }: TestApp,
  { trial, address, key, target, isAllowed }: Attempt,
): Promise<Outcome> => {
  const { body, upload } = trial;
  // What is told of each case is told by a change that has been made, even when it changed nothing.
  const url = urlOf(trial, { address, target, isRehearsed: isAllowed || trial.told !== undefined });
  const type = upload ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/json';
  const content = upload ? uploads[upload] : JSON.stringify(body?.(target));
  const response = await app.inject({
    method: address.method as 'GET',
    url,
    headers: { authorization: `Bearer ${key}`, ...(content === undefined ? {} : { 'content-type': type }) },
    ...(content === undefined ? {} : { payload: content }),
  });
  const isJson = /^application\/(?:problem\+)?json/u.test(String(response.headers['content-type']));
  const answered = isJson ? response.json() : response.body;
  return outcomeOf({ status: response.statusCode, headers: response.headers, body: answered }, trial, target);
};

const uploads = { 'a file': bodyOf([{ name: 'x.txt', content: 'x' }]), nothing: bodyOf([]) };

interface Asked {
  readonly address: Address;
  readonly target: Target;
  readonly isRehearsed: boolean;
}

const urlOf = ({ operation, at, query, wrongField }: Trial, { address, target, isRehearsed }: Asked): string => {
  const path = address.path.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = target[at?.[name] ?? (name as keyof Target)];
    if (value === undefined) throw new Error(`What is the ${name} in the address of ${operation}?`);
    return String(value);
  });
  const parts = query === undefined ? [] : [query(target)];
  if (isRehearsed && address.hasDryRun && wrongField === undefined) parts.push('dryRun=true');
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
};

const outcomeOf = ({ status, body }: ApiAnswer, { has, told, wrongField }: Trial, target: Target): Outcome => {
  if (status < 300) {
    const refusal = told?.(body) ?? null;
    if (refusal !== null) return outcomeOfRefusal(refusal);
    return has?.(body, target) === false ? 'not there' : 'done';
  }
  if (status === 400)
    return outcomeOfField(body.errors?.map(({ field }: { field: string }) => field) ?? [], wrongField, body);
  return outcomeOfRefusal(body);
};

const outcomeOfField = (fields: readonly string[], wrongField: string | undefined, body: unknown): Outcome => {
  if (fields.includes('spaceId')) return 'refused by the space';
  if (wrongField !== undefined && fields.includes(wrongField)) return 'done';
  return `unexpected: ${JSON.stringify(body)}`;
};

/** In the words of the refusal, so that each says what is missing. */
const outcomeOfRefusal = (refusal: { readonly status: number; readonly detail: string }): Outcome => {
  const { status, detail } = refusal;
  if (status === 404) return 'not there';
  if (status === 401) return 'no key';
  if (status === 403 && detail.endsWith(': only administrators may.')) return 'for administrators';
  if (status === 403 && /: this API key is narrowed(?: to reading)?\.$/u.test(detail)) return 'key narrowed';
  const right = /the right (\w+(?: or \w+)*) is missing\.$/u.exec(detail)?.[1];
  if (status === 403 && right !== undefined) return `missing ${right}`;
  return `unexpected: ${JSON.stringify(refusal)}`;
};
