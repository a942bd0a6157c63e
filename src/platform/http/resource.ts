import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { DomainError } from '../../kernel/errors.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof methods)[number];

/** What one method of a resource does, with Fastify's options for the route. */
interface Operation extends RouteShorthandOptions {
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

type Operations = Readonly<Partial<Record<Method, Operation>>>;

/** One address with all its methods; the others answer 405 and say which ones there are (RFC 9110, section 15.5.6). */
export const resource = (app: FastifyInstance, url: string, operations: Operations): void => {
  const allowed = methods.filter((method) => operations[method] !== undefined);
  for (const method of methods) {
    const operation = operations[method];
    if (operation !== undefined) app.route({ method, url, ...operation });
    else app.route({ method, url, ...refused, onRequest: refuseMethod(allowed), handler: neverReached });
  }
};

const refused = { schema: { hide: true } } as const;

const refuseMethod = (allowed: readonly Method[]) => async (_request: FastifyRequest, reply: FastifyReply) => {
  reply.header('allow', allowed.join(', '));
  throw new DomainError('METHOD_NOT_ALLOWED', {
    message: `This method is not allowed here; allowed: ${allowed.join(', ')}.`,
  });
};

const neverReached = async (): Promise<never> => {
  throw new Error('A refused method does not reach its handler.');
};
