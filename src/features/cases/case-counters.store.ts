import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';

interface AddToCase {
  readonly caseId: number;
  /** How many more there are; below 0 for fewer. */
  readonly count: number;
}

const moreComments = prepared((db, value: AddToCase & { readonly at: number }) =>
  db
    .updateTable('cases')
    .set(({ eb }) => ({ comment_count: eb('comment_count', '+', value.count), updated_at: value.at }))
    .where('id', '=', value.caseId),
);

const moreInternalComments = prepared((db, value: AddToCase) =>
  db
    .updateTable('cases')
    .set(({ eb }) => ({ internal_comment_count: eb('internal_comment_count', '+', value.count) }))
    .where('id', '=', value.caseId),
);

export const addComments = async (session: Session, values: AddToCase & { readonly at: number }): Promise<void> => {
  await moreComments.all(session, values);
};

export const addInternalComments = async (session: Session, values: AddToCase): Promise<void> => {
  await moreInternalComments.all(session, values);
};

const moreAttachments = prepared((db, value: AddToCase & { readonly at: number }) =>
  db
    .updateTable('cases')
    .set(({ eb }) => ({ attachment_count: eb('attachment_count', '+', value.count), updated_at: value.at }))
    .where('id', '=', value.caseId),
);

export const addAttachments = async (session: Session, values: AddToCase & { readonly at: number }): Promise<void> => {
  await moreAttachments.all(session, values);
};

const updatedAt = prepared((db, value: { readonly caseId: number; readonly at: number }) =>
  db.updateTable('cases').set({ updated_at: value.at }).where('id', '=', value.caseId),
);

export const updateUpdatedAt = async (
  session: Session,
  values: { readonly caseId: number; readonly at: number },
): Promise<void> => {
  await updatedAt.all(session, values);
};
