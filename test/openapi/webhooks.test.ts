import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverWebhooks } from '../../src/features/webhooks/deliver-webhooks.ts';
import { call } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { type Received, WebhookReceiver } from '../support/webhook-receiver.ts';

interface Outgoing {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: object;
    readonly example?: unknown;
  }[];
  readonly requestBody: {
    readonly content: { readonly 'application/json': { readonly schema: object; readonly example: unknown } };
  };
  readonly responses: Readonly<Record<string, object>>;
}

const document = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'));
const webhooks: Readonly<Record<string, { readonly post: Outgoing }>> = document.webhooks ?? {};
const kinds = ['event', 'ping'] as const;
type Kind = (typeof kinds)[number];

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv, ['date-time', 'date', 'uri', 'uri-reference', 'email']);
ajv.addSchema(JSON.parse(JSON.stringify(document).replaceAll('"#/', '"document#/')), 'document');
const compiled = (schema: object): ValidateFunction =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')));

const described = (kind: Kind): Outgoing => {
  const operation = webhooks[kind]?.post;
  if (operation === undefined) throw new Error(`The document does not say what a delivery of this kind is: ${kind}.`);
  return operation;
};
const bodyOf = (kind: Kind) => described(kind).requestBody.content['application/json'];
const isBodyOf = (kind: Kind, body: unknown): boolean => compiled(bodyOf(kind).schema)(body);

describe('deliveries of webhooks, as the OpenAPI document has them', () => {
  let testApp: TestApp;
  let receiver: WebhookReceiver;
  const sent = new Map<Kind, Received>();
  beforeAll(async () => {
    testApp = await startTestApp('sqlite', { settings: { webhooksAllowPrivate: true } });
    receiver = await new WebhookReceiver().start();
    const { body } = await call(testApp, 'POST /webhooks', { body: { url: receiver.url, types: ['case.*'] } });
    await call(testApp, 'PATCH /cases/2304', { body: { title: 'Now' } });
    await call(testApp, `POST /webhooks/${body.id}/ping`);
    await deliverWebhooks.run(testApp.operator);
    for (const each of receiver.accepted) sent.set(each.event.type === 'ping' ? 'ping' : 'event', each);
  });
  afterAll(async () => {
    await receiver.close();
    await testApp.close();
  });

  it('are events and pings, and nothing else', () => {
    expect(Object.keys(webhooks)).toEqual(kinds);
    expect(Object.values(webhooks).flatMap((each) => Object.keys(each))).toEqual(['post', 'post']);
  });

  it.each(kinds)('have the body that is really sent, which is that of no other kind: %s', (kind) => {
    const event = sent.get(kind)?.event;
    expect(kinds.filter((each) => isBodyOf(each, event))).toEqual([kind]);
    expect(isBodyOf(kind, { ...event, payload: undefined })).toBe(false);
  });

  it.each(kinds)('have the headers that are really sent: %s', (kind) => {
    const { headers = {} } = sent.get(kind) ?? {};
    const { parameters } = described(kind);
    expect(parameters.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(headers)
        .filter((name) => name.startsWith('webhook-'))
        .toSorted(),
    );
    for (const { name, in: place, required, schema, example } of parameters) {
      expect([name, place, required]).toEqual([name, 'header', true]);
      const isValid = compiled(schema);
      expect([name, isValid(headers[name]), isValid(example), isValid('?')]).toEqual([name, true, true, false]);
    }
  });

  it.each(kinds)('have examples that fulfil their schema: %s', (kind) => {
    expect(isBodyOf(kind, bodyOf(kind).example)).toBe(true);
  });

  it.each(kinds)('say what follows from every answer, and need no key: %s', (kind) => {
    const { responses, security } = described(kind);
    expect(Object.keys(responses).toSorted()).toEqual(['2XX', '410', '429', '503', 'default']);
    expect(security).toEqual([]);
  });

  it('are told of every type in the catalogue, by the schema of the log', () => {
    expect(bodyOf('event').schema).toEqual({ $ref: '#/components/schemas/Event' });
  });
});
