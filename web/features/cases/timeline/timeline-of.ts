import type { CaseChange, Comment } from '../../../../src/client/index.ts';

/** Whether it made the case. */
export const isCreation = ({ revision }: CaseChange): boolean => revision === 1;

/** A comment with all answers below it, the earliest first. */
export interface Thread {
  readonly comment: Comment;
  readonly answers: readonly Comment[];
}

/** What happened to a case: something said, or something changed. */
export type TimelineItem =
  | { readonly key: string; readonly at: string; readonly thread: Thread }
  | { readonly key: string; readonly at: string; readonly change: CaseChange };

/** What was said and what was changed, in one order of time. */
export const timelineOf = (comments: readonly Comment[], changes: readonly CaseChange[]): readonly TimelineItem[] => {
  const said = threadsOf(comments).map((thread) => {
    const { id, createdAt } = thread.comment;
    return { key: `comment-${id}`, at: createdAt, thread };
  });
  const changed = changes.map((change) => ({ key: `change-${change.revision}`, at: change.at, change }));
  return [...said, ...changed].sort((one, other) => momentOf(one) - momentOf(other));
};

/** A case begins with its creation, also when what was said about it elsewhere was brought along later. */
const momentOf = (item: TimelineItem): number =>
  'change' in item && isCreation(item.change) ? Number.NEGATIVE_INFINITY : Date.parse(item.at);

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
