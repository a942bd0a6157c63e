import { type TObject, type TSchema, Type } from 'typebox';
import type { Fields } from './fields.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Parameters beside those of `parameters` that the route reads, as they are spelled. */
    readonly alsoReads?: readonly string[];
  }
}

type Tag =
  | 'Cases'
  | 'Comments'
  | 'Attachments'
  | 'Choices'
  | 'Spaces'
  | 'People'
  | 'Session'
  | 'Feeds'
  | 'Search'
  | 'XML';

interface Described {
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly answer?: TSchema;
}

/** The schema of an operation of the old API; of it, only the answer has a meaning beyond the documentation. */
export const described = (id: string, { tag, summary, description, answer }: Described) => ({
  operationId: `communifire${id}`,
  tags: [`Communifire: ${tag}`],
  summary,
  ...(description === undefined ? {} : { description }),
  response: { 200: answer ?? Type.Null() },
});

interface BodySchema {
  /** Its name in the documentation. */
  readonly name: string;
  readonly required?: readonly string[];
  /** Property names on the wire with their values. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** A body with these fields: an object, or the same object as a string. Source: communifire-api.md section 1, stringified bodies. */
export const bodySchema = <Target>(fields: Fields<Target>, options: BodySchema): TSchema =>
  Type.Union(
    [
      fieldsSchema(fields, options),
      Type.String({ description: 'The same object as JSON in a string, as old clients send it.' }),
    ],
    { examples: [options.example, JSON.stringify(options.example, undefined, 2)] },
  );

/** The object alone. */
export const fieldsSchema = <Target>(fields: Fields<Target>, { name, required = [], example }: BodySchema): TObject =>
  Type.Object(
    Object.fromEntries(
      Object.entries(fields).map(([field, { type, description }]) => {
        const schema = description === undefined ? type.schema : { ...type.schema, description };
        return [field, required.includes(field) ? schema : Type.Optional(schema as TSchema)];
      }),
    ) as Record<string, TSchema>,
    {
      $id: name,
      examples: [example],
      description: 'Names match in any case; unknown ones are ignored and listed in `X-Ignored-Fields`.',
    },
  );
