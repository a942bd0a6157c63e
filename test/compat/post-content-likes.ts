import { aCaseToTry, aCommentToTry, takenBack } from './protocol/common.ts';
import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';

/** Section 3, likes: to like a case or a comment. */
export const postContentLikes: Call = {
  call: 'POST /api/content/{id}/likes',
  exchanges: [
    aCaseToTry,
    {
      name: 'a case is liked',
      covers: ['entity types'],
      against: 'any server, writing',
      request: 'POST /api/content/{created}/likes?entitytype=19',
      status: 200,
      answer: read({ LikeCount: 1, DoesCurrentUserLikes: true }),
    },
    {
      name: 'once more counts once',
      against: 'any server, writing',
      request: 'POST /api/content/{created}/likes?entitytype=19',
      status: 200,
      answer: read({ LikeCount: 1, DoesCurrentUserLikes: true }),
    },
    {
      name: 'somebody else sees it',
      against: 'our server',
      request: 'GET /api/content/{created}/likes?entitytype=19',
      headers: { 'Rest-Api-Key': '{agentKey}' },
      status: 200,
      answer: read({ LikeCount: 1, DoesCurrentUserLikes: false }),
    },
    aCommentToTry,
    {
      name: 'a comment is liked',
      covers: ['entity types'],
      against: 'any server, writing',
      request: 'POST /api/content/{comment}/likes?entitytype=20',
      status: 200,
      answer: read({ LikeCount: 1, DoesCurrentUserLikes: true }),
    },
    takenBack,
    {
      name: 'there is no such case',
      covers: ['error 404'],
      against: 'any server',
      request: 'POST /api/content/999999999/likes?entitytype=19',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
