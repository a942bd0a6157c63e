import { aCaseToTry } from './protocol/common.ts';
import { refused, written } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';

/** Section 3, cases: into the bin. */
export const deleteCase: Call = {
  call: 'DELETE /api/cases/{id}',
  exchanges: [
    aCaseToTry,
    {
      name: 'a case goes into the bin',
      covers: ['response envelope'],
      against: 'any server, writing',
      request: 'DELETE /api/cases/{created}',
      status: 200,
      answer: written('{created}'),
    },
    {
      name: 'and is not there any more',
      covers: ['error 404'],
      against: 'any server, writing',
      request: 'GET /api/cases/{created}',
      status: 404,
      answer: refused(/./u),
    },
    {
      name: 'nor can it be changed',
      against: 'any server, writing',
      request: 'PUT /api/cases/{created}',
      body: { IssueTitle: 'Too late' },
      status: 404,
      answer: refused(/./u),
    },
    {
      name: 'nor deleted once more',
      against: 'any server, writing',
      request: 'DELETE /api/cases/{created}',
      status: 404,
      answer: refused(/./u),
    },
    {
      name: 'there is no such case',
      covers: ['error 404'],
      against: 'any server',
      request: 'DELETE /api/cases/999999999',
      status: 404,
      answer: refused(/999999999/u),
    },
    {
      name: 'a contributor may not',
      covers: ['error 403'],
      against: 'our server',
      request: 'DELETE /api/cases/{case}',
      headers: { 'Rest-Api-Key': '{contributorKey}' },
      status: 403,
      answer: refused(/Delete/u),
    },
  ],
};
