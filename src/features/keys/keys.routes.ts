import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { idInCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { browseKeys } from './browse-keys.ts';
import { endKey } from './end-key.ts';
import { getKey } from './get-key.ts';
import { issueKeyFor } from './issue-key-for.ts';
import {
  ApiKeyPatch,
  ApiKeyShape,
  KeyPage,
  KeyQuery,
  NewApiKey,
  NewlyIssuedKey,
  presentIssuedKey,
  presentKey,
  presentKeyPage,
  readNewKey,
} from './key.wire.ts';
import { renameKey } from './rename-key.ts';

const tag = 'Keys';
const params = Type.Object({ keyId: Id('The ID of the key.') });
const ofUser = Type.Object({ userId: Id('The ID of the user.') });
const list = { tag, query: KeyQuery, answer: KeyPage };
const issuing = { tag, body: NewApiKey, answer: NewlyIssuedKey, status: 201 } as const;
const howToIssue = `The answer is the only one that tells the key itself. A key works for its user with no more rights than
the user has. A key that is made with another key ends with that one, at the latest; one made in a browser stands on its own.
Narrowed keys make none.`;

/** API keys in the new API. */
export const keysRoutes = (app: FastifyInstance): void => {
  resource(app, '/keys', {
    GET: reading({
      id: 'listKeys',
      ...{ ...list, summary: 'List your API keys, the newest first', refusals: ['RIGHT_MISSING'] },
      handler: async ({ ctx, query: { limit, cursor, state } }) => {
        const page = { state, beforeId: idInCursor(cursor), limit: limit + 1 };
        return presentKeyPage(ctx, await browseKeys(ctx, { userId: ctx.actor.userId ?? 0, ...page }), limit);
      },
    }),
    POST: writing({
      id: 'createKey',
      ...{ ...issuing, summary: 'Issue an API key for yourself', description: howToIssue },
      refusals: ['RIGHT_MISSING', 'KEY_LIMIT_REACHED'],
      handler: async ({ ctx, body, headers }) => {
        const made = await issueKeyFor(ctx, { userId: ctx.actor.userId ?? 0, ...readNewKey(body) });
        headers['location'] = `/api/v1/keys/${made.issued.id}`;
        return presentIssuedKey(ctx, made);
      },
    }),
  });
  resource(app, '/users/:userId/keys', {
    GET: reading({
      id: 'listUserKeys',
      ...{ ...list, summary: 'List the API keys of a user, the newest first', params: ofUser },
      refusals: ['USER_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, query: { limit, cursor, state } }) => {
        const page = { state, beforeId: idInCursor(cursor), limit: limit + 1 };
        return presentKeyPage(ctx, await browseKeys(ctx, { ...params, ...page }), limit);
      },
    }),
    POST: writing({
      id: 'createUserKey',
      ...{ ...issuing, summary: 'Issue an API key for a user', params: ofUser, description: howToIssue },
      refusals: ['USER_NOT_FOUND', 'RIGHT_MISSING', 'KEY_LIMIT_REACHED'],
      handler: async ({ ctx, params, body, headers }) => {
        const made = await issueKeyFor(ctx, { ...params, ...readNewKey(body) });
        headers['location'] = `/api/v1/keys/${made.issued.id}`;
        return presentIssuedKey(ctx, made);
      },
    }),
  });
  resource(app, '/keys/:keyId', {
    GET: reading({
      id: 'getKey',
      ...{ tag, summary: 'Read what is known of an API key', params, answer: ApiKeyShape },
      refusals: ['KEY_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentKey(ctx, await getKey(ctx, params)),
    }),
    PATCH: writing({
      id: 'updateKey',
      ...{ tag, summary: 'Say anew what an API key is for', params, body: ApiKeyPatch, answer: ApiKeyShape },
      refusals: ['KEY_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, body }) => {
        await renameKey(ctx, { ...params, ...body });
        return presentKey(ctx, await getKey(ctx, params));
      },
    }),
    DELETE: writing({
      id: 'deleteKey',
      ...{ tag, summary: 'End an API key for good', params },
      description: 'With the keys that were made with it. The next request with one of them is refused.',
      refusals: ['KEY_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params }) => endKey(ctx, params),
    }),
  });
};
