import { read, refused } from './protocol/envelope.ts';
import type { Call, Exchange } from './protocol/exchange.ts';

const emptyList = (path: string): Exchange => ({
  name: `${path} is an empty list`,
  against: 'our server',
  request: `GET ${path}`,
  status: 200,
  answer: read([]),
});

const notThere = (method: string, path: string): Exchange => ({
  name: `${method} ${path} is not there, in an envelope`,
  covers: ['error 404', 'errors'],
  against: 'our server',
  request: `${method} ${path}`,
  status: 404,
  answer: refused(/./u),
});

/** Section 3: calls for what this product does not have. */
export const otherContent: Call = {
  call: 'other content',
  exchanges: [
    emptyList('/api/content/list?entitytype=3&startpage=1&pagelength=10'),
    emptyList('/api/events?spaceid={space}'),
    emptyList('/api/announcements'),
    notThere('GET', '/api/articles/5'),
    notThere('GET', '/api/blogs'),
    notThere('GET', '/api/files/7'),
    notThere('POST', '/api/articles'),
    notThere('GET', '/api/spaces/{space}/wikis'),
  ],
};
