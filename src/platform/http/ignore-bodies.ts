import type { FastifyInstance } from 'fastify';

/** Lets every body pass unread where no route has asked for one: what is not wanted is not parsed. */
export const ignoreBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null, undefined);
  });
};
