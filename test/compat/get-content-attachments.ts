import { aCaseToTry, takenBack } from './protocol/common.ts';
import { read, refused, succeeded } from './protocol/envelope.ts';
import { type Call, noKey } from './protocol/exchange.ts';
import { anything, arrayOf, atLeast, textWith } from './protocol/matchers.ts';
import { anAttachment } from './protocol/shapes.ts';

/** The smallest GIF there is: one pixel. */
const pixel = 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;';

/** Section 3, attachments: the files of a case, and fetching them. */
export const getContentAttachments: Call = {
  call: 'GET /api/content/{id}/attachments',
  exchanges: [
    {
      name: 'the files of a case',
      covers: ['entity types', 'nulls'],
      against: 'any server',
      request: 'GET /api/content/{case}/attachments?entitytype=19',
      status: 200,
      answer: read(arrayOf(atLeast(anAttachment))),
    },
    aCaseToTry,
    {
      name: 'an image to fetch',
      against: 'any server, writing',
      request: 'POST /api/cases/{created}/attachments',
      uploads: [{ field: 'pixel.gif', name: 'pixel.gif', type: 'image/gif', content: pixel }],
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'where it is: the root, and a name that is signed',
      covers: ['signed addresses of files'],
      against: 'our server',
      request: 'GET /api/content/{created}/attachments?entitytype=19',
      status: 200,
      answer: read([
        atLeast({ ...anAttachment, FileName: textWith(/pixel\.gif\?.+/u), Caption: textWith(/pixel/u), IsImage: true }),
      ]),
      keep: { root: 'ResponseData[0].MediaServerRootURL', file: 'ResponseData[0].FileName' },
    },
    {
      name: 'it is fetched without a key, as from a tag in a page',
      covers: ['signed addresses of files'],
      against: 'our server',
      request: 'GET {root}/{file}',
      headers: noKey,
      status: 200,
      answerHeaders: { 'content-type': 'image/gif', 'x-content-type-options': 'nosniff' },
    },
    {
      name: 'a signature that was tampered with is worth nothing',
      covers: ['signed addresses of files'],
      against: 'our server',
      request: 'GET {root}/{file}0',
      headers: noKey,
      status: 403,
      answer: refused(/./u),
    },
    takenBack,
    {
      name: 'there is no such case',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/content/999999999/attachments?entitytype=19',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
