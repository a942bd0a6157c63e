import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import { DomainError } from '../../../kernel/errors.ts';
import { fieldProblemsOf } from './field-problems.ts';
import { hasMoreValuesThan } from './values-within.ts';

/** Of how many values in a request everything that is wrong is found and told; of more, only the first thing. */
const MOST_VALUES_TOLD = 1_000;

/** Errors come with the schemas that they are of: refusals tell which names there are. */
const options = { useDefaults: true, removeAdditional: false, strict: false, verbose: true } as const;

/** JSON knows its types; addresses hold nothing but text. Of a repeated parameter, lists take all. */
const compilersWith = (allErrors: boolean) => ({
  body: formatted(new Ajv({ ...options, allErrors, coerceTypes: false })),
  address: formatted(new Ajv({ ...options, allErrors, coerceTypes: 'array' })),
});
const finding = { first: compilersWith(false), all: compilersWith(true) };

function formatted(ajv: Ajv): Ajv {
  addFormats.default(ajv, ['date-time', 'date', 'uri', 'email']);
  return ajv;
}

/** What is wrong as a whole when it is no field. */
const wholes: Readonly<Record<string, string>> = {
  body: 'The request body',
  querystring: 'The query',
  params: 'The address',
};

const compile: FastifySchemaCompiler<object> = ({ schema, httpPart = 'body' }) => {
  const part = httpPart === 'body' ? 'body' : 'address';
  // Each is compiled when it is needed first: to compile all of them takes a third of the start, and most are never asked.
  const bounded = once(() => withSafeIntegers(schema));
  const validator = once(() => finding.first[part].compile(bounded()));
  const validatorOfAll = once(() => finding.all[part].compile(bounded()));
  return (value: unknown) => {
    const validate = validator();
    if (validate(value)) return { value };
    let { errors } = validate;
    if (!hasMoreValuesThan(value, MOST_VALUES_TOLD)) {
      const validateAll = validatorOfAll();
      validateAll(value);
      errors = validateAll.errors ?? errors;
    }
    const fields = fieldProblemsOf(errors ?? [], wholes[httpPart] ?? httpPart);
    // A number in the address that is none leads nowhere, like one that nothing has; but it is told which one.
    return { error: new DomainError(httpPart === 'params' ? 'ROUTE_NOT_FOUND' : 'FIELDS_INVALID', { fields }) };
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/**
 * The schema with a bound for whole numbers that have none: beyond it JSON and databases no longer tell them apart. Its
 * names are for the documentation; without them one schema can stand in several others.
 */
const withSafeIntegers = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, part: unknown) => {
    if (key === '$id') return undefined;
    return isInteger(part) ? { maximum: Number.MAX_SAFE_INTEGER, ...part } : part;
  });

const isInteger = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && 'type' in part && part.type === 'integer';

/** Lets the schemas of routes be checked, and refusals name the fields. */
export const validateBySchema = (app: FastifyInstance): void => {
  app.setValidatorCompiler(compile);
};
