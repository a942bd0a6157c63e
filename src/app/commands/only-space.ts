import { listSpaces } from '../../features/spaces/list-spaces.ts';
import type { Space } from '../../features/spaces/space.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { choiceCalled, type PlacedChoice, spaceCalled } from './address.ts';

/** The space that is named, or the only one there is. Throws SPACE_NOT_FOUND, FIELDS_INVALID. */
export const onlySpace = async (ctx: Context, text: string | undefined): Promise<Space> => {
  if (text !== undefined) return spaceCalled(ctx, text);
  const [only, ...others] = await listSpaces(ctx);
  if (only !== undefined && others.length === 0) return only;
  throw new DomainError('FIELDS_INVALID', { message: 'Say in which space, with --space and its ID or name.' });
};

/** The project that is named, which has to be. Throws PROJECT_NOT_FOUND, FIELDS_INVALID. */
export const namedProject = async (
  ctx: Context,
  { space, project }: { readonly space?: string; readonly project?: string },
): Promise<PlacedChoice> => {
  if (project !== undefined) return choiceCalled(ctx, 'project', project, space === undefined ? {} : { space });
  throw new DomainError('FIELDS_INVALID', { message: 'Say in which project, with --project and its ID or title.' });
};
