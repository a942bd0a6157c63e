import { read } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf, atLeast } from './protocol/matchers.ts';
import { aNotification } from './protocol/shapes.ts';

/** Section 3, feeds: what one is told. */
export const getNotifications: Call = {
  call: 'GET /api/notifications',
  exchanges: [
    {
      name: 'a page of them',
      covers: ['nulls', 'paging'],
      against: 'any server',
      request: 'GET /api/notifications?startpage=1&pagelength=5',
      status: 200,
      answer: read(arrayOf(atLeast(aNotification), { atMost: 5 })),
    },
    {
      name: 'who was assigned a case is told',
      covers: ['nulls', 'entity types'],
      against: 'our server',
      request: 'GET /api/notifications?startpage=1&pagelength=1',
      headers: { 'Rest-Api-Key': '{agentKey}' },
      status: 200,
      answer: read([
        atLeast({
          ...aNotification,
          EntityType: 19,
          EntityID: '{assignedCase}',
          FromUserInfoDisplayName: 'Alex Morgan',
        }),
      ]),
    },
    {
      name: 'a page beyond the end is empty',
      covers: ['paging'],
      against: 'any server',
      request: 'GET /api/notifications?startpage=9999&pagelength=100',
      status: 200,
      answer: read([]),
    },
  ],
};
