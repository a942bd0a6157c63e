import { join } from 'node:path';
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { communifireRoutes } from '../communifire/communifire.routes.ts';
import { nothingHere } from '../communifire/nothing-here.ts';
import { parseQuery } from '../communifire/query.ts';
import { refuse } from '../communifire/refuse.ts';
import { refuseUnreadable } from '../communifire/refuse-unreadable.ts';
import { repairUrl } from '../communifire/sloppy-url.ts';
import { passwordLinkRoutes } from '../features/users/password-link.routes.ts';
import { manifestRoute } from '../features/workspace/manifest.routes.ts';
import type { Platform } from '../platform/context.ts';
import { sendProblem } from '../platform/http/api/problem.ts';
import { limitBodyTime } from '../platform/http/body-deadline.ts';
import { healthRoutes } from '../platform/http/health.routes.ts';
import { ignoreBodies } from '../platform/http/ignore-bodies.ts';
import type { Metrics } from '../platform/http/metrics.ts';
import { referenceRoutes } from '../platform/http/reference/reference.routes.ts';
import { carryContext } from '../platform/http/request-context.ts';
import { logRequests } from '../platform/http/request-log.ts';
import { waitUntil } from '../platform/http/wait-until.ts';
import { webRoutes } from '../platform/http/web/web.routes.ts';
import { API_ROOT, apiRoutes } from './api-routes.ts';

/** How long clients may take, in milliseconds. */
interface Timeouts {
  /** To send a request without files. */
  readonly requestMs: number;
  /** To send one with files. */
  readonly uploadMs: number;
  /** To neither send nor read anything: half a body waits meanwhile, or an answer fills the memory. */
  readonly stalledMs: number;
}

const usualTimeouts: Timeouts = { requestMs: 60_000, uploadMs: 60 * 60_000, stalledMs: 30_000 };
/** How many connections may be open at once. */
const MAX_CONNECTIONS = 10_000;
/** How long an idle connection is kept, in milliseconds: longer than the usual proxies keep theirs. */
const KEEP_ALIVE_MS = 75_000;

/** Written from the routes by npm run openapi. */
const OPENAPI_DOCUMENT = join(import.meta.dirname, '../../docs/api/openapi.json');

/** Built from web/ by npm start. */
const WEB = join(import.meta.dirname, '../../web/dist');

interface BuildApp {
  readonly platform: Platform;
  readonly metrics: Metrics;
  readonly log: FastifyBaseLogger;
  readonly trustProxy?: boolean;
  /** Requests wait for it. */
  readonly prepared?: Promise<void>;
  /** Adds what looks at every request before anything else does. */
  readonly before?: (app: FastifyInstance) => void;
  readonly timeouts?: Timeouts;
}

/** What is refused before there is a route is refused in the manner of the API that the address belongs to. */
const refuseEarly = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  (request.url.startsWith(`${API_ROOT}/`) ? sendProblem : refuse)(error, request, reply);

/** Puts the whole server together; it does not listen yet. */
export const buildApp = async (options: BuildApp): Promise<FastifyInstance> => {
  const { platform, metrics, log, trustProxy = false, prepared, before, timeouts = usualTimeouts } = options;
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // One logger for all requests: making one for each costs more than the rest of a small request.
    childLoggerFactory: (logger) => logger,
    // Only what the proxy itself has seen: clients can write the rest of the header as they like.
    trustProxy: trustProxy ? (_address, hop) => hop < 1 : false,
    requestTimeout: timeouts.uploadMs,
    connectionTimeout: timeouts.stalledMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    // What arrives on an open connection while stopping is still served, and told to close the connection.
    return503OnClosing: false,
    rewriteUrl: ({ url = '/' }) => repairUrl(url),
    frameworkErrors: refuseEarly,
    clientErrorHandler: refuseUnreadable,
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      ignoreDuplicateSlashes: true,
      querystringParser: parseQuery,
    },
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  ignoreBodies(app);
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  if (prepared !== undefined) waitUntil(app, prepared);
  before?.(app);
  limitBodyTime(app, { timeoutMs: timeouts.requestMs });
  carryContext(app);
  logRequests(app);
  metrics.observeRequests(app);
  app.setErrorHandler(refuse);
  app.setNotFoundHandler(nothingHere);
  healthRoutes(app, { platform, metrics, isDraining: () => draining });
  await app.register(async (pages) => passwordLinkRoutes(pages, platform));
  await app.register(async (pages) => manifestRoute(pages, platform));
  await app.register(async (pages) => referenceRoutes(pages, { document: OPENAPI_DOCUMENT }));
  await app.register(async (pages) => webRoutes(pages, { directory: WEB }));
  await app.register(async (api) => communifireRoutes(api, platform));
  await app.register(async (api) => apiRoutes(api, platform), { prefix: API_ROOT });
  return app;
};
