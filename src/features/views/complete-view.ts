import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { usableName } from '../choices/choice.ts';
import { parseQuery } from '../queries/parse-query.ts';
import { resolveQuery } from '../queries/resolve-query.ts';
import { accessOfActor, requireRight } from '../spaces/space-access.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import type { ViewProperties } from './view.ts';

/**
 * The properties in the form in which they are kept, of which these are new. Throws FIELDS_INVALID, also when the query
 * means nothing for whoever acts, and RIGHT_MISSING when they may not share anything with the space.
 */
export const completeView = async (
  ctx: Context,
  properties: ViewProperties,
  isNew: (property: keyof ViewProperties) => boolean,
): Promise<ViewProperties> => {
  const { spaceId, name, columns } = properties;
  // As the query is read: neither database can keep NUL characters and halves of characters in a text.
  const query = properties.query.toWellFormed().replaceAll('\u0000', ' ');
  if (isNew('query')) await resolveQuery(ctx, parseQuery(query));
  if (isNew('spaceId') && spaceId !== null) await requireCanShare(ctx, spaceId);
  return { spaceId, query, columns: [...new Set(columns)], name: isNew('name') ? usableName('name', name) : name };
};

const requireCanShare = async (ctx: Context, spaceId: number): Promise<void> => {
  const configuration = await findConfiguration(ctx, spaceId);
  const access = configuration && (await accessOfActor(ctx, configuration));
  if (configuration === undefined || access === undefined) {
    throw invalidField('spaceId', `must be a space that you can see: there is no ${spaceId}`);
  }
  requireRight(access, 'Create', `share views with the space "${configuration.space.name}"`);
};
