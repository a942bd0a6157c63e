import { exampleInAddress } from './examples.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Schemas } from './schemas.ts';

type Place = 'path' | 'query' | 'header';

/** The parameters of one place that an object schema describes. */
export const parametersOf = (schemas: Schemas, place: Place, schema: unknown): JsonObject[] => {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: JsonObject; required?: string[] };
  const described = schemas.use({ type: 'object', properties })['properties'] as JsonObject;
  return Object.entries(described).map(([name, each]) =>
    parameter(
      name,
      place,
      withExampleInAddress(name, place, isObject(each) ? each : {}),
      place === 'path' || required.includes(name),
    ),
  );
};

const withExampleInAddress = (name: string, place: Place, schema: JsonObject): JsonObject =>
  place === 'path' && schema['type'] === 'integer' ? { examples: [exampleInAddress(name)], ...schema } : schema;

/** One parameter; a default makes it optional. */
export const parameter = (name: string, place: Place, schema: JsonObject, required: boolean): JsonObject => {
  const { description, examples, ...rest } = schema;
  return {
    name,
    in: place,
    ...(description === undefined ? {} : { description }),
    ...(required && !('default' in rest) ? { required: true } : {}),
    schema: rest,
    ...(Array.isArray(examples) ? { example: examples[0] } : {}),
  };
};
