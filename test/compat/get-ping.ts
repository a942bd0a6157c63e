import { type Call, noKey } from './protocol/exchange.ts';

/** Section 3, session and people: clients find out whether an address is a portal. */
export const getPing: Call = {
  call: 'GET /ping-do-not-delete.ico',
  exchanges: [
    {
      name: 'a portal answers without a key',
      against: 'any server',
      request: 'GET /ping-do-not-delete.ico',
      headers: noKey,
      status: 200,
    },
    {
      name: 'and whatever the key',
      against: 'any server',
      request: 'GET /ping-do-not-delete.ico?token=wrong',
      headers: { 'Rest-Api-Key': 'wrong' },
      status: 200,
    },
  ],
};
