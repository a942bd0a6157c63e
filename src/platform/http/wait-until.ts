import type { FastifyInstance } from 'fastify';

/** Lets requests wait until the promise is fulfilled; costs nothing afterwards. Rejected, it fails them all. */
export const waitUntil = (app: FastifyInstance, prepared: Promise<void>): void => {
  let isPrepared = false;
  prepared.then(
    () => {
      isPrepared = true;
    },
    () => undefined,
  );
  app.addHook('onRequest', (_request, _reply, done) => {
    if (isPrepared) done();
    else prepared.then(() => done(), done);
  });
};
