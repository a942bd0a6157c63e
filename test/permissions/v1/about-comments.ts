import { first, hidden, keyAllows, needs, ownOrOthers, type Trial } from './trial.ts';

const edits = ownOrOthers(['CreateComment'], ['CreateComment', 'AdminEntityUpdate']);
const deletes = ownOrOthers(['CreateComment'], ['CreateComment', 'Delete', 'AdminEntityUpdate']);
const removesFile = ownOrOthers(['UploadAttachment'], ['UploadAttachment', 'Delete', 'AdminEntityUpdate']);
const text = () => ({ text: '<p>Something else</p>' });

/** Comments that are internal are not there for others, also for those who wrote them when they could. */
const amongUs = hidden(needs('InternalComments'));
const internal = { how: 'that is internal', at: { commentId: 'internalCommentId' } } as const;
const ofComment = { how: 'of a comment', at: { attachmentId: 'commentAttachmentId' } } as const;

/** What is tried at comments and files of one's own and of others. */
export const aboutComments: readonly Trial[] = [
  { operation: 'getComment', law: needs() },
  { operation: 'getComment', ...internal, law: amongUs },
  { operation: 'editComment', law: edits, body: text },
  { operation: 'editComment', ...internal, law: first(amongUs, edits), body: text },
  { operation: 'deleteComment', law: deletes },
  { operation: 'deleteComment', ...internal, law: first(amongUs, deletes) },
  { operation: 'listCommentHistory', law: ownOrOthers([], ['AdminEntityUpdate']) },
  { operation: 'listCommentHistory', ...internal, law: first(amongUs, ownOrOthers([], ['AdminEntityUpdate'])) },
  { operation: 'getCommentLikes', law: needs() },
  { operation: 'getCommentLikes', ...internal, law: amongUs },
  { operation: 'likeComment', law: keyAllows('CreateComment', needs()) },
  { operation: 'likeComment', ...internal, law: first(amongUs, keyAllows('CreateComment')) },
  { operation: 'unlikeComment', law: keyAllows('CreateComment', needs()) },
  { operation: 'listCommentAttachments', law: needs() },
  { operation: 'listCommentAttachments', ...internal, law: amongUs },
  { operation: 'attachToComment', law: needs('UploadAttachment'), upload: 'a file' },
  { operation: 'attachToComment', ...internal, law: first(amongUs, needs('UploadAttachment')), upload: 'a file' },
  { operation: 'getAttachment', law: needs() },
  { operation: 'getAttachment', ...ofComment, law: needs() },
  { operation: 'getAttachmentContent', law: needs() },
  { operation: 'getAttachmentContent', ...ofComment, law: needs() },
  { operation: 'deleteAttachment', law: removesFile },
  { operation: 'deleteAttachment', ...ofComment, law: removesFile },
];
