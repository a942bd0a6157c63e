import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anyText, atLeast } from './protocol/matchers.ts';

/** Section 3, session and people: a profile under captions for people. */
export const getContentProfile: Call = {
  call: 'GET /api/content/{userid}',
  exchanges: [
    {
      name: 'a profile under captions; the photo in two sizes',
      covers: ['nulls', 'entity types'],
      against: 'any server',
      request: 'GET /api/content/{me}?contenttypeid=15&fields=First%20name,Last%20name,Profile%20photo,Email',
      status: 200,
      answer: read(
        atLeast({ 'First name': anyText, 'Last name': anyText, 'Profile photo': [anyText, anyText], Email: anyText }),
      ),
    },
    {
      name: 'nobody has this ID',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/content/999999999?contenttypeid=15',
      status: 404,
      answer: refused(/./u),
    },
  ],
};
