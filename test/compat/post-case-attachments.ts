import { aCaseToTry, takenBack } from './protocol/common.ts';
import { read, refused, succeeded } from './protocol/envelope.ts';
import type { Call, Upload } from './protocol/exchange.ts';
import { anything, arrayOf, atLeast, textWith } from './protocol/matchers.ts';
import { aCase, anAttachment } from './protocol/shapes.ts';

const request = 'POST /api/cases/{created}/attachments';

/** Clients call the part as the file is called. */
const file = (name: string, content: string, type = 'text/plain'): Upload => ({ field: name, name, type, content });

/** Section 3, attachments: files for a case. */
export const postCaseAttachments: Call = {
  call: 'POST /api/cases/{id}/attachments',
  exchanges: [
    aCaseToTry,
    {
      name: 'a file, in a part that is called like it',
      against: 'any server, writing',
      request,
      uploads: [file('Fehler 404.txt', 'It shows 404.')],
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'two at once, whatever the parts are called',
      against: 'any server, writing',
      request,
      uploads: [
        { ...file('first.log', 'one'), field: 'file' },
        { ...file('second.log', 'two'), field: 'file' },
      ],
      status: 200,
      answer: succeeded(anything),
    },
    {
      name: 'all three are there',
      covers: ['nulls'],
      against: 'any server, writing',
      request: 'GET /api/content/{created}/attachments?entitytype=19',
      status: 200,
      answer: read(arrayOf(atLeast(anAttachment), { atLeast: 3, atMost: 3 })),
    },
    {
      name: 'and in the case',
      covers: ['a case as clients read it'],
      against: 'any server, writing',
      request: 'GET /api/cases/{created}',
      status: 200,
      answer: read({
        ...aCase,
        Attachments: arrayOf(atLeast({ FileName: textWith(/./u) }), { atLeast: 3, atMost: 3 }),
      }),
    },
    {
      name: 'a viewer may not',
      covers: ['error 403'],
      against: 'our server',
      request,
      headers: { 'Rest-Api-Key': '{viewerKey}' },
      uploads: [file('viewer.txt', 'x')],
      status: 403,
      answer: refused(/UploadAttachment/u),
    },
    {
      name: 'a form without a file is refused',
      covers: ['error 400'],
      against: 'our server',
      request,
      uploads: [],
      status: 400,
      answer: refused(/file/u),
    },
    {
      name: 'JSON is no upload',
      covers: ['error 415'],
      against: 'our server',
      request,
      body: { FileName: 'x.txt' },
      status: 415,
      answer: refused(/multipart/u),
    },
    takenBack,
    {
      name: 'a case that is not there takes none',
      covers: ['error 404'],
      against: 'any server',
      request: 'POST /api/cases/999999999/attachments',
      uploads: [file('nowhere.txt', 'x')],
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
