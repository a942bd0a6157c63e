import { fastify } from 'fastify';

const PREFIX = '/reference';

/**
 * The script of the reference page, about 5 MB. The package hands it out only as a plugin that answers with it, and
 * loading the package takes longer than starting the server: so both happen when somebody asks for the page.
 */
export const referenceScript = async (): Promise<Buffer> => {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const app = fastify();
  await app.register(scalar, { routePrefix: PREFIX, configuration: { url: '/openapi.json' } });
  const { rawPayload, statusCode } = await app.inject(`${PREFIX}/js/scalar.js`);
  await app.close();
  if (statusCode !== 200) throw new Error(`The script of the reference page was answered with ${statusCode}.`);
  return rawPayload;
};
