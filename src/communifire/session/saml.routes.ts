import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';

const WireSamlDetails = Type.Object({
  IsSAMLEnabled: Type.Boolean(),
  IsAutoLoginEnabled: Type.Boolean(),
  ActiveDirectoryAuthEnabled: Type.Boolean(),
});

/** One signs in with a user name and a password. */
const details = { IsSAMLEnabled: false, IsAutoLoginEnabled: false, ActiveDirectoryAuthEnabled: false };

/** How one signs in; needs no key. Source: communifire-api.md section 3, session and people. */
export const samlRoute = (app: FastifyInstance): void => {
  resource(app, '/api/saml/details', {
    GET: {
      schema: described('GetSamlDetails', {
        ...{ tag: 'Session', summary: 'How one signs in', answer: envelopeOf(WireSamlDetails) },
      }),
      config: { withoutKey: true },
      handler: async () => answer(details),
    },
  });
};
