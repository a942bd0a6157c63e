import { type Static, Type } from 'typebox';
import { personOf } from '../../kernel/person.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { optionalTimestamp, Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { personProperties } from '../../platform/http/api/person-properties.ts';
import type { Comment } from './comment.ts';
import { type CommentReference, type CommentReferences, commentReferences } from './comment-references.ts';

const id = (description: string) => Id(description);
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T, description: string) =>
  Type.Union([type, Type.Null()], { description });

/** What goes with a comment, present when `include` asks for it. */
const included = {
  author: Type.Optional(Type.Object(personProperties)),
  html: Type.Optional(
    nullable(Type.String(), '`text` ready to be shown: with line breaks, mentions marked; null when it was deleted.'),
  ),
  likes: Type.Optional(
    Type.Object({
      count: Type.Integer({ minimum: 0, description: 'How many people like it.' }),
      liked: Type.Boolean({ description: 'Whether whoever asks is one of them.' }),
    }),
  ),
} satisfies Record<CommentReference, unknown>;

/** A comment in the new API. */
export const ApiComment = Type.Object(
  {
    id: id('The number of the comment.'),
    caseId: id('The case that it is about.'),
    parentId: nullable(id(''), 'The comment that it answers; null for none.'),
    authorId: id('Who wrote it.'),
    isInternal: Type.Boolean({ description: 'Seen only with the right InternalComments.' }),
    text: nullable(Type.String(), 'HTML that is safe to show; null when it was deleted.'),
    mentionedUserIds: Type.Array(Type.Integer(), { description: 'Whom it mentions, of those who may read it.' }),
    createdAt: Timestamp('When it was written.'),
    editedAt: nullable(Timestamp(''), 'When it was last edited; null for never.'),
    deletedAt: nullable(Timestamp(''), 'When it was deleted: such comments are listed as the places of their answers.'),
    ...included,
  },
  { $id: 'Comment', additionalProperties: false },
);
export type ApiComment = Static<typeof ApiComment>;

const text = Type.String({
  minLength: 1,
  description: 'HTML; what could run is taken out. At most 256 KiB.',
  examples: ['<p>It works again since this morning.</p>'],
});

/** The body of a new comment. */
export const NewComment = Type.Object(
  {
    text,
    parentId: Type.Optional(nullable(id(''), 'The comment that it answers, one of the same case; null for none.')),
    isInternal: Type.Optional(
      Type.Boolean({ default: false, description: 'Hidden from reporters. What answers an internal comment is, too.' }),
    ),
    authorId: Type.Optional(id('Who wrote it; whoever asks unless told.')),
  },
  {
    $id: 'NewComment',
    examples: [{ text: '<p>It works again since this morning. @jonas.weber can you close it?</p>' }],
    additionalProperties: false,
  },
);

/** The body of an edit. */
export const CommentPatch = Type.Object(
  { text },
  {
    $id: 'CommentPatch',
    examples: [{ text: '<p>It works again since yesterday evening.</p>' }],
    additionalProperties: false,
  },
);

/** The parameter that asks for more. */
export const includeQuery = {
  include: Type.Optional(
    Type.String({ description: `What goes with it, with commas: ${commentReferences.join(', ')}.` }),
  ),
};

/** The comment on the wire. */
export const toWire = (comment: Comment, { author, html, likes }: CommentReferences): ApiComment => ({
  id: comment.id,
  caseId: comment.caseId,
  parentId: comment.parentId,
  authorId: comment.authorId,
  isInternal: comment.isInternal,
  text: comment.deletedAt === null ? comment.text : null,
  mentionedUserIds: [...comment.mentionedUserIds],
  createdAt: timestamp(comment.createdAt),
  editedAt: optionalTimestamp(comment.editedAt),
  deletedAt: optionalTimestamp(comment.deletedAt),
  ...(author && { author: personOf(author) }),
  ...(html === undefined ? {} : { html }),
  ...(likes && { likes: { count: likes.count, liked: likes.byActor } }),
});
