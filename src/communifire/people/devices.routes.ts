import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type DevicePlatform, devicePlatforms } from '../../features/devices/device.ts';
import { forgetDevice } from '../../features/devices/forget-device.ts';
import { registerDevice } from '../../features/devices/register-device.ts';
import { DomainError, invalidField } from '../../kernel/errors.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters } from '../known-parameters.ts';
import type { Query } from '../query.ts';

const done = { tag: 'People', answer: envelopeOf(Type.Boolean()) } as const;

/** Phones that get push messages. Source: communifire-api.md section 3, session and people. */
export const devicesRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/users/me/devicetokens/:platform', {
    POST: {
      schema: described('RegisterDevice', { ...done, summary: 'Register a phone for push messages' }),
      config: { parameters: knownParameters(), body: Type.String({ description: 'The token of the phone.' }) },
      handler: async (request) => {
        const device = { platform: readPlatform(request.params), token: readToken(request.body) };
        await registerDevice(contextOf(request), device);
        return answer(true);
      },
    },
  });
  resource(app, '/api/users/me/devicetokens', {
    DELETE: {
      schema: described('ForgetDevice', { ...done, summary: 'Forget a phone' }),
      config: { parameters: knownParameters('deviceToken') },
      handler: async (request) => {
        await forgetDevice(contextOf(request), { token: (request.query as Query)['devicetoken'] ?? '' });
        return answer(true);
      },
    },
  });
};

const readPlatform = (params: unknown): DevicePlatform => {
  const asked = (params as Readonly<Record<string, string>>)['platform']?.toLowerCase();
  const platform = devicePlatforms.find((known) => known === asked);
  if (platform === undefined) throw invalidField('platform', `must be one of ${devicePlatforms.join(', ')}`);
  return platform;
};

/** The token is the whole body: a JSON string. */
const readToken = (body: unknown): string => {
  if (typeof body === 'string') return body.trim();
  throw new DomainError('BODY_MALFORMED', { message: 'The request body must be a JSON string: the token.' });
};
