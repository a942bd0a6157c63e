import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { getSpace } from '../spaces/get-space.ts';
import { requireOpen, requireRight } from '../spaces/space-access.ts';

/** Throws SPACE_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED unless whoever acts may change the tags of all cases of the space. */
export const requireManagedTags = async (tx: Context, spaceId: number): Promise<void> => {
  const { access, configuration } = await getSpace(tx, { spaceId });
  const { name } = configuration.space;
  requireRight(access, 'ManageSpace', `change the tags of the space "${name}"`);
  requireOpen(access, `change the tags of the space "${name}"`);
};

/** The refusal for a tag that no case of the space has. */
export const tagNotFound = (tag: string): DomainError =>
  new DomainError('TAG_NOT_FOUND', { message: `No case of this space has the tag "${tag}".` });
