import type { RouteOptions } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { openapiDocument } from '../../scripts/openapi/document.ts';
import { registeredRoutes } from '../../scripts/openapi/registered-routes.ts';
import { apiTags, communifireTags } from '../../scripts/openapi/tags.ts';
import { API_ROOT } from '../../src/app/api-routes.ts';

let routes: readonly RouteOptions[];
beforeAll(async () => {
  routes = await registeredRoutes();
});

/** `GET /api/v1/cases/{}`: the names of parameters are another matter. */
const nameOf = (method: string, path: string): string =>
  `${method.toUpperCase()} ${path.replace(/:\w+|\{\w+\}|\*$/gu, '{}')}`;

const documented = (): string[] =>
  Object.entries(openapiDocument(routes)['paths'] as Record<string, object>).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => nameOf(method, path)),
  );

/** What is registered under this address, but for methods that are there only to be refused. */
const registered = (root: string): string[] =>
  routes
    .filter(({ url, schema }) => url.startsWith(root) && schema?.hide !== true)
    .flatMap(({ method, url }) => [method].flat().map((each) => nameOf(each, url)));

describe('the OpenAPI document', () => {
  it('has every operation of the new API, and nothing else below its address', () => {
    expect(
      documented()
        .filter((name) => name.includes(` ${API_ROOT}/`))
        .sort(),
    ).toEqual(registered(API_ROOT).sort());
  });

  it('has a sentence for every group of operations, and for none that is not there', () => {
    const groups = openapiDocument(routes)['tags'] as { readonly name: string }[];
    expect(groups.map(({ name }) => name)).toEqual(Object.keys({ ...apiTags, ...communifireTags }));
    expect(groups.filter((group) => !('description' in group))).toEqual([]);
  });

  it('has every operation of the old API, but for content of other kinds, and nothing else', () => {
    const isOld = (name: string) => !name.includes(` ${API_ROOT}/`);
    const own = ['/healthz', '/readyz', '/metrics', '/password/'];
    const old = registered('/').filter((name) => isOld(name) && !own.some((url) => name.includes(url)));
    expect(documented().filter(isOld).sort()).toEqual(old.sort());
  });

  it('tells the conflicts of a case and the places of mistakes in a query, each with an example', () => {
    const text = JSON.stringify(openapiDocument(routes));
    const { components } = JSON.parse(text);
    const [conflict, query] = [components.responses.CaseConflict, components.responses.QueryFieldsInvalid].map(
      (response) => response.content['application/problem+json'].schema.$ref,
    );
    expect([conflict, query]).toEqual(['#/components/schemas/CaseConflict', '#/components/schemas/QueryProblem']);
    expect(components.examples.CaseConflict.value.conflicts).toMatchObject([{ property: 'title' }]);
    expect(components.examples.QueryFieldsInvalid.value.queryFaults).toMatchObject([{ suggestion: 'status' }]);
  });

  it('says which answers leave the body out, or have a part of it, because a header asks for that', () => {
    const { paths } = JSON.parse(JSON.stringify(openapiDocument(routes)));
    const statusesOf = (path: string) => Object.keys(paths[`${API_ROOT}${path}`].get.responses);
    expect(statusesOf('/cases/{caseId}')).toEqual(expect.arrayContaining(['200', '304']));
    expect(statusesOf('/attachments/{attachmentId}/content')).toEqual(expect.arrayContaining(['200', '206', '304']));
    expect(statusesOf('/cases')).not.toContain('304');
  });

  it('has no examples of headers that a change need not have', () => {
    const { components, paths } = JSON.parse(JSON.stringify(openapiDocument(routes)));
    const own = Object.entries(paths).flatMap(([path, operations]) =>
      path.startsWith(API_ROOT) ? Object.values(operations as object).flatMap(({ parameters = [] }) => parameters) : [],
    );
    const headers = [...own, ...Object.values(components.parameters)].filter((each) => each.in === 'header');
    expect(headers.filter((each) => !each.required && 'example' in each)).toEqual([]);
  });

  it('is the same every time', async () => {
    expect(JSON.stringify(openapiDocument(await registeredRoutes()))).toBe(JSON.stringify(openapiDocument(routes)));
  });

  it('refuses two different schemas of one name', () => {
    const route = (body: object): RouteOptions => ({
      method: 'POST',
      url: `${API_ROOT}/things`,
      schema: { operationId: 'thing', tags: ['Things'], body },
      handler: async () => undefined,
    });
    const [one, other] = [
      { $id: 'Thing', type: 'string', examples: ['x'] },
      { $id: 'Thing', type: 'integer', examples: [1] },
    ];
    expect(() => openapiDocument([route(one), route(one)])).not.toThrow();
    expect(() => openapiDocument([route(one), route(other)])).toThrow('Two different schemas have the $id "Thing".');
  });

  it('refuses a body without an example', () => {
    const schema = { operationId: 'thing', tags: ['Things'], body: { $id: 'Thing', type: 'string' } };
    const route: RouteOptions = { method: 'POST', url: `${API_ROOT}/things`, schema, handler: async () => undefined };
    expect(() => openapiDocument([route])).toThrow('The body of thing needs an example');
  });
});
