import { type Static, Type } from 'typebox';
import type { Attachable } from '../../features/attachments/list-attachments.ts';
import { DomainError } from '../../kernel/errors.ts';
import { readEntityType } from '../entity-types.ts';
import { caseIdInPath, commentIdInPath, readPathId } from '../path-id.ts';
import type { Query } from '../query.ts';

/** An attachment as clients of the old product read it. Source: communifire-api.md section 3, attachments. */
export const WireAttachment = Type.Object(
  {
    AttachmentID: Type.Integer(),
    FileName: Type.String(),
    Caption: Type.String(),
    MediaServerRootURL: Type.String(),
    FileSizeText: Type.String(),
    FileSize: Type.Integer(),
    ContentType: Type.String(),
    IsImage: Type.Boolean(),
    EntityID: Type.Integer(),
    EntityType: Type.Integer(),
    IssueID: Type.Integer(),
    CommentID: Type.Integer(),
    UserID: Type.Integer(),
    UserDisplayName: Type.String(),
    DateCreated: Type.String(),
  },
  { $id: 'CommunifireAttachment' },
);

export type WireAttachment = Static<typeof WireAttachment>;

/** Reads whose files are asked for; a case's unless told. Throws FIELDS_INVALID, CONTENT_NOT_FOUND. */
export const readAttachable = (params: unknown, query: unknown): Attachable => {
  const entity = readEntityType(query as Query) ?? 'case';
  if (entity === 'case') return { entity, id: readPathId(params, { ...caseIdInPath, name: 'id' }) };
  if (entity === 'comment') return { entity, id: readPathId(params, { ...commentIdInPath, name: 'id' }) };
  throw new DomainError('CONTENT_NOT_FOUND');
};
