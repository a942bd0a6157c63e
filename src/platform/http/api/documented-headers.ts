import { type TSchema, Type } from 'typebox';

/**
 * Headers that operations may read beside those of every operation, by their names. None has an example: a reader of the
 * reference sends its samples as they are, and headers that nobody has chosen would change what happens.
 */
export const requestHeaders = {
  'If-Match': Type.String({
    description:
      'Only if it still is at this `ETag`, in quotes as it was answered, for example `"3"`; refused with 412 when somebody else was faster.',
  }),
  'If-None-Match': Type.String({
    description: 'The `ETag` that is at hand already; answered with 304 while it is still the same.',
  }),
  'Last-Event-ID': Type.String({ description: 'The last event that was received: goes on after it.' }),
  Range: Type.String({ description: 'Only these bytes, for example `bytes=0-1023`.' }),
} as const satisfies Record<string, TSchema>;

/** Headers that answers may have, by their names. */
export const answerHeaders = {
  ETag: Type.String({ description: 'What it is at, for `If-Match` and `If-None-Match`.', examples: ['"3"'] }),
  Location: Type.String({
    description: 'Where it can be read. A dry run makes nothing, and has none.',
    format: 'uri-reference',
  }),
  'Idempotency-Replayed': Type.Literal('true', {
    description: 'This request was answered before: the first answer once more.',
  }),
  'Preference-Applied': Type.Literal('dry-run', { description: 'Nothing was changed.' }),
  'Content-Disposition': Type.String({ description: 'The name under which to keep the file.' }),
  'Content-Range': Type.String({ description: 'Which bytes these are.' }),
  'Accept-Ranges': Type.Literal('bytes', { description: 'Parts can be asked for.' }),
  'Retry-After': Type.String({ description: 'After how many seconds to try again.', examples: ['30'] }),
} as const satisfies Record<string, TSchema>;

export type RequestHeader = keyof typeof requestHeaders;
export type AnswerHeader = keyof typeof answerHeaders;
