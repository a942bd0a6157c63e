import { describe, expect, it } from 'vitest';
import { documentedBy } from './expect-documented.ts';

describe('what answers are compared with', () => {
  const schema = { $ref: '#/components/schemas/Thing' };
  const responses = { 200: { description: 'OK', content: { 'application/json': { schema } } } };
  const document = {
    paths: { '/things': { get: { operationId: 'getThing', responses } } },
    components: { schemas: { Thing: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } } } },
  };
  const request = { operationId: 'getThing', method: 'get', url: '/things', headers: {}, payload: undefined };
  const answer = { statusCode: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{"id":1}' };
  const compare = (changes: object) => () => documentedBy(document)(request, { ...answer, ...changes });

  it('lets pass what is documented, and nothing else', () => {
    expect(compare({})).not.toThrow();
    expect(compare({ statusCode: 404 })).toThrow();
    expect(compare({ statusCode: 500 })).toThrow();
    expect(compare({ body: '{"id":"1"}' })).toThrow();
    expect(compare({ headers: { 'content-type': 'text/html' } })).toThrow();
    expect(compare({ headers: { ...answer.headers, location: '/things/1' } })).toThrow();
  });
});
