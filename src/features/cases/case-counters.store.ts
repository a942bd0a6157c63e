import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';

const oneMore = prepared((db, value: { id: number; at: number }) =>
  db
    .updateTable('cases')
    .set(({ eb }) => ({ comment_count: eb('comment_count', '+', 1), updated_at: value.at }))
    .where('id', '=', value.id),
);

const oneMoreInternal = prepared((db, value: { id: number }) =>
  db
    .updateTable('cases')
    .set(({ eb }) => ({ internal_comment_count: eb('internal_comment_count', '+', 1) }))
    .where('id', '=', value.id),
);

export const addComment = async (session: Session, caseId: number, at: number): Promise<void> => {
  await oneMore.all(session, { id: caseId, at });
};

export const addInternalComment = async (session: Session, caseId: number): Promise<void> => {
  await oneMoreInternal.all(session, { id: caseId });
};

const moreAttachments = prepared((db, value: { id: number; at: number; count: number }) =>
  db
    .updateTable('cases')
    .set(({ eb }) => ({ attachment_count: eb('attachment_count', '+', value.count), updated_at: value.at }))
    .where('id', '=', value.id),
);

export const addAttachments = async (session: Session, caseId: number, count: number, at: number): Promise<void> => {
  await moreAttachments.all(session, { id: caseId, count, at });
};
