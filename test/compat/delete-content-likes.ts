import { aCaseToTry, takenBack } from './protocol/common.ts';
import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';

/** Section 3, likes: no longer to like something. */
export const deleteContentLikes: Call = {
  call: 'DELETE /api/content/{id}/likes',
  exchanges: [
    aCaseToTry,
    {
      name: 'a case is liked',
      against: 'any server, writing',
      request: 'POST /api/content/{created}/likes?entitytype=19',
      status: 200,
      answer: read({ LikeCount: 1, DoesCurrentUserLikes: true }),
    },
    {
      name: 'and no longer',
      against: 'any server, writing',
      request: 'DELETE /api/content/{created}/likes?entitytype=19',
      status: 200,
      answer: read({ LikeCount: 0, DoesCurrentUserLikes: false }),
    },
    {
      name: 'once more changes nothing',
      against: 'any server, writing',
      request: 'DELETE /api/content/{created}/likes?entitytype=19',
      status: 200,
      answer: read({ LikeCount: 0, DoesCurrentUserLikes: false }),
    },
    takenBack,
    {
      name: 'there is no such case',
      covers: ['error 404'],
      against: 'any server',
      request: 'DELETE /api/content/999999999/likes?entitytype=19',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
