import { exampleOf } from './examples.ts';
import type { JsonObject } from './json.ts';
import type { Schemas } from './schemas.ts';

/** A request body of this schema in each of the media types, with its examples. */
export const requestBody = (schemas: Schemas, schema: object, mediaTypes: readonly string[]): JsonObject => {
  const { examples, ...used } = schemas.use(schema);
  const isForm = mediaTypes.some((type) => type.startsWith('multipart/'));
  const shown = examples ?? (isForm ? [] : [exampleOf(used, schemas.named)]);
  const content = { schema: used, ...examplesOf(shown) };
  return { required: true, content: Object.fromEntries(mediaTypes.map((type) => [type, content])) };
};

const examplesOf = (examples: unknown): JsonObject => {
  const [first, ...others] = Array.isArray(examples) ? examples : [];
  if (others.length === 0) return first === undefined ? {} : { example: first };
  const named = [first, ...others].map((value, index) => [`${typeof value}${index + 1}`, { value }]);
  return { examples: Object.fromEntries(named) };
};
