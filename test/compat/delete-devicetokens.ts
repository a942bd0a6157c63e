import { succeeded } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anything } from './protocol/matchers.ts';

const token = 'compatibility-check-fedcba9876543210';

/** Section 3, session and people: a phone that signs out. */
export const deleteDevicetokens: Call = {
  call: 'DELETE /api/users/me/devicetokens',
  exchanges: [
    {
      name: 'a phone to drop',
      against: 'any server, writing',
      request: 'POST /api/users/me/devicetokens/android',
      body: token,
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'it is dropped',
      against: 'any server, writing',
      request: `DELETE /api/users/me/devicetokens?deviceToken=${token}`,
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'once more, which changes nothing: clients sign out without looking',
      against: 'any server, writing',
      request: `DELETE /api/users/me/devicetokens?devicetoken=${token}`,
      status: 200,
      answer: succeeded(anything),
    },
  ],
};
