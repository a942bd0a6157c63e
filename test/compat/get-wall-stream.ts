import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf, atLeast } from './protocol/matchers.ts';
import { anActivity } from './protocol/shapes.ts';

/** Section 3, feeds: what happened to cases lately. */
export const getWallStream: Call = {
  call: 'GET /api/wall/stream',
  exchanges: [
    {
      name: 'a page of what happened in a space',
      covers: ['nulls', 'paging', 'entity types'],
      against: 'any server',
      request: 'GET /api/wall/stream?spaceid={space}&userid=&startPage=1&pageLength=5',
      status: 200,
      answer: read(arrayOf(atLeast({ ...anActivity, SpaceID: '{space}' }), { atMost: 5 })),
    },
    {
      name: 'what somebody did',
      against: 'any server',
      request: 'GET /api/wall/stream?userid={me}&startPage=1&pageLength=5',
      status: 200,
      answer: read(arrayOf(atLeast({ ...anActivity, UserID: '{me}' }), { atMost: 5 })),
    },
    {
      name: 'a page beyond the end is empty',
      covers: ['paging'],
      against: 'any server',
      request: 'GET /api/wall/stream?startPage=9999&pageLength=100',
      status: 200,
      answer: read([]),
    },
    {
      name: 'a page of more than 100 is refused',
      covers: ['paging', 'error 400'],
      against: 'our server',
      request: 'GET /api/wall/stream?pageLength=101',
      status: 400,
      answer: refused(/PageLength/iu),
    },
    {
      name: 'from spaces that one cannot see nothing is told',
      against: 'our server',
      request: 'GET /api/wall/stream?spaceid={privateSpace}',
      headers: { 'Rest-Api-Key': '{outsiderKey}' },
      status: 200,
      answer: read([]),
    },
  ],
};
