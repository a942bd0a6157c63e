import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Attachment } from './attachment.ts';

const columns = [
  'attachments.id',
  'attachments.case_id as caseId',
  'attachments.comment_id as commentId',
  'attachments.uploader_id as uploaderId',
  'attachments.name',
  'attachments.content_type as contentType',
  'attachments.byte_size as byteSize',
  'attachments.storage_key as storageKey',
  'attachments.created_at as createdAt',
] as const;

const byId = prepared((db, value: { id: number }) =>
  db.selectFrom('attachments').select(columns).where('attachments.id', '=', value.id),
);

export const selectAttachment = (session: Session, id: number): Promise<Attachment | undefined> =>
  byId.first(session, { id });

const ofLivingCase = prepared((db, value: { id: number }) =>
  db
    .selectFrom('attachments')
    .innerJoin('cases', 'cases.id', 'attachments.case_id')
    .select(columns)
    .where('attachments.id', '=', value.id)
    .where('cases.deleted_at', 'is', null),
);

/** The attachment unless its case is in the bin. */
export const selectAttachmentOfLivingCase = (session: Session, id: number): Promise<Attachment | undefined> =>
  ofLivingCase.first(session, { id });

/** The files at these cases themselves, without those of their comments, oldest first. */
export const selectAttachmentsOfCases = (session: Session, caseIds: readonly number[]): Promise<Attachment[]> =>
  session.kysely
    .selectFrom('attachments')
    .select(columns)
    .where('case_id', 'in', caseIds)
    .where('comment_id', 'is', null)
    .orderBy('id')
    .execute();

const ofComment = prepared((db, value: { commentId: number }) =>
  db.selectFrom('attachments').select(columns).where('comment_id', '=', value.commentId).orderBy('id'),
);

const ofAllComments = prepared((db, value: { caseId: number }) =>
  db
    .selectFrom('attachments')
    .select(columns)
    .where('case_id', '=', value.caseId)
    .where('comment_id', 'is not', null)
    .orderBy('id'),
);

interface SelectAttachmentsAfter {
  readonly caseId: number;
  /** Only those at the case itself (null), at this comment, or all that belong to the case. */
  readonly commentId: number | null | 'any';
  readonly withInternal: boolean;
  /** Only what comes after this attachment. */
  readonly after: number;
  readonly limit: number;
}

/** Some of the files at a case or at its comments, oldest first. */
export const selectAttachmentsAfter = (
  { kysely }: Session,
  { caseId, commentId, withInternal, after, limit }: SelectAttachmentsAfter,
): Promise<Attachment[]> => {
  let query = kysely.selectFrom('attachments').select(columns).where('attachments.case_id', '=', caseId);
  if (commentId !== 'any') query = query.where('comment_id', commentId === null ? 'is' : '=', commentId);
  if (!withInternal) {
    query = query.where(({ or, eb, selectFrom }) =>
      or([
        eb('comment_id', 'is', null),
        eb('comment_id', 'in', selectFrom('comments').select('id').where('is_internal', '=', false)),
      ]),
    );
  }
  return query.where('attachments.id', '>', after).orderBy('attachments.id').limit(limit).execute();
};

/** The files at a comment, oldest first. */
export const selectAttachmentsOfComment = (session: Session, commentId: number): Promise<Attachment[]> =>
  ofComment.all(session, { commentId });

/** The files at all comments of a case, oldest first. */
export const selectAttachmentsOfAllComments = (session: Session, caseId: number): Promise<Attachment[]> =>
  ofAllComments.all(session, { caseId });

export const insertAttachment = async (session: Session, attachment: Omit<Attachment, 'id'>): Promise<number> => {
  const { id } = await session.kysely
    .insertInto('attachments')
    .values({
      case_id: attachment.caseId,
      comment_id: attachment.commentId,
      uploader_id: attachment.uploaderId,
      name: attachment.name,
      content_type: attachment.contentType,
      byte_size: attachment.byteSize,
      storage_key: attachment.storageKey,
      created_at: attachment.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const deleteAttachmentRow = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.deleteFrom('attachments').where('id', '=', id).execute();
};

/** Deletes all attachments of a case and of its comments, and answers under which keys their bytes are kept. */
export const deleteAttachmentsOfCase = (
  session: Session,
  caseId: number,
): Promise<{ storageKey: string; byteSize: number }[]> =>
  session.kysely
    .deleteFrom('attachments')
    .where('case_id', '=', caseId)
    .returning(['storage_key as storageKey', 'byte_size as byteSize'])
    .execute();

/** Those of the keys that something refers to: an attachment, an import that is not done yet, an export or a picture. */
export const selectUsedKeys = async ({ kysely }: Session, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const attachments = kysely
    .selectFrom('attachments')
    .select('storage_key as storageKey')
    .where('storage_key', 'in', keys);
  const imports = kysely
    .selectFrom('imports')
    .select('storage_key as storageKey')
    .where('storage_key', 'in', keys)
    .$narrowType<{ storageKey: string }>();
  const exports = kysely
    .selectFrom('exports')
    .select('storage_key as storageKey')
    .where('storage_key', 'in', keys)
    .$narrowType<{ storageKey: string }>();
  const avatars = kysely.selectFrom('avatars').select('storage_key as storageKey').where('storage_key', 'in', keys);
  const rows = await attachments.unionAll(imports).unionAll(exports).unionAll(avatars).execute();
  return new Set(rows.map(({ storageKey }) => storageKey));
};
