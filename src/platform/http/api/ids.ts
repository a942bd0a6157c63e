import { Type } from 'typebox';

/** The ID of something. Larger numbers than these cannot be told apart in JSON. */
export const Id = (description: string, example?: number) =>
  Type.Integer({
    ...{ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description },
    ...(example === undefined ? {} : { examples: [example] }),
  });
