import { Type } from 'typebox';

/** Where something stands in a text that a client has sent. */
export const textSpan = {
  start: Type.Integer({ minimum: 0, description: 'Where it begins, in UTF-16 code units.' }),
  end: Type.Integer({ minimum: 0, description: 'Before which one it ends.' }),
};

/** What a sentence about a text tells beside its code. */
export const toldValues = Type.Object(
  {},
  {
    additionalProperties: Type.String(),
    description: 'What the sentence tells beside its code, by name: for who writes it in another language.',
  },
);

/** What a valid text may have been meant to say instead. */
const TextHint = Type.Object(
  {
    ...textSpan,
    code: Type.Enum(['READ_AS_TEXT'], { description: 'How it was read; codes stay what they are.' }),
    values: toldValues,
    problem: Type.String({
      description: 'How it was read; completes a sentence that begins with the name of the text.',
    }),
    suggestion: Type.String({ description: 'What was probably meant to stand there.' }),
  },
  { $id: 'TextHint', additionalProperties: false },
);

/** The property of an answer that tells of such places; left out when there are none. */
export const queryHints = {
  queryHints: Type.Optional(
    Type.Array(TextHint, {
      description:
        'Parts of the query that were read as text, and are probably meant otherwise: for example "or" between two ' +
        'conditions, or "status=open". Left out when there are none.',
    }),
  ),
};

/** The property with these hints; nothing when there are none. */
export const presentQueryHints = <Hint extends object>(hints: readonly Hint[]): { readonly queryHints?: Hint[] } =>
  hints.length === 0 ? {} : { queryHints: hints.map((hint) => ({ ...hint })) };
