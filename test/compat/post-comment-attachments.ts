import { aCaseToTry, aCommentToTry, takenBack } from './protocol/common.ts';
import { read, refused, succeeded } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anything, atLeast, textWith } from './protocol/matchers.ts';
import { aComment, anAttachment } from './protocol/shapes.ts';

const uploads = [{ field: 'proof.txt', name: 'proof.txt', type: 'text/plain', content: 'See here.' }];

/** Section 3, attachments: files for a comment. */
export const postCommentAttachments: Call = {
  call: 'POST /api/cases/{id}/comments/{c}/attachments',
  exchanges: [
    aCaseToTry,
    aCommentToTry,
    {
      name: 'a file for a comment',
      against: 'any server, writing',
      request: 'POST /api/cases/{created}/comments/{comment}/attachments?spaceid={space}',
      uploads,
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'is read with the comment',
      covers: ['nulls'],
      against: 'any server, writing',
      request: 'GET /api/case/comments?caseid={created}',
      status: 200,
      answer: read([{ ...aComment, Attachments: [atLeast({ ...anAttachment, FileName: textWith(/proof/u) })] }]),
    },
    {
      name: 'a comment on another case takes none',
      covers: ['error 404'],
      against: 'our server',
      request: 'POST /api/cases/{case}/comments/{comment}/attachments',
      uploads,
      status: 404,
      answer: refused(/comment/u),
    },
    takenBack,
    {
      name: 'nor does one that is not there',
      covers: ['error 404'],
      against: 'any server',
      request: 'POST /api/cases/{case}/comments/999999999/attachments?spaceid={space}',
      uploads,
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
