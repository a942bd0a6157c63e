import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the hook that authenticates; undefined on routes that need no key. */
    context: Context | undefined;
    /** The API key or the secret of the session that was shown; to be written nowhere. */
    credential: string | undefined;
  }
}

/** A request, for shapes of the wire that look at its headers. */
export type IncomingRequest = FastifyRequest;

/** Prepares requests to carry the context of whoever asks. */
export const carryContext = (app: FastifyInstance): void => {
  app.decorateRequest('context', undefined);
  app.decorateRequest('credential', undefined);
};

/** Who asks. Throws when the route forgot to authenticate, which is a defect. */
export const contextOf = (request: FastifyRequest): Context => {
  if (request.context === undefined) throw new Error(`The route ${request.routeOptions.url} does not authenticate.`);
  return request.context;
};

/** What whoever asks has shown. Throws when the route lets people in without, which is a defect. */
export const credentialOf = ({ credential, routeOptions }: FastifyRequest): string => {
  if (credential === undefined) throw new Error(`The route ${routeOptions.url} asks for nothing to be shown.`);
  return credential;
};
