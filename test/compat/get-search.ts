import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf, arrayWith, atLeast } from './protocol/matchers.ts';
import { aFinding } from './protocol/shapes.ts';

/** Section 3, search: cases that match. */
export const getSearch: Call = {
  call: 'GET /api/search',
  exchanges: [
    {
      name: 'a page of cases with a word',
      covers: ['nulls', 'paging', 'entity types'],
      against: 'any server',
      request: 'GET /api/search?keyword={word}&EntityTypeCSV=19&SpaceIDCSV=&UserIDCSV=&StartPage=1&PageLength=5',
      status: 200,
      answer: read(arrayOf(atLeast(aFinding), { atLeast: 1, atMost: 5 })),
    },
    {
      name: 'in one space',
      against: 'any server',
      request:
        'GET /api/search?keyword={word}&EntityTypeCSV=19&SpaceIDCSV={space},&UserIDCSV=&StartPage=1&PageLength=100',
      status: 200,
      answer: read(arrayOf(atLeast({ ...aFinding, SpaceID: '{space}' }), { atLeast: 1 })),
    },
    {
      name: 'the best first: a case with all the words in its title',
      against: 'our server',
      request: 'GET /api/search?keyword=Unrepeatable%20Hummingbird&EntityTypeCSV=19&StartPage=1&PageLength=5',
      status: 200,
      answer: read([
        atLeast({ ...aFinding, ContentID: '{birdInTitle}' }),
        atLeast({ ...aFinding, ContentID: '{birdInText}' }),
      ]),
    },
    {
      name: 'by its number',
      against: 'our server',
      request: 'GET /api/search?keyword=2304&EntityTypeCSV=19',
      status: 200,
      answer: read(arrayWith(atLeast({ ...aFinding, ContentID: 2304 }))),
    },
    {
      name: 'a word that is nowhere',
      against: 'any server',
      request: 'GET /api/search?keyword=qxzvqxzvqxzv&EntityTypeCSV=19',
      status: 200,
      answer: read([]),
    },
    {
      name: 'other kinds of content are not found',
      covers: ['entity types'],
      against: 'our server',
      request: 'GET /api/search?keyword={word}&EntityTypeCSV=3,4',
      status: 200,
      answer: read([]),
    },
    {
      name: 'what one cannot see is not found',
      against: 'our server',
      request: 'GET /api/search?keyword=Unrepeatable%20Salamander&EntityTypeCSV=19',
      headers: { 'Rest-Api-Key': '{outsiderKey}' },
      status: 200,
      answer: read([]),
    },
    {
      name: 'a page of more than 100 is refused',
      covers: ['paging', 'error 400'],
      against: 'our server',
      request: 'GET /api/search?keyword={word}&PageLength=101',
      status: 400,
      answer: refused(/PageLength/iu),
    },
  ],
};
