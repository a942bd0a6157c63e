import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Platform } from '../platform/context.ts';
import { MAX_BODY_BYTES } from '../platform/http/body-text.ts';
import { ignoreBodies } from '../platform/http/ignore-bodies.ts';
import { attachmentsRoutes, uploadRoutes } from './attachments/attachments.routes.ts';
import { mediaRoutes } from './attachments/media.routes.ts';
import { authenticateRequest } from './authenticate-request.ts';
import { parseBody } from './body.ts';
import { casesRoutes } from './cases/cases.routes.ts';
import { commentsRoutes } from './comments/comments.routes.ts';
import { feedsRoutes } from './feeds/feeds.routes.ts';
import { tellIgnoredParameters } from './known-parameters.ts';
import { likesRoutes } from './likes/likes.routes.ts';
import { lookupsRoutes } from './lookups/lookups.routes.ts';
import { otherContentRoutes } from './other-content/other-content.routes.ts';
import { devicesRoutes } from './people/devices.routes.ts';
import { meRoutes } from './people/me.routes.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { refuse } from './refuse.ts';
import { searchRoutes } from './search/search.routes.ts';
import { samlRoute } from './session/saml.routes.ts';
import { pingRoute, sessionRoutes } from './session/session.routes.ts';
import { spacesRoutes } from './spaces/spaces.routes.ts';
import { xmlRoutes } from './xml/xml.routes.ts';

/** The old product's API with all its manners. Source: communifire-api.md. */
export const communifireRoutes = async (app: FastifyInstance, platform: Platform): Promise<void> => {
  app.setErrorHandler(refuse);
  // Answers are put together in the order of the reference; JSON.stringify writes them faster than code made of schemas.
  app.setSerializerCompiler(() => JSON.stringify);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    async ({ headers }: FastifyRequest, bytes: Buffer) => parseBody(bytes, headers['content-encoding']),
  );
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    tellIgnoredParameters(request, reply);
    done();
  });
  pingRoute(app);
  samlRoute(app);
  sessionRoutes(app, platform);
  mediaRoutes(app, platform);
  await app.register(async (withKey) => {
    withKey.addHook('onRequest', authenticateRequest(platform));
    casesRoutes(withKey);
    feedsRoutes(withKey);
    commentsRoutes(withKey);
    attachmentsRoutes(withKey);
    await withKey.register(async (uploads) => uploadRoutes(uploads));
    await withKey.register(async (services) => xmlRoutes(services));
    await withKey.register(async (bodiless) => {
      ignoreBodies(bodiless);
      likesRoutes(bodiless);
    });
    meRoutes(withKey);
    devicesRoutes(withKey);
    peopleRoutes(withKey);
    lookupsRoutes(withKey);
    spacesRoutes(withKey);
    searchRoutes(withKey);
    otherContentRoutes(withKey);
  });
};
