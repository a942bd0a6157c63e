import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { answer } from '../../communifire/envelope.ts';
import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { apiManners } from '../../platform/http/api/api.ts';
import { resource } from '../../platform/http/resource.ts';
import { resetSandbox } from '../reset-sandbox.ts';
import { checkFault } from './check-fault.ts';
import { ClockChange, NewFault, presentClock, presentRequest, RequestFilter, SnapshotPath } from './control-shapes.ts';
import { moveClock } from './move-clock.ts';
import type { Sandbox } from './sandbox.ts';

/** What tests that are written against the sandbox can turn and look at. No key is needed: see docs/sandbox.md. */
export const sandboxRoutes = (app: FastifyInstance, platform: Platform, sandbox: Sandbox): void => {
  const ctx = new Context(platform, operator('setup'));
  const { clock, faults, requests, snapshots } = sandbox;
  apiManners(app);
  resource(app, '/reset', {
    POST: {
      handler: async () => {
        sandbox.reset();
        await resetSandbox(ctx);
        return answer('The example data is restored.');
      },
    },
  });
  resource(app, '/clock', {
    GET: { handler: async () => presentClock(clock) },
    POST: {
      schema: { body: ClockChange },
      handler: async ({ body }) => {
        await moveClock(ctx, { sandbox, change: body as Static<typeof ClockChange> });
        return presentClock(clock);
      },
    },
    DELETE: {
      handler: async () => {
        clock.reset();
        return presentClock(clock);
      },
    },
  });
  resource(app, '/faults', {
    GET: { handler: async () => ({ items: faults.list() }) },
    POST: {
      schema: { body: NewFault },
      handler: async ({ body }, reply) => {
        const fault = body as Static<typeof NewFault>;
        checkFault(fault);
        return reply.code(201).send(faults.add(fault));
      },
    },
    DELETE: { handler: async (_request, reply) => reply.code(204).send(faults.clear()) },
  });
  resource(app, '/requests', {
    GET: {
      schema: { querystring: RequestFilter },
      handler: async ({ query }) => ({ items: matching(sandbox, query as Static<typeof RequestFilter>) }),
    },
    DELETE: { handler: async (_request, reply) => reply.code(204).send(requests.clear()) },
  });
  resource(app, '/snapshots', { GET: { handler: async () => ({ items: snapshots.names() }) } });
  resource(app, '/snapshots/:name', {
    PUT: {
      schema: { params: SnapshotPath },
      handler: async ({ params }, reply) => reply.code(204).send(await snapshots.take(ctx, nameIn(params))),
    },
    DELETE: {
      schema: { params: SnapshotPath },
      handler: async ({ params }, reply) => reply.code(204).send(snapshots.remove(nameIn(params))),
    },
  });
  resource(app, '/snapshots/:name/restore', {
    POST: {
      schema: { params: SnapshotPath },
      handler: async ({ params }, reply) => reply.code(204).send(await snapshots.restore(ctx, nameIn(params))),
    },
  });
};

const nameIn = (params: unknown): string => (params as Static<typeof SnapshotPath>).name;

const matching = ({ requests }: Sandbox, { method, path }: Static<typeof RequestFilter>) =>
  requests
    .list()
    .filter((each) => method === undefined || each.method === method.toUpperCase())
    .filter((each) => path === undefined || each.path === path)
    .map(presentRequest);
