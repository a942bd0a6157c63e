import { type Static, Type } from 'typebox';
import { invalidField, refuseInvalidFields } from '../../kernel/errors.ts';
import { WireAttachment } from '../attachments/attachment.wire.ts';
import { bodySchema } from '../documentation.ts';
import { bodyReader, type Fields, wireNames } from '../fields.ts';
import type { Query } from '../query.ts';
import { flag, keptId, text } from '../wire-types.ts';

export interface CommentProperties {
  readonly text: string;
  readonly caseId: number;
  readonly parentId: number;
  readonly isInternal: boolean;
}

/** The body of a new comment. Source: communifire-api.md section 3, comments. */
export const commentFields = {
  CommentText: { property: 'text', type: text, description: 'HTML.' },
  IssueID: { property: 'caseId', type: keptId, description: 'The number of the case.' },
  ParentCommentID: { property: 'parentId', type: keptId, description: 'The comment that it answers; 0 for none.' },
  IsInternal: { property: 'isInternal', type: flag, description: 'Hidden from reporters.' },
} as const satisfies Fields<CommentProperties>;

/** The body of a new comment for the documentation. */
export const NewCommentBody = bodySchema(commentFields, {
  name: 'CommunifireNewComment',
  required: ['CommentText', 'IssueID'],
  example: { CommentText: '<p>It works again since this morning.</p>', IssueID: 2304 },
});

/** What the fields of a comment are called on the wire, by their names inside. */
export const commentFieldNames = wireNames<CommentProperties>(commentFields);

type NewComment<Properties extends CommentProperties> = Pick<CommentProperties, 'text' | 'caseId'> &
  Partial<Properties>;

/** Reads bodies of new comments with these fields. Throws BODY_MALFORMED, FIELDS_INVALID. */
export const newCommentReader = <Properties extends CommentProperties>(fields: Fields<Properties>) => {
  const readFields = bodyReader<Properties>(fields);
  return (body: unknown, tellIgnored: (names: readonly string[]) => void): NewComment<Properties> => {
    const { values } = readFields(body, tellIgnored);
    const { text: html = '', caseId = 0 } = values;
    const missing = (['text', 'caseId'] as const).filter((field) => values[field] === undefined);
    refuseInvalidFields(missing.map((field) => ({ field, problem: 'is required' })));
    return { ...values, text: html, caseId };
  };
};

export const readNewComment = newCommentReader<CommentProperties>(commentFields);

/** Reads which case is asked about. Throws FIELDS_INVALID. */
export const readCaseId = (query: Query): number => {
  const reading = keptId.read(query['caseid'] ?? null);
  if ('value' in reading) return reading.value;
  throw invalidField('caseid', 'problem' in reading ? reading.problem : 'is required');
};

/** A comment as clients of the old product read it. Source: communifire-api.md section 3, comments. */
export const WireComment = Type.Object(
  {
    CommentID: Type.Integer(),
    IssueID: Type.Integer(),
    UserID: Type.Integer(),
    UserDisplayName: Type.String(),
    AvatarPath: Type.String(),
    CommentText: Type.String(),
    CommentTextHtmlFormatted: Type.String(),
    CommentDateString: Type.String(),
    DateCreated: Type.String(),
    ParentCommentID: Type.Integer(),
    IsInternal: Type.Boolean(),
    CommentTags: Type.String(),
    Attachments: Type.Array(WireAttachment),
  },
  { $id: 'CommunifireComment' },
);

export type WireComment = Static<typeof WireComment>;
