import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { Comment } from './comment.ts';
import { markMentions } from './mentions.ts';

interface FormatComment {
  readonly comment: Pick<Comment, 'text' | 'mentionedUserIds'>;
}

/** The text of a comment ready to be shown: lines of plain text broken as they were typed, mentions marked. */
export const formatComment = async (ctx: Context, { comment }: FormatComment): Promise<string> => {
  const userIds = new Map<string, number>();
  for (const id of comment.mentionedUserIds) {
    const user = await findUser(ctx, id);
    if (user !== undefined) userIds.set(user.username.toLowerCase(), id);
  }
  return markMentions(withLineBreaks(comment.text), userIds);
};

/** Clients without an editor for rich text send what was typed. */
const withLineBreaks = (html: string): string => (html.includes('<') ? html : html.replace(/\r\n|\r|\n/gu, '<br />'));
