import { refused, succeeded } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anything } from './protocol/matchers.ts';

const token = 'compatibility-check-0123456789abcdef';

/** Section 3, session and people: a phone that wants push messages. */
export const postDevicetokens: Call = {
  call: 'POST /api/users/me/devicetokens/{platform}',
  exchanges: [
    {
      name: 'the body is a JSON string, the token itself',
      against: 'any server, writing',
      request: 'POST /api/users/me/devicetokens/ios',
      body: token,
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'the same phone once more',
      against: 'any server, writing',
      request: 'POST /api/users/me/devicetokens/ios',
      body: token,
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'the other kind of phone, in another spelling',
      covers: ['base path'],
      against: 'any server, writing',
      request: 'POST /api/users/me/DeviceTokens/Android',
      body: token,
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'no token is refused',
      covers: ['error 400'],
      against: 'our server',
      request: 'POST /api/users/me/devicetokens/ios',
      body: '',
      status: 400,
      answer: refused(/./u),
    },
    {
      name: 'it is taken back',
      against: 'any server, writing',
      request: `DELETE /api/users/me/devicetokens?deviceToken=${token}`,
      status: 200,
      answer: succeeded(anything),
    },
  ],
};
