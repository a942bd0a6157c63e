import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { encodeCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writingInSteps } from '../../platform/http/api/writing-in-steps.ts';
import { resource } from '../../platform/http/resource.ts';
import { listTags } from './list-tags.ts';
import { rehearseRemoveTag, removeTag } from './remove-tag.ts';
import { rehearseRenameTag, renameTag } from './rename-tag.ts';
import { ChangedTag, readTagCursor, TagPage, TagQuery, TagRemoval, TagRename } from './tag.wire.ts';

const tag = 'Tags';
const params = Type.Object({ spaceId: Id('The ID of the space.') });
const refusals = ['SPACE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED', 'TAG_NOT_FOUND'] as const;
const inSteps = 'Each case gets history and an event. Cut off in the middle, it can be repeated.';

/** The tags of spaces in the new API. */
export const tagsRoutes = (app: FastifyInstance): void => {
  resource(app, '/spaces/:spaceId/tags', {
    GET: reading({
      id: 'listTags',
      ...{ tag, summary: 'List the tags of the cases in a space, in alphabetical order' },
      ...{ params, query: TagQuery, answer: TagPage, refusals: ['SPACE_NOT_FOUND'] },
      handler: async ({ ctx, params, query: { limit, cursor, q = '' } }) => {
        const { tags, next } = await listTags(ctx, { ...params, prefix: q, after: readTagCursor(cursor), limit });
        return { items: [...tags], next: next === undefined ? null : encodeCursor([next]) };
      },
    }),
  }); // Tags can be called anything, also "." or "a/b": their names stand in bodies rather than in addresses.
  resource(app, '/spaces/:spaceId/tags/rename', {
    POST: writingInSteps({
      id: 'renameTag',
      ...{
        tag,
        summary: 'Rename a tag in all cases of a space',
        params,
        body: TagRename,
        answer: ChangedTag,
        refusals,
      },
      description: `Those in the bin too, whatever the spelling. When the name is that of another tag, they become one.
${inSteps}`,
      rehearsal: async ({ ctx, params, body }) => ({
        changedCaseCount: await rehearseRenameTag(ctx, { ...params, ...body }),
      }),
      handler: async ({ ctx, params, body }, conclude) => ({
        changedCaseCount: await renameTag(ctx, { ...params, ...body }, (tx, changedCaseCount) =>
          conclude(tx, { changedCaseCount }),
        ),
      }),
    }),
  });
  resource(app, '/spaces/:spaceId/tags/remove', {
    POST: writingInSteps({
      id: 'removeTag',
      ...{ tag, summary: 'Take a tag from all cases of a space', params, body: TagRemoval, answer: ChangedTag },
      ...{ description: `Those in the bin too, whatever the spelling. ${inSteps}`, refusals },
      rehearsal: async ({ ctx, params, body }) => ({
        changedCaseCount: await rehearseRemoveTag(ctx, { ...params, ...body }),
      }),
      handler: async ({ ctx, params, body }, conclude) => ({
        changedCaseCount: await removeTag(ctx, { ...params, ...body }, (tx, changedCaseCount) =>
          conclude(tx, { changedCaseCount }),
        ),
      }),
    }),
  });
};
