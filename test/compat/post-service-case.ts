import type { Call } from './protocol/exchange.ts';

const request = 'POST /services/issuetrackerservice.svc/case';
const headers = { 'Content-Type': 'application/xml' };

/** Section 3, the older XML services: a new case. */
export const postServiceCase: Call = {
  call: 'POST /services/issuetrackerservice.svc/case',
  exchanges: [
    {
      name: 'a case, as XML',
      against: 'our server',
      request,
      headers,
      text: '<IssueDTO><IssueTitle>From a script</IssueTitle><SpaceID>{openSpace}</SpaceID><ProjectID>{project}</ProjectID><IsTaskItem>false</IsTaskItem></IssueDTO>',
      status: 200,
      xml: /<IsError>false<\/IsError>\s*<ResponseMessage>ToBePublished<\/ResponseMessage>\s*<ResponseData>\d+<\/ResponseData>/u,
    },
    {
      name: 'without a title',
      covers: ['error 400'],
      against: 'our server',
      request,
      headers,
      text: '<IssueDTO><SpaceID>{openSpace}</SpaceID><ProjectID>{project}</ProjectID></IssueDTO>',
      status: 400,
      xml: /<IsError>true<\/IsError>\s*<ResponseMessage>[^<]*IssueTitle/u,
    },
    {
      name: 'without a key',
      covers: ['error 401'],
      against: 'our server',
      request,
      headers: { ...headers, 'Rest-Api-Key': '' },
      text: '<IssueDTO><IssueTitle>x</IssueTitle></IssueDTO>',
      status: 401,
    },
  ],
};
