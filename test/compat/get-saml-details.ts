import { read } from './protocol/envelope.ts';
import { type Call, noKey } from './protocol/exchange.ts';
import { yesOrNo } from './protocol/matchers.ts';

/** Section 3, session and people: what to show where people sign in. */
export const getSamlDetails: Call = {
  call: 'GET /api/saml/details',
  exchanges: [
    {
      name: 'tells the ways to sign in, without a key',
      against: 'any server',
      request: 'GET /api/saml/details',
      headers: noKey,
      status: 200,
      answer: read({ IsSAMLEnabled: yesOrNo, IsAutoLoginEnabled: yesOrNo, ActiveDirectoryAuthEnabled: yesOrNo }),
    },
  ],
};
