// A server that reads requests and answers all of them alike: what the load can reach at the most.
// Usage: node bench/ceiling-server.ts

import { writtenJson } from './bare-answers.ts';
import { serveBare } from './bare-http.ts';

serveBare({
  update: (id, _body, answer) => answer(writtenJson(id)),
  get: (id, answer) => answer(writtenJson(id)),
  list: ({ statusId }, answer) => answer(writtenJson(statusId)),
});
