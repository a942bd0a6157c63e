import type { Attachment, CaseChange, Comment } from '../../../../src/client/index.ts';

/** Whether it made the case. */
export const isCreation = ({ revision }: CaseChange): boolean => revision === 1;

/** A comment with all answers below it, the earliest first. */
export interface Thread {
  readonly comment: Comment;
  readonly answers: readonly Comment[];
}

/** Files that one person has added at about the same time. */
export interface AddedFiles {
  readonly uploaderId: number;
  readonly at: string;
  readonly added: readonly Pick<Attachment, 'id' | 'name'>[];
}

/** What happened to a case: something said, something changed, or files added. */
export type TimelineItem =
  | { readonly key: string; readonly at: string; readonly thread: Thread }
  | { readonly key: string; readonly at: string; readonly change: CaseChange }
  | { readonly key: string; readonly at: string; readonly files: AddedFiles };

interface Happenings {
  readonly comments: readonly Comment[];
  readonly changes: readonly CaseChange[];
  /** Those of the case itself: those of comments are told with them. */
  readonly files: readonly Attachment[];
}

/** What was said, what was changed and which files were added, in one order of time. */
export const timelineOf = ({ comments, changes, files }: Happenings): readonly TimelineItem[] => {
  const said = threadsOf(comments).map((thread) => {
    const { id, createdAt } = thread.comment;
    return { key: `comment-${id}`, at: createdAt, thread };
  });
  const changed = changes.map((change) => ({ key: `change-${change.revision}`, at: change.at, change }));
  const added = addedTogether(files).map((each) => ({
    key: `files-${each.uploaderId}-${each.at}`,
    at: each.at,
    files: each,
  }));
  return [...said, ...changed, ...added].sort((one, other) => momentOf(one) - momentOf(other));
};

/** A case begins with its creation, also when what was said about it elsewhere was brought along later. */
const momentOf = (item: TimelineItem): number =>
  'change' in item && isCreation(item.change) ? Number.NEGATIVE_INFINITY : Date.parse(item.at);

/** What is sent within this time is one thing that somebody did, in milliseconds. */
const TOGETHER_MS = 60_000;

const addedTogether = (files: readonly Attachment[]): readonly AddedFiles[] => {
  const added: (AddedFiles & { readonly added: Attachment[] })[] = [];
  for (const file of files.toSorted((one, other) => one.id - other.id)) {
    const { uploaderId, createdAt } = file;
    const last = added.at(-1);
    const isSame = last?.uploaderId === uploaderId && Date.parse(createdAt) - Date.parse(last.at) < TOGETHER_MS;
    if (last !== undefined && isSame) last.added.push(file);
    else added.push({ uploaderId, at: createdAt, added: [file] });
  }
  return added;
};

/** Answers to answers stand below the comment that began it. */
const threadsOf = (comments: readonly Comment[]): readonly Thread[] => {
  const threads = new Map<number, { readonly comment: Comment; readonly answers: Comment[] }>();
  const all: Thread[] = [];
  for (const comment of comments) {
    const known = threads.get(comment.parentId ?? 0);
    if (known === undefined) {
      const thread = { comment, answers: [] };
      threads.set(comment.id, thread);
      all.push(thread);
    } else {
      known.answers.push(comment);
      threads.set(comment.id, known);
    }
  }
  return all;
};
